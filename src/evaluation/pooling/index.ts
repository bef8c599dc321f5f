export { isWithinTolerance, type FigureDifference } from './compare-figures.ts'
export { evaluatePooling, type PoolingEvaluation, type PoolingEvaluationOptions, type PoolingPrediction } from './evaluate-pooling.ts'
export type { Figure, Figures } from './predicted-figures.ts'
