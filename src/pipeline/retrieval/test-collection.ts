import type { Candidate, CollectionStatistics, PassageFields, PassageIndexView } from './ports.ts'

/** Passages as their terms, parted by spaces, for tests of ranking. */
export function fieldsOfText(text: string): PassageFields<readonly string[]> {
  return { title: [], headings: [], text: text.split(' ') }
}

/** A candidate passage for tests, from its words. */
export function candidate(id: string, text: string): Candidate {
  return { passageId: `${id}#0-1`, sourceId: id, start: 0, end: 1, section: '', kind: 'other', year: null, terms: fieldsOfText(text) }
}

/** Exact statistics of a small collection held in memory. */
export function collection(texts: readonly string[]): CollectionStatistics {
  const sets = texts.map((text) => new Set(text.split(' ')))
  const total = texts.reduce((sum, text) => sum + text.split(' ').length, 0)
  return {
    passages: texts.length,
    meanLength: { title: 0, headings: 0, text: total / texts.length },
    documentFrequencies: (terms) => new Map(terms.map((term): [string, number] => [term, sets.filter((set) => set.has(term)).length]).filter(([, count]) => count > 0)),
  }
}

/** An index over a small collection: proposes every passage with one of the terms, in the order given. */
export function view(passages: readonly Candidate[]): PassageIndexView {
  return {
    statistics: collection(passages.map(({ terms }) => terms.text.join(' '))),
    candidates: async (query, limit) => passages.filter(({ terms }) => query.some(({ term }) => terms.text.includes(term))).slice(0, limit),
  }
}
