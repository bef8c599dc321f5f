export { evaluateRetrieval, type EvaluateRetrievalOptions, type RetrievalEvaluation, type RetrievalScores } from './evaluate-retrieval.ts'
