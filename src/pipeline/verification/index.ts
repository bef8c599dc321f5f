export { auditPage, conceptsOf, topicOf, type Audit, type AuditedClaim, type AuditFinding, type AuditVerdict, type ProblemKind } from './audit/index.ts'
export { checkClaim, OWN_ARTICLE_PREFIX, type Check } from './check-claim.ts'
export { verifyDraft, type Verified } from './verify-draft.ts'
