export { coverage } from './evidence-features.ts'
export { prepareArticle, prepareSentence, type PreparedArticle, type PreparedSentence } from './prepared-article.ts'
export { EFFECT_LABELS, type EffectLabel, type EffectQuestion } from './types.ts'
