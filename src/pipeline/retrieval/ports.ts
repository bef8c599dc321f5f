import type { Passage, Snapshot, Source } from '../../core/model/index.ts'

/** A passage with its score; scores order results and are never printed in an article. */
export type RankedPassage = { readonly passage: Passage; readonly source: Source; readonly score: number }

/** A hit as `consilium search` shows it. */
export type SearchHit = { readonly sourceId: string; readonly passageId: string; readonly score: number; readonly title: string; readonly text: string }

/** A term of a query as the index holds it, and how much it counts: 1 for a word that was asked. */
export type WeightedTerm = { readonly term: string; readonly weight: number }

/** The parts of a passage that are searched, each as a list of terms in their order. */
export type PassageFields<T> = { readonly title: T; readonly headings: T; readonly text: T }

/** A passage that the index proposes for a query; its text is the store's. */
export type Candidate = {
  readonly passageId: string
  readonly sourceId: string
  readonly start: number
  readonly end: number
  readonly section: string
  readonly kind: Source['kind']
  readonly year: number | null
  readonly terms: PassageFields<readonly string[]>
}

/** Counts over all passages of a snapshot, from which a score is computed exactly and alike on every machine. */
export type CollectionStatistics = {
  readonly passages: number
  /** Mean number of terms of a passage, by field. */
  readonly meanLength: PassageFields<number>
  /** How many passages hold each term in any field; terms that none holds are left out. */
  documentFrequencies(terms: readonly string[]): ReadonlyMap<string, number>
}

/** The index as it stood at one revision of the store. */
export interface PassageIndexView {
  readonly statistics: CollectionStatistics
  /** The best passages for a query by the index's own BM25, best first; its order is only a first guess. */
  candidates(query: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]>
}

/** The derived index as retrieval sees it. */
export interface PassageIndexReader {
  /** The index at a revision; null when it does not hold that revision and has to be brought there from the store. */
  openAt(revision: number): Promise<PassageIndexView | null>
}

/** Reads sources of one published snapshot, whatever has been written since. */
export interface SourceReader {
  snapshot(): Promise<Snapshot>
  /** In the order asked; ids that the snapshot does not hold are left out. */
  sources(ids: readonly string[]): Promise<readonly Source[]>
  /** Ids of sources that are about any of the concepts in one of the roles: structured records first, then by id. */
  sourceIdsByConcept(conceptIds: readonly string[], roles: readonly ('intervention' | 'comparator' | 'condition' | 'mention')[], limit: number): Promise<readonly string[]>
  /** Long forms that the corpus itself gives for an abbreviation (Schwartz–Hearst), most frequent first. */
  expansionsOf(abbreviation: string): Promise<readonly string[]>
}
