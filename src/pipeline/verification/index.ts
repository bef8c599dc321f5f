export { traceCitations } from './citations/index.ts'
export { checkClaim, OWN_ARTICLE_PREFIX, type Check } from './check-claim.ts'
export { verifyDraft, type Verified } from './verify-draft.ts'
export { tellOmissions, type Told } from './omissions/index.ts'
