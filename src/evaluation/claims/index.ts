export { evaluateClaims, type ClaimPrediction, type ClaimScores, type ClaimsEvaluation, type EvaluateClaimsOptions } from './evaluate-claims.ts'
