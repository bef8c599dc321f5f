export { checkClaim, OWN_ARTICLE_PREFIX, type Check } from './check-claim.ts'
export { loadStanceModel, readStance, weighTerms, type PassageStance, type Stance } from './passage-stance/index.ts'
export { verifyDraft, type Verified } from './verify-draft.ts'
