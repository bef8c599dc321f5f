export { evaluateYesNo, type EvaluateYesNoOptions, type YesNoEvaluation, type YesNoPrediction } from './evaluate-yes-no.ts'
export { identityOf, yesNoRowSchema, type YesNoRow } from './yes-no-row.ts'
