export { certaintyRank, lowered, lowestCertainty } from './certainty.ts'
export { RULES } from './rules.ts'
export { EVIDENCE_SIGNAL_WORDS, GUIDELINE_SIGNAL_WORDS, lookUp, VERDICT_TABLE, type Cell, type CellContext, type EvidenceSignal, type GuidelineSignal } from './verdict-table.ts'
