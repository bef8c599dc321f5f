import type { Passage, Snapshot, Source } from '../../core/model/index.ts'

/** A passage with its score; scores order results and are never printed in an article. */
export type RankedPassage = { readonly passage: Passage; readonly source: Source; readonly score: number }

/** A hit of the raw index. */
export type IndexHit = { readonly passageId: string; readonly sourceId: string; readonly contentHash: string; readonly score: number; readonly title: string; readonly text: string; readonly start: number; readonly end: number; readonly section: string; readonly kind: Source['kind']; readonly year: number | null }

/** Reads sources of one published snapshot, whatever has been written since. */
export interface SourceReader {
  snapshot(): Promise<Snapshot>
  /** In the order asked; ids that the snapshot does not hold are left out. */
  sources(ids: readonly string[]): Promise<readonly Source[]>
  /** Ids of sources that are about any of the concepts in one of the roles, sorted by id. */
  sourceIdsByConcept(conceptIds: readonly string[], roles: readonly ('intervention' | 'comparator' | 'condition' | 'mention')[], limit: number): Promise<readonly string[]>
  /** Long forms that the corpus itself gives for an abbreviation (Schwartz–Hearst), most frequent first. */
  expansionsOf(abbreviation: string): Promise<readonly string[]>
}
