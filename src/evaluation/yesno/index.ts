export { evaluateYesNo, type EvaluateYesNoOptions, type YesNoEvaluation, type YesNoPrediction } from './evaluate-yes-no.ts'
