import { expandQuery } from './expand-query.ts'
import type { Candidate, PassageIndexView, WeightedTerm } from './ports.ts'
import { prepareScoring, scorePassage } from './score-passage.ts'

/** A passage with its topical score. */
export type RankedCandidate = { readonly candidate: Candidate; readonly score: number }

/** Which parts of ranking are on; all are, except where the evaluation measures what each one gains. */
export type RankingOptions = { readonly feedback?: boolean; readonly rescore?: boolean }

/** Candidates fetched at least: what the index's first guess ranks lower seldom comes back into a hundred results. */
const OVER_FETCH = 300

/**
 * The passages that match a query best, in an order that depends on the snapshot alone.
 *
 * The index proposes candidates; here they are scored exactly, the query is widened once by what the best ones share,
 * and the order is by score rounded to 1e-4, then by id, since the index's own order changes with its history.
 */
export async function rankPassages(index: PassageIndexView, query: readonly WeightedTerm[], limit: number, options: RankingOptions = {}): Promise<readonly RankedCandidate[]> {
  const reach = Math.max(OVER_FETCH, limit * 3)
  const proposed = await index.candidates(query, reach)
  if (options.rescore === false) return proposed.slice(0, limit).map((candidate, place) => ({ candidate, score: 1 / (1 + place) }))
  const first = rank(index, query, proposed)
  if (options.feedback === false || first.length === 0) return first.slice(0, limit)
  const wider = expandQuery(query, first, index.statistics)
  const seen = new Set(proposed.map(({ passageId }) => passageId))
  const more = (await index.candidates(wider, reach)).filter(({ passageId }) => !seen.has(passageId))
  return rank(index, wider, [...proposed, ...more]).slice(0, limit)
}

function rank(index: PassageIndexView, query: readonly WeightedTerm[], candidates: readonly Candidate[]): RankedCandidate[] {
  const scoring = prepareScoring(query, index.statistics)
  return candidates
    .map((candidate) => ({ candidate, score: Math.round(scorePassage(scoring, candidate.terms) * 1e4) / 1e4 }))
    .toSorted((a, b) => b.score - a.score || (a.candidate.passageId < b.candidate.passageId ? -1 : 1))
}
