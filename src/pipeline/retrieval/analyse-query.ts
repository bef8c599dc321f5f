import type { Vocabulary } from '../../core/terminology/index.ts'
import { queryTerms } from '../../core/text/index.ts'
import type { CollectionStatistics, SourceReader, WeightedTerm } from './ports.ts'
import { rarityOf } from './score-passage.ts'

export type AnalyseQueryDependencies = { readonly reader: SourceReader; readonly vocabulary: Vocabulary; readonly statistics: CollectionStatistics }

/** Which ways of widening are on; all are, except where the evaluation measures what each one gains. */
export type QueryOptions = { readonly abbreviations?: boolean; readonly concepts?: boolean }

/** The words asked that a search keeps at most, the rarest; a pasted page would otherwise match everything. */
const MAX_TERMS = 48
/** Weight of all words that one expansion adds together, against 1 for an asked word. */
const EXPANSION_WEIGHT = 0.5
/** Long forms taken for one abbreviation: most have one sense in one corpus, a few two. */
const MAX_LONG_FORMS = 2
/** Other names taken for one concept. */
const MAX_NAMES = 6

/**
 * What to search for: the words asked, at weight 1, and other names for what they name, together at half of that.
 * Other names come from the corpus itself (its abbreviations) and from the vocabulary ("BVNA" is spelled out there
 * although no document may use it).
 */
export async function analyseQuery({ reader, vocabulary, statistics }: AnalyseQueryDependencies, text: string, options: QueryOptions = {}): Promise<readonly WeightedTerm[]> {
  const asked = rarest([...new Set(queryTerms(text))], statistics)
  const weights = new Map(asked.map((term) => [term, 1]))
  const expansions = [
    ...(options.abbreviations === false ? [] : await spelledOut(reader, text)),
    ...(options.concepts === false ? [] : otherNames(vocabulary, text)),
  ]
  for (const names of expansions) {
    const added = [...new Set(names.flatMap(queryTerms))].filter((term) => !asked.includes(term))
    for (const term of added) weights.set(term, Math.max(weights.get(term) ?? 0, EXPANSION_WEIGHT / Math.sqrt(added.length)))
  }
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

function rarest(terms: readonly string[], statistics: CollectionStatistics): readonly string[] {
  if (terms.length <= MAX_TERMS) return terms
  const frequencies = statistics.documentFrequencies(terms)
  const kept = terms.filter((term) => frequencies.has(term))
    .map((term) => ({ term, rarity: rarityOf(frequencies.get(term) ?? 0, statistics.passages) }))
    .toSorted((a, b) => b.rarity - a.rarity || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS)
  return kept.map(({ term }) => term)
}

/** For each abbreviation in the question, the long forms that the corpus gives for it. */
async function spelledOut(reader: SourceReader, text: string): Promise<readonly (readonly string[])[]> {
  const abbreviations = [...new Set(text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])].filter(looksAbbreviated).slice(0, MAX_TERMS)
  const forms = await Promise.all(abbreviations.map(async (abbreviation) => reader.expansionsOf(abbreviation)))
  return forms.map((names) => names.slice(0, MAX_LONG_FORMS)).filter((names) => names.length > 0)
}

/** Two capitals, or a capital and a digit: "BVNA", "HFpEF", "IL-6". */
export function looksAbbreviated(word: string): boolean {
  return word.length <= 10 && (/\p{Lu}.*\p{Lu}/u.test(word) || (/\p{Lu}/u.test(word) && /\p{N}/u.test(word)))
}

function otherNames(vocabulary: Vocabulary, text: string): readonly (readonly string[])[] {
  const ids = [...new Set(vocabulary.recognise(text).map(({ conceptId }) => conceptId))]
  return ids.flatMap((id) => {
    const concept = vocabulary.concept(id)
    return concept === undefined ? [] : [[concept.label, ...concept.synonyms].slice(0, MAX_NAMES)]
  })
}
