import { passageId, sha256, sourceSchema, type Source } from '../../core/model/index.ts'
import type { SourceConcept, SourceToStore } from '../../pipeline/ingest/ports.ts'

/** A small source for tests of the store and the index: its text is one passage. */
export function testSource(id: string, text: string, more: Partial<Source> = {}): Source {
  return sourceSchema.parse({
    id, studyId: null, kind: 'rct', title: `Title of ${id}`, authors: [], organization: null, journal: null, year: 2020, pmid: null, doi: null, url: null,
    retraction: { state: 'none', notice: null }, funding: 'unclear', fundingNote: null, textKind: 'abstract', text, sections: [], dataDate: '2024-01-01', ...more,
  })
}

/** A source as ingest would hand it to the store, for tests. */
export function toStored(source: Source, concepts: readonly SourceConcept[] = [], origin: SourceToStore['origin'] = 'added'): SourceToStore {
  const { id, text } = source
  return { source, contentHash: sha256(JSON.stringify(source)), passages: [{ id: passageId(id, 0, text.length), sourceId: id, start: 0, end: text.length, section: 'Abstract', text }], concepts, origin }
}
