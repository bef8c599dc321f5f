export { auditHtml, type MarkedAudit, type MarkedClaim } from './audit-html.ts'
