import { stanceTokens } from './stance-tokens.ts'
import type { WeightOf } from './types.ts'

/** How many of some texts hold a term. */
export type TermCounts = { readonly texts: number; readonly counts: ReadonlyMap<string, number> }

/** Fewer texts than this say nothing on what is rare. */
const FEWEST_TEXTS = 100

/** In how many of the texts each term occurs; a text that is given twice counts once. */
export function countTerms(texts: Iterable<string>): TermCounts {
  const distinct = new Set(texts)
  const counts = new Map<string, number>()
  for (const text of distinct) for (const term of new Set(stanceTokens(text).flatMap(({ stems }) => stems))) counts.set(term, (counts.get(term) ?? 0) + 1)
  return { texts: distinct.size, counts }
}

/**
 * Inverse document frequency (Spärck Jones 1972): the log of all texts over those that hold the term. Where several
 * collections are given, a term is as common as in the one where it is commonest; a small collection is passed over.
 */
export function weighTerms(...collections: readonly TermCounts[]): WeightOf {
  const telling = collections.filter(({ texts }) => texts >= FEWEST_TEXTS)
  return (term) => (telling.length === 0 ? 1 : Math.min(...telling.map(({ texts, counts }) => Math.log((texts + 1) / ((counts.get(term) ?? 0) + 0.5)))))
}
