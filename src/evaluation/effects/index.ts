export { evaluateEffects, type EffectPrediction, type EffectScores, type EffectsEvaluation, type EvaluateEffectsOptions } from './evaluate-effects.ts'
export { identityOf, promptSchema, type Prompt } from './prompt.ts'
