export { compose } from './compose.ts'
export type { Cite, Draft, DraftCell, DraftClaim, DraftSection, DraftTable } from './types.ts'
