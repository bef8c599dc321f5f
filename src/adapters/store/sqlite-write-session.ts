import type { Kysely } from 'kysely'
import { Fault, snapshotId, type Snapshot } from '../../core/model/index.ts'
import type { SaveCounts, SourceToStore, StateNotice, StoreChanges, WriteSession } from '../../pipeline/ingest/ports.ts'
import { latestRevision, readState, writeState } from './home-state.ts'
import { inChunks, isCurrent, isHeldAt } from './queries.ts'
import { endVersions, reviseNoticed, saveSources } from './save-sources.ts'
import type { StoreSchema } from './schema.ts'
import { addedPassages } from './store-changes.ts'
import type { WriterLock } from './writer-lock.ts'

/** Writes while it holds the home's lock; each method is one transaction, on disk when it resolves. */
export class SqliteWriteSession implements WriteSession {
  readonly #db: Kysely<StoreSchema>
  readonly #lock: WriterLock

  constructor(db: Kysely<StoreSchema>, lock: WriterLock) {
    this.#db = db
    this.#lock = lock
  }

  async save(batch: readonly SourceToStore[]): Promise<SaveCounts> {
    return this.#revise(async (db, revision) => {
      const counts = await saveSources(db, batch, revision)
      return { result: counts, changed: counts.added + counts.changed > 0 }
    })
  }

  async saveNotices(notices: readonly StateNotice[]): Promise<void> {
    if (notices.length === 0) return
    await this.#revise(async (db, revision) => {
      const rows = notices.map(({ targetPmid, state, notice }) => ({ target_pmid: targetPmid, state, notice }))
      for (const chunk of inChunks(rows, 500)) await db.insertInto('notice').values(chunk).onConflict((conflict) => conflict.doNothing()).execute()
      const revised = await reviseNoticed(db, notices.map(({ targetPmid }) => targetPmid), revision)
      return { result: undefined, changed: revised > 0 }
    })
  }

  async isFileDone(fingerprint: string): Promise<boolean> {
    return await this.#db.selectFrom('ingested_file').select('fingerprint').where('fingerprint', '=', fingerprint).executeTakeFirst() !== undefined
  }

  async markFileDone(fingerprint: string, counts: { readonly sources: number; readonly passages: number }): Promise<void> {
    await this.#write(async (db) => {
      await db.insertInto('ingested_file').values({ fingerprint, ...counts }).onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(counts)).execute()
    })
  }

  async starterVersion(): Promise<string | null> {
    return readState(this.#db, 'starter-version')
  }

  async finishStarter(version: string, keepIds: readonly string[]): Promise<void> {
    await this.#revise(async (db, revision) => {
      const keep = new Set(keepIds)
      const held = await db.selectFrom('source_version').select('source_id').where('origin', '=', 'starter').where(isCurrent()).execute()
      const leaving = held.map(({ source_id }) => source_id).filter((id) => !keep.has(id))
      await endVersions(db, leaving, revision)
      await writeState(db, 'starter-version', version)
      return { result: undefined, changed: leaving.length > 0 }
    })
  }

  async changesSince(revision: number): Promise<StoreChanges> {
    const latest = await latestRevision(this.#db)
    const removed = await this.#db.selectFrom('source_version').select(['source_id', 'content_hash'])
      .where('since_revision', '<=', revision).where('until_revision', '>', revision).where('until_revision', '<=', latest)
      .orderBy('source_id').execute()
    const { count } = await this.#db.selectFrom('source_version').select((builder) => builder.fn.countAll<number>().as('count'))
      .where('since_revision', '>', revision).where(isHeldAt(latest)).executeTakeFirstOrThrow()
    return {
      revision: latest,
      removed: removed.map((row) => ({ sourceId: row.source_id, contentHash: row.content_hash })),
      added: addedPassages(this.#db, revision, latest),
      addedSources: count,
    }
  }

  async publish(revision: number): Promise<Snapshot> {
    return this.#write(async (db) => {
      const latest = await latestRevision(db)
      if (revision > latest) throw new Fault('internal', `revision ${revision} cannot be published: the store is at ${latest}`, 'Please report this as a defect.')
      const members = await db.selectFrom('source_version').select(['source_id as id', 'content_hash as contentHash', 'data_date as dataDate']).where(isHeldAt(revision)).execute()
      const date = members.reduce<string | null>((newest, { dataDate }) => (dataDate !== null && (newest === null || dataDate > newest) ? dataDate : newest), null)
      const snapshot: Snapshot = { id: snapshotId(members), date, sources: members.length, revision }
      await writeState(db, 'published-snapshot', JSON.stringify(snapshot))
      return snapshot
    })
  }

  async close(): Promise<void> {
    await this.#lock.release()
  }

  /** One transaction that holds the write lock from its first statement and ends it if another writer took over. */
  async #write<T>(work: (db: Kysely<StoreSchema>) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async (transaction) => {
      await this.#lock.renew(transaction)
      return work(transaction)
    })
  }

  /** A write that makes the next revision, if it changed anything. */
  async #revise<T>(work: (db: Kysely<StoreSchema>, revision: number) => Promise<{ readonly result: T; readonly changed: boolean }>): Promise<T> {
    return this.#write(async (db) => {
      const revision = await latestRevision(db) + 1
      const { result, changed } = await work(db, revision)
      if (changed) await writeState(db, 'latest-revision', String(revision))
      return result
    })
  }
}
