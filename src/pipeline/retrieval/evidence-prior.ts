import type { Source } from '../../core/model/index.ts'

/**
 * Where a kind of source stands when two are equally on the topic: guidance and syntheses before single trials before
 * uncontrolled reports (the usual order of evidence for treatment questions, OCEBM levels 2011). It orders candidates
 * and is never part of a topical score.
 */
const KIND_ORDER: readonly Source['kind'][] = [
  'guideline', 'systematic-review', 'meta-analysis', 'rct', 'cohort', 'case-control', 'single-arm', 'case-series', 'policy', 'label', 'cost-study', 'registration', 'narrative-review', 'other',
]

/** Sorts structured records before plain texts, then by kind of study, newest first, by id. */
export function byEvidencePrior(a: Source, b: Source): number {
  return Number(b.evidence !== null) - Number(a.evidence !== null) || KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || (b.year ?? 0) - (a.year ?? 0) || (a.id < b.id ? -1 : 1)
}
