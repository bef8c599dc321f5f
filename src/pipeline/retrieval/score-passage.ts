import type { CollectionStatistics, PassageFields, WeightedTerm } from './ports.ts'

/**
 * How soon further occurrences of a term stop counting. Passages are short and mostly name a thing once, so that
 * presence says nearly all; below the 0.9 that is usual for whole abstracts.
 */
const K1 = 0.5
/** How strongly long passages are marked down; 0.4 to 0.5 is usual where documents are of like length. */
const B = 0.5

/** What a term found in a field is worth against one in the text: a title speaks for every passage of its source. */
const FIELD_WEIGHTS: PassageFields<number> = { title: 0.5, headings: 0.3, text: 1 }

/** A query with the weight of each term by how rare it is, ready to score passages. */
export type ScoringQuery = { readonly terms: readonly (WeightedTerm & { readonly rarity: number })[]; readonly meanLength: number }

/**
 * Looks up how rare each term is: Robertson–Spärck Jones weight, ln(1 + (N − n + ½)/(n + ½)), which is never
 * negative (Robertson & Zaragoza 2009, "The probabilistic relevance framework: BM25 and beyond", eq. 3.3 with Lucene's 1 +).
 */
export function prepareScoring(query: readonly WeightedTerm[], statistics: CollectionStatistics): ScoringQuery {
  const frequencies = statistics.documentFrequencies(query.map(({ term }) => term))
  const terms = query.map(({ term, weight }) => ({ term, weight, rarity: rarityOf(frequencies.get(term) ?? 0, statistics.passages) }))
  return { terms, meanLength: Math.max(1, weightedLength(statistics.meanLength)) }
}

/** How telling a term is: the idf of BM25 (Robertson & Zaragoza 2009), never below zero. */
export function rarityOf(passagesWithTerm: number, passages: number): number {
  return Math.log(1 + (Math.max(0, passages - passagesWithTerm) + 0.5) / (passagesWithTerm + 0.5))
}

/**
 * How well a passage matches a query: BM25F (Robertson, Zaragoza & Taylor 2004), in which the fields' occurrences are
 * weighted and summed before they saturate, so that a word in title and text does not count twice.
 */
export function scorePassage(query: ScoringQuery, fields: PassageFields<readonly string[]>): number {
  const occurrences = countTerms(fields)
  const length = weightedLength({ title: fields.title.length, headings: fields.headings.length, text: fields.text.length })
  const saturation = K1 * (1 - B + (B * length) / query.meanLength)
  return query.terms.reduce((score, { term, weight, rarity }) => {
    const count = occurrences.get(term) ?? 0
    return count === 0 ? score : score + weight * rarity * ((count * (K1 + 1)) / (count + saturation))
  }, 0)
}

/** Occurrences of each term, those of the title and headings at their weight. */
export function countTerms(fields: PassageFields<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const field of FIELDS) {
    for (const term of fields[field]) counts.set(term, (counts.get(term) ?? 0) + FIELD_WEIGHTS[field])
  }
  return counts
}

const FIELDS = ['title', 'headings', 'text'] as const

function weightedLength(lengths: PassageFields<number>): number {
  return FIELDS.reduce((sum, field) => sum + FIELD_WEIGHTS[field] * lengths[field], 0)
}
