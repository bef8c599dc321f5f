export { decideYesNo } from './decide-yes-no.ts'
export { YES_NO_LABELS, type AbstractEvidence, type SnippetEvidence, type YesNoDecision, type YesNoEvidence, type YesNoLabel } from './types.ts'
export { loadYesNoModel, prepareTrialQuestions, prepareYesNo, saveYesNoModel, trainYesNoModel, type PreparedTrialQuestion, type PreparedYesNo, type SavedYesNoModel, type YesNoModel } from './yes-no-model.ts'
