import type { Candidate, CollectionStatistics, WeightedTerm } from './ports.ts'
import { rarityOf } from './score-passage.ts'

/** Best passages that are taken to be on the topic. */
const FEEDBACK_PASSAGES = 10
/** Terms that may join the query. */
const FEEDBACK_TERMS = 30
/** Share of the query's weight that the new terms get: half, as usual for RM3. */
const FEEDBACK_SHARE = 0.5
/** A term in more than a tenth of all passages says nothing about a topic. */
const COMMON_SHARE = 0.1

/**
 * The query with the words that its best passages share, so that a passage is found which says the same in other
 * words. The asked words keep half of the weight.
 *
 * RM3 (Abdul-Jaleel et al. 2004, UMass at TREC; Lavrenko & Croft 2001): a passage counts by its probability of being
 * relevant. BM25 sums log-odds (Robertson & Zaragoza 2009), so that exp(score) stands for that probability up to a
 * constant. Terms are weighted by their share of the passage and by their rarity, so that no common word gets in.
 */
export function expandQuery(query: readonly WeightedTerm[], ranked: readonly { readonly candidate: Candidate; readonly score: number }[], statistics: CollectionStatistics): WeightedTerm[] {
  const best = ranked.slice(0, FEEDBACK_PASSAGES)
  const top = best[0]?.score ?? 0
  const relevance = best.map(({ score }) => Math.exp(score - top))
  const total = relevance.reduce((sum, value) => sum + value, 0)
  if (total === 0) return [...query]

  const shares = new Map<string, number>()
  best.forEach(({ candidate }, rank) => {
    const { text } = candidate.terms
    const share = (relevance[rank] ?? 0) / total / Math.max(1, text.length)
    for (const term of text) shares.set(term, (shares.get(term) ?? 0) + share)
  })

  const frequencies = statistics.documentFrequencies([...shares.keys()])
  const chosen = [...shares]
    .filter(([term]) => isTopical(term) && (frequencies.get(term) ?? 0) <= Math.max(COMMON_SHARE * statistics.passages, FEEDBACK_PASSAGES))
    .map(([term, share]) => ({ term, value: share * rarityOf(frequencies.get(term) ?? 0, statistics.passages) }))
    .toSorted((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1))
    .slice(0, FEEDBACK_TERMS)

  const sum = chosen.reduce((all, { value }) => all + value, 0)
  const mass = query.reduce((all, { weight }) => all + weight, 0)
  const weights = new Map(query.map(({ term, weight }) => [term, (1 - FEEDBACK_SHARE) * weight]))
  for (const { term, value } of chosen) weights.set(term, (weights.get(term) ?? 0) + (FEEDBACK_SHARE * mass * value) / sum)
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

/** A bare number or a single letter recurs by chance. */
function isTopical(term: string): boolean {
  return term.length > 1 && !/^\d+$/.test(term)
}
