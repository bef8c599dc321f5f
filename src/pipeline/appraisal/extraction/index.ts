export { extractEvidence } from './extract-evidence.ts'
export type * from './types.ts'
