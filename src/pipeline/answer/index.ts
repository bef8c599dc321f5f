export { compose } from './compose.ts'
export type { Cite, Draft, DraftCell, DraftClaim, DraftPlot, DraftSection, DraftTable } from './types.ts'
