import type { Kysely } from 'kysely'
import { passageId, type Source } from '../../core/model/index.ts'
import type { IndexedPassage } from '../../pipeline/ingest/ports.ts'
import { fromJsonColumn } from './json-column.ts'
import { isHeldAt } from './queries.ts'
import type { SourceVersionTable, StoreSchema } from './schema.ts'

/** Sources read at a time: a full text has about 70 kB, so a page stays below a few megabytes. */
const PAGE = 50

/** The passages of versions that are new between two revisions, a page of sources at a time, in the order of their ids. */
export async function* addedPassages(db: Kysely<StoreSchema>, after: number, upTo: number): AsyncGenerator<readonly IndexedPassage[]> {
  for (let last: string | null = null; ;) {
    let query = db.selectFrom('source_version').select(['source_id', 'content_hash', 'kind', 'title', 'year', 'document', 'passages'])
      .where('since_revision', '>', after).where(isHeldAt(upTo)).orderBy('source_id').limit(PAGE)
    if (last !== null) query = query.where('source_id', '>', last)
    const rows = await query.execute()
    const passages = rows.flatMap(passagesOf)
    if (passages.length > 0) yield passages
    last = rows.at(-1)?.source_id ?? null
    if (rows.length < PAGE || last === null) return
  }
}

type VersionWithText = Pick<SourceVersionTable, 'source_id' | 'content_hash' | 'kind' | 'title' | 'year' | 'document' | 'passages'>

function passagesOf(row: VersionWithText): IndexedPassage[] {
  const source = fromJsonColumn<Source>(row.document)
  const packed = fromJsonColumn<[number, number, string][]>(row.passages)
  const headings = [...new Set([...source.meshHeadings, ...source.keywords])]
  return packed.map(([start, end, section]) => ({
    id: passageId(row.source_id, start, end),
    sourceId: row.source_id,
    start,
    end,
    section,
    text: source.text.slice(start, end),
    contentHash: row.content_hash,
    title: row.title,
    headings,
    kind: row.kind,
    year: row.year,
  }))
}
