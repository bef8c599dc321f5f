export { JATS_FIELDS, type JatsField } from './agreement.ts'
export { evaluateJats, type JatsDifference, type JatsEvaluation, type JatsEvaluationOptions } from './evaluate-jats.ts'
export { jatsExpectationSchema, jatsPredictionSchema, type JatsExpectation, type JatsPrediction } from './prediction.ts'
