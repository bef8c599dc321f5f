import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection, Table } from '@lancedb/lancedb'
import { Fault } from '../../core/model/index.ts'
import type { Candidate, CollectionStatistics, PassageIndexView, WeightedTerm } from '../../pipeline/retrieval/ports.ts'
import type { IndexEntry } from './index-manifest.ts'
import { CANDIDATE_COLUMNS, toCandidate, type IndexRow } from './index-row.ts'
import { isFullyIndexed, loadLance } from './lance.ts'
import { openTermStatistics } from './term-statistics.ts'

/** One state of the index, open for reading at a fixed version of its table. */
export class LanceIndexView implements PassageIndexView {
  readonly statistics: CollectionStatistics
  readonly #table: Table | null
  readonly #directory: string
  readonly #closeStatistics: () => void

  private constructor(directory: string, table: Table | null, statistics: CollectionStatistics & { close(): void }) {
    this.#directory = directory
    this.#table = table
    this.statistics = statistics
    this.#closeStatistics = () => statistics.close()
  }

  /** Null when the files are not there or are not what the entry says: the index then has to be built again. */
  static async open(directory: string, entry: IndexEntry, connect: () => Promise<Connection>): Promise<LanceIndexView | null> {
    const statisticsPath = join(directory, entry.statistics)
    if (!existsSync(statisticsPath)) return null
    let statistics: ReturnType<typeof openTermStatistics> | null = null
    try {
      statistics = openTermStatistics(statisticsPath)
      const table = entry.table === null ? null : await openTable(await connect(), entry.table)
      if (table === 'damaged') {
        statistics.close()
        return null
      }
      return new LanceIndexView(directory, table, statistics)
    } catch {
      // Whatever is wrong with a derived file, the remedy is the same.
      statistics?.close()
      return null
    }
  }

  async candidates(query: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]> {
    if (this.#table === null || query.length === 0) return []
    const { BooleanQuery, MatchQuery, Occur } = await loadLance()
    const even = query.every(({ weight }) => weight === query[0]?.weight)
    const search = even
      ? new MatchQuery(query.map(({ term }) => term).join(' '), 'terms')
      : new BooleanQuery(query.map(({ term, weight }) => [Occur.Should, new MatchQuery(term, 'terms', { boost: weight })]))
    try {
      const rows: Omit<IndexRow, 'version'>[] = await this.#table.query().fullTextSearch(search).select([...CANDIDATE_COLUMNS, '_score']).fastSearch().limit(limit).toArray()
      return rows.map(toCandidate)
    } catch (error) {
      throw new Fault('storage', `The search index ${this.#directory} is damaged.`, 'Delete that folder: it is built again from the store.', { cause: error, retryable: true })
    }
  }

  close(): void {
    this.#table?.close()
    this.#closeStatistics()
  }
}

async function openTable(connection: Connection, { name, version }: { readonly name: string; readonly version: number }): Promise<Table | 'damaged'> {
  const table = await connection.openTable(name)
  await table.checkout(version)
  return await isFullyIndexed(table) ? table : 'damaged'
}
