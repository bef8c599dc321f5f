export { auditPage, type AuditInput } from './audit-page.ts'
export { conceptsOf, topicOf } from './topic-of.ts'
export { MAX_CLAIMS, splitClaims } from './split-claims.ts'
export type { Audit, AuditedClaim, AuditEvidence, AuditFinding, AuditVerdict, PageClaim, Problem, ProblemKind } from './types.ts'
