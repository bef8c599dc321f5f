import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection, Table } from '@lancedb/lancedb'
import { Fault } from '../../core/model/index.ts'
import type { IndexedPassage, PassageIndexWriter, StoreChanges } from '../../pipeline/ingest/ports.ts'
import type { PassageIndexReader, PassageIndexView } from '../../pipeline/retrieval/ports.ts'
import { manifestPath, readManifest, writeManifest, type IndexEntry } from './index-manifest.ts'
import { fieldsOf, readTerms, toRow, versionKey, type IndexRow } from './index-row.ts'
import { connectLance, indexTerms, passageSchema } from './lance.ts'
import { LanceIndexView } from './lance-index-view.ts'
import { TermStatisticsWriter } from './term-statistics.ts'

/** The search index of one home: written by ingest, read by retrieval, and always possible to build again. */
export interface PassageIndex extends PassageIndexWriter, PassageIndexReader {
  close(): Promise<void>
}

/** Opens the index in a home's folder; nothing is read or made before it is needed, nor is LanceDB loaded. */
export function openPassageIndex(homeDirectory: string): PassageIndex {
  return new LancePassageIndex(join(homeDirectory, 'index'))
}

/** Rows gathered before they are written: each write makes a fragment, and a few large ones are searched faster. */
const ROWS_A_WRITE = 1_500
const VIEWS_KEPT = 2

class LancePassageIndex implements PassageIndex {
  readonly #directory: string
  #connection: Connection | null = null
  /** By manifest entry, the last one used last. Two, so that a search under way keeps its state while the next one is published. */
  readonly #views = new Map<string, Promise<LanceIndexView | null>>()

  constructor(directory: string) {
    this.#directory = directory
  }

  async revision(): Promise<number | null> {
    const newest = (await readManifest(this.#directory))?.entries[0]
    if (newest === undefined) return null
    return await this.#open(newest) === null ? null : newest.revision
  }

  async openAt(revision: number): Promise<PassageIndexView | null> {
    const entry = (await readManifest(this.#directory))?.entries.find((candidate) => candidate.revision === revision)
    return entry === undefined ? null : this.#open(entry)
  }

  async reset(): Promise<void> {
    await this.#guard(async () => {
      // Only the manifest goes: readers that hold the old tables open may finish, and the next `apply` clears them away.
      await rm(manifestPath(this.#directory), { force: true })
      await this.#closeViews(0)
    })
  }

  async apply(changes: StoreChanges, onProgress?: (passages: number) => void): Promise<void> {
    await this.#guard(async () => {
      await mkdir(this.#directory, { recursive: true })
      const previous = (await readManifest(this.#directory))?.entries[0] ?? null
      if (previous !== null && previous.revision === changes.revision) return
      await this.#removeAllBut(previous === null ? [] : [previous])
      const entry = await this.#writeEntry(previous, changes, onProgress)
      await writeManifest(this.#directory, previous === null ? [entry] : [entry, previous])
      await this.#removeAllBut(previous === null ? [entry] : [entry, previous])
    })
  }

  async close(): Promise<void> {
    await this.#closeViews(0)
    this.#connection?.close()
    this.#connection = null
  }

  async #writeEntry(previous: IndexEntry | null, changes: StoreChanges, onProgress?: (passages: number) => void): Promise<IndexEntry> {
    const connection = await this.#connect()
    // A name is never used twice: a reader may still hold what it named before.
    const unique = randomUUID().slice(0, 8)
    const statisticsFile = `terms-${changes.revision}-${unique}.db`
    if (previous !== null) await copyFile(join(this.#directory, previous.statistics), join(this.#directory, statisticsFile))
    const statistics = new TermStatisticsWriter(join(this.#directory, statisticsFile))
    try {
      const held = previous?.table ?? null
      const name = held?.name ?? `passages-${changes.revision}-${unique}`
      let table = held === null ? null : await openAsOf(connection, held)
      if (table !== null) await removePassages(table, changes.removed, statistics)
      let written = 0
      for await (const batch of gathered(changes.added, ROWS_A_WRITE)) {
        const rows = batch.map((passage) => {
          const fields = fieldsOf(passage)
          statistics.count(fields, 1)
          return toRow(passage, fields)
        })
        if (table === null) table = await connection.createTable(name, rows, { schema: await passageSchema() })
        else await table.add(rows)
        written += rows.length
        onProgress?.(written)
      }
      if (table === null) return { revision: changes.revision, table: null, statistics: statisticsFile }
      await indexTerms(table, held)
      const version = await table.version()
      table.close()
      return { revision: changes.revision, table: { name, version }, statistics: statisticsFile }
    } finally {
      statistics.close()
    }
  }

  /** Null when the files do not hold what the manifest says. */
  async #open(entry: IndexEntry): Promise<LanceIndexView | null> {
    const key = JSON.stringify(entry)
    const opening = this.#views.get(key) ?? LanceIndexView.open(this.#directory, entry, async () => this.#connect())
    this.#views.delete(key)
    this.#views.set(key, opening)
    const view = await opening
    if (view === null) this.#views.delete(key)
    await this.#closeViews(VIEWS_KEPT)
    return view
  }

  async #closeViews(keep: number): Promise<void> {
    for (const [key, opening] of [...this.#views].slice(0, Math.max(0, this.#views.size - keep))) {
      this.#views.delete(key)
      const view = await opening
      view?.close()
    }
  }

  async #connect(): Promise<Connection> {
    this.#connection ??= await connectLance(this.#directory)
    return this.#connection
  }

  /** Clears away what no entry names: tables of a rebuilt index and what a killed writer left. */
  async #removeAllBut(entries: readonly IndexEntry[]): Promise<void> {
    const kept = new Set(entries.flatMap(({ table, statistics }) => [statistics, ...(table === null ? [] : [`${table.name}.lance`])]))
    for (const name of await readdir(this.#directory)) {
      if (/^(?:passages-|terms-)/.test(name) && !kept.has(name)) await rm(join(this.#directory, name), { recursive: true, force: true })
    }
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Fault) throw error
      const full = /no space left|ENOSPC|SQLITE_FULL|os error 28/iu.test(String(error))
      throw full
        ? new Fault('storage', `No space is left to write the search index ${this.#directory}.`, 'Free some disk space and run the same command again; the sources themselves are kept.', { cause: error, retryable: true })
        : new Fault('storage', `The search index ${this.#directory} could not be written.`, 'Check that the folder is writable and run the same command again; if it persists, delete that folder: it is built again from the store.', { cause: error, retryable: true })
    }
  }
}

/** The table as an entry names it; what a killed writer added after that is undone. */
async function openAsOf(connection: Connection, held: { readonly name: string; readonly version: number }): Promise<Table> {
  const table = await connection.openTable(held.name)
  if (await table.version() === held.version) return table
  await table.checkout(held.version)
  await table.restore()
  return table
}

async function removePassages(table: Table, removed: StoreChanges['removed'], statistics: TermStatisticsWriter): Promise<void> {
  for (let at = 0; at < removed.length; at += 200) {
    const keys = removed.slice(at, at + 200).map(({ sourceId, contentHash }) => `'${versionKey(sourceId, contentHash).replaceAll("'", "''")}'`)
    const predicate = `version IN (${keys.join(', ')})`
    const rows: Pick<IndexRow, 'terms'>[] = await table.query().where(predicate).select(['terms']).toArray()
    for (const row of rows) statistics.count(readTerms(row.terms), -1)
    if (rows.length > 0) await table.delete(predicate)
  }
}

async function* gathered(batches: AsyncIterable<readonly IndexedPassage[]>, size: number): AsyncGenerator<readonly IndexedPassage[]> {
  let waiting: IndexedPassage[] = []
  for await (const batch of batches) {
    waiting.push(...batch)
    if (waiting.length < size) continue
    yield waiting
    waiting = []
  }
  if (waiting.length > 0) yield waiting
}
