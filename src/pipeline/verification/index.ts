export { checkClaim, OWN_ARTICLE_PREFIX, type Check } from './check-claim.ts'
export { checkParity, keepParity, type Parity, type Version } from './parity/index.ts'
export { verifyDraft, type Verified } from './verify-draft.ts'
