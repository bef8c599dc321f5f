export { checkRecord, type RecordProblem } from './check-record.ts'
export { evidenceRecordSchema, type EvidenceRecord, type EvidenceRecordInput } from './record-schema.ts'
export { renderRecord } from './render-record.ts'
