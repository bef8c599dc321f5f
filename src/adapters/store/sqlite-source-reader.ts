import type { Kysely } from 'kysely'
import type { Snapshot, Source } from '../../core/model/index.ts'
import type { SourceReader } from '../../pipeline/retrieval/ports.ts'
import { fromJsonColumn } from './json-column.ts'
import { inChunks, isHeldAt } from './queries.ts'
import { abbreviationKey } from './save-sources.ts'
import type { StoreSchema } from './schema.ts'
import type { SourceCache } from './source-cache.ts'

/** Reads the home as it was when a snapshot was published; what is written meanwhile is not seen. */
export class SqliteSourceReader implements SourceReader {
  readonly #db: Kysely<StoreSchema>
  readonly #cache: SourceCache
  readonly #snapshot: Snapshot

  constructor(db: Kysely<StoreSchema>, cache: SourceCache, snapshot: Snapshot) {
    this.#db = db
    this.#cache = cache
    this.#snapshot = snapshot
  }

  async snapshot(): Promise<Snapshot> {
    return this.#snapshot
  }

  async sources(ids: readonly string[]): Promise<readonly Source[]> {
    const found = new Map<string, Source>()
    const missing: { source_id: string; since_revision: number }[] = []
    for (const chunk of inChunks([...new Set(ids)], 500)) {
      const versions = await this.#db.selectFrom('source_version').select(['source_id', 'since_revision']).where('source_id', 'in', chunk).where(isHeldAt(this.#snapshot.revision)).execute()
      for (const version of versions) {
        const held = this.#cache.get(version.source_id, version.since_revision)
        if (held === undefined) missing.push(version)
        else found.set(version.source_id, held)
      }
    }
    for (const chunk of inChunks(missing, 100)) {
      const rows = await this.#db.selectFrom('source_version').select(['source_id', 'since_revision', 'document'])
        .where('source_id', 'in', chunk.map(({ source_id }) => source_id)).where(isHeldAt(this.#snapshot.revision)).execute()
      for (const row of rows) {
        const source = fromJsonColumn<Source>(row.document)
        this.#cache.set(row.source_id, row.since_revision, source, row.document.length)
        found.set(row.source_id, source)
      }
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  async sourceIdsByConcept(conceptIds: readonly string[], roles: readonly ('intervention' | 'comparator' | 'condition' | 'mention')[], limit: number): Promise<readonly string[]> {
    if (conceptIds.length === 0 || roles.length === 0) return []
    const rows = await this.#db.selectFrom('source_concept')
      .innerJoin('source_version', (join) => join.onRef('source_version.source_id', '=', 'source_concept.source_id').onRef('source_version.since_revision', '=', 'source_concept.since_revision'))
      .select(['source_concept.source_id', 'source_version.structured']).distinct()
      .where('source_concept.concept_id', 'in', [...conceptIds]).where('source_concept.role', 'in', [...roles]).where(isHeldAt(this.#snapshot.revision))
      .orderBy('source_version.structured', 'desc').orderBy('source_concept.source_id').limit(limit).execute()
    return rows.map(({ source_id }) => source_id)
  }

  async expansionsOf(abbreviation: string): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('abbreviation')
      .innerJoin('source_version', (join) => join.onRef('source_version.source_id', '=', 'abbreviation.source_id').onRef('source_version.since_revision', '=', 'abbreviation.since_revision'))
      .select('abbreviation.long_form').select((builder) => builder.fn.countAll<number>().as('uses'))
      .where('abbreviation.short_key', '=', abbreviationKey(abbreviation)).where(isHeldAt(this.#snapshot.revision))
      .groupBy('abbreviation.long_form').orderBy('uses', 'desc').orderBy('abbreviation.long_form').limit(10).execute()
    return rows.map(({ long_form }) => long_form)
  }
}
