import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Fault, type Snapshot } from '../../core/model/index.ts'
import type { SourceStore, WriteSession } from '../../pipeline/ingest/ports.ts'
import type { SourceReader } from '../../pipeline/retrieval/ports.ts'
import { SqliteArticleLedger, type ArticleLedger } from './article-ledger.ts'
import { latestRevision, publishedSnapshot, readState } from './home-state.ts'
import { migrations } from './migrations.ts'
import { isHeldAt } from './queries.ts'
import type { StoreSchema } from './schema.ts'
import { SourceCache } from './source-cache.ts'
import { openSqliteFile } from './sqlite-file.ts'
import { SqliteSourceReader } from './sqlite-source-reader.ts'
import { SqliteWriteSession } from './sqlite-write-session.ts'
import { asStorageFault } from './storage-fault.ts'
import { WriterLock } from './writer-lock.ts'

/** The system of record of one home. */
export interface Store extends SourceStore {
  /** Whether the home cannot be written: questions are answered, nothing is kept. */
  readonly readOnly: boolean
  readonly path: string
  readonly articles: ArticleLedger
  /** A reader of the snapshot published now; null before the first. It keeps answering from it whatever is written. */
  openReader(): Promise<SourceReader | null>
  /** The starter library held, by its version; null before the first. */
  starterVersion(): Promise<string | null>
  /** What the published snapshot holds; all zero before the first. */
  counts(): Promise<StoreCounts>
  close(): Promise<void>
}

export type StoreCounts = { readonly sources: number; readonly passages: number; readonly retracted: number }

/**
 * Opens the home's database, making or upgrading it where needed. Throws a `storage` Fault, with the path and what to
 * do, when it is damaged, written by a newer Consilium, or neither there nor possible to make.
 */
export async function openStore(homeDirectory: string, options: { readonly readOnly?: boolean } = {}): Promise<Store> {
  const path = join(homeDirectory, 'consilium.db')
  const { database, readOnly } = openSqliteFile(path, options)
  const db = new Kysely<StoreSchema>({ dialect: new SqliteDialect({ database }) })
  try {
    await bringUpToDate(db, path, readOnly)
  } catch (error) {
    database.close()
    throw asStorageFault(error, path)
  }
  return new SqliteStore(db, path, readOnly)
}

class SqliteStore implements Store {
  readonly readOnly: boolean
  readonly path: string
  readonly articles: ArticleLedger
  readonly #db: Kysely<StoreSchema>
  readonly #cache = new SourceCache()

  constructor(db: Kysely<StoreSchema>, path: string, readOnly: boolean) {
    this.#db = db
    this.path = path
    this.readOnly = readOnly
    this.articles = new SqliteArticleLedger(db, readOnly)
  }

  async beginWriting(owner: string): Promise<WriteSession> {
    if (this.readOnly) throw new Fault('storage', `${this.path} cannot be written.`, 'Make the folder writable, or choose another home with --home or CONSILIUM_HOME.')
    return new SqliteWriteSession(this.#db, await WriterLock.acquire(this.#db, owner))
  }

  async latestRevision(): Promise<number> {
    return latestRevision(this.#db)
  }

  async publishedSnapshot(): Promise<Snapshot | null> {
    return publishedSnapshot(this.#db)
  }

  async openReader(): Promise<SourceReader | null> {
    const snapshot = await publishedSnapshot(this.#db)
    return snapshot === null ? null : new SqliteSourceReader(this.#db, this.#cache, snapshot)
  }

  async starterVersion(): Promise<string | null> {
    return readState(this.#db, 'starter-version')
  }

  async counts(): Promise<StoreCounts> {
    const snapshot = await publishedSnapshot(this.#db)
    if (snapshot === null) return { sources: 0, passages: 0, retracted: 0 }
    const { passages, retracted } = await this.#db.selectFrom('source_version')
      .select((builder) => [
        builder.fn.coalesce(builder.fn.sum<number>('passage_count'), builder.lit(0)).as('passages'),
        builder.fn.coalesce(builder.fn.sum<number>(builder.case().when('retraction', '=', 'retracted').then(1).else(0).end()), builder.lit(0)).as('retracted'),
      ])
      .where(isHeldAt(snapshot.revision)).executeTakeFirstOrThrow()
    return { sources: snapshot.sources, passages, retracted }
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }
}

const MIGRATION_ATTEMPTS = 5

/** Runs the migrations that are missing; refuses a database that knows some we do not. */
async function bringUpToDate(db: Kysely<StoreSchema>, path: string, readOnly: boolean): Promise<void> {
  const applied = await appliedMigrations(db)
  const known = Object.keys(migrations)
  const unknown = applied.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Fault('storage', `${path} was written by a newer version of Consilium (${unknown.join(', ')}).`, 'Update Consilium, or choose another home with --home or CONSILIUM_HOME.')
  }
  if (applied.length === known.length) return
  if (readOnly) {
    throw new Fault('storage', `${path} was written by an older version of Consilium and cannot be upgraded, because it is read-only.`, 'Make it writable once, or choose another home with --home or CONSILIUM_HOME.')
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateToLatest()
    if (error === undefined) return
    // Another process may be making the same home at this moment: what it did is then there when we look again.
    if (attempt === MIGRATION_ATTEMPTS) throw error
    await setTimeout(100 * attempt)
  }
}

async function appliedMigrations(db: Kysely<StoreSchema>): Promise<string[]> {
  const untyped = db.withTables<{ readonly kysely_migration: { readonly name: string } }>()
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows = await untyped.selectFrom('kysely_migration').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}
