import { canonicalJson, passageId, sha256, sourceSchema } from '../../core/model/index.ts'
import type { PassageIndexWriter, SourceToStore, WriteSession } from '../../pipeline/ingest/ports.ts'
import { refreshIndex } from '../../pipeline/ingest/index.ts'
import type { BeirDocument } from './read-beir.ts'

const BATCH = 500

/** Puts a test collection into a home as any document gets there: each document a source with one passage. */
export async function buildHome(dependencies: { readonly session: WriteSession; readonly index: PassageIndexWriter }, corpus: AsyncIterable<BeirDocument>): Promise<number> {
  let batch: SourceToStore[] = []
  let documents = 0
  for await (const document of corpus) {
    batch.push(toSourceToStore(document))
    documents += 1
    if (batch.length < BATCH) continue
    await dependencies.session.save(batch)
    batch = []
  }
  await dependencies.session.save(batch)
  await refreshIndex(dependencies)
  return documents
}

function toSourceToStore({ id, title, text }: BeirDocument): SourceToStore {
  const source = sourceSchema.parse({
    id, studyId: null, kind: 'other', title, authors: [], organization: null, journal: null, year: null, pmid: null, doi: null, url: null,
    retraction: { state: 'none', notice: null }, funding: 'unclear', fundingNote: null, textKind: 'abstract', text, sections: [], dataDate: null,
  })
  return {
    source,
    contentHash: sha256(canonicalJson(source)),
    passages: [{ id: passageId(id, 0, text.length), sourceId: id, start: 0, end: text.length, section: '', text }],
    concepts: [],
    origin: 'added',
  }
}
