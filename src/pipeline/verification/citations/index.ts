export { citationNotes } from './citation-notes.ts'
export { holdSources, type HeldSources } from './held-sources.ts'
export { traceCitations } from './trace-citations.ts'
export { isSecondary, walkToStudy, type Agreement, type Walk } from './walk-to-study.ts'
