import type { Connection, Table } from '@lancedb/lancedb'
import type { Schema } from 'apache-arrow'
import { Fault } from '../../core/model/index.ts'

type LanceModule = typeof import('@lancedb/lancedb')

let loading: Promise<LanceModule> | null = null

/** LanceDB, loaded when first used: it takes a tenth of a second and 100 MB that `consilium --help` need not pay. */
export async function loadLance(): Promise<LanceModule> {
  loading ??= import('@lancedb/lancedb')
  return loading
}

/** Opens the LanceDB folder; LanceDB is loaded here and not before. */
export async function connectLance(directory: string): Promise<Connection> {
  return (await loadLance()).connect(directory)
}

/** Column types of the passage table (see `IndexRow`). */
export async function passageSchema(): Promise<Schema> {
  const { Field, Int32, Schema: ArrowSchema, Utf8 } = await import('apache-arrow')
  const text = (name: string): InstanceType<typeof Field> => new Field(name, new Utf8(), false)
  const whole = (name: string, nullable: boolean): InstanceType<typeof Field> => new Field(name, new Int32(), nullable)
  return new ArrowSchema([
    text('passage_id'), text('source_id'), text('version'), whole('start', false), whole('end', false), text('section'), text('kind'), whole('year', true), text('terms'),
  ])
}

const TERMS_INDEX = 'terms_idx'

/**
 * How much longer than the state before this one old states are kept, for searches under way elsewhere. It must not be
 * nothing: LanceDB turns the date into an age and back, by which the state to be kept would itself be old enough to go.
 */
const GRACE_MS = 10_000

/**
 * Brings the full-text index over all rows: builds it on a new table, merges the new rows into it on an old one.
 * Words are analysed by `searchTerms` before they come here, so that queries, statistics and re-ranking see the same
 * terms; LanceDB only splits at spaces. Versions older than the one readers may still use are cleared away.
 */
export async function indexTerms(table: Table, held: { readonly version: number } | null): Promise<void> {
  const { Index } = await loadLance()
  if (held === null) {
    await table.createIndex('terms', {
      name: TERMS_INDEX,
      config: Index.fts({ baseTokenizer: 'whitespace', lowercase: false, stem: false, removeStopWords: false, asciiFolding: false, withPosition: false, maxTokenLength: 64 }),
    })
  }
  const inUse = held === null ? undefined : (await table.listVersions()).find(({ version }) => version === held.version)
  await table.optimize(inUse === undefined ? {} : { cleanupOlderThan: new Date(inUse.timestamp.getTime() - GRACE_MS) })
  if (!await isFullyIndexed(table)) throw new Fault('internal', 'some passages were left out of the search index', 'Delete the `index` folder of the home: it is built again from the store.')
}

/** Whether a search reaches every row without a scan, which would cost a hundred times more. */
export async function isFullyIndexed(table: Table): Promise<boolean> {
  const statistics = await table.indexStats(TERMS_INDEX)
  return statistics !== undefined && statistics.numUnindexedRows === 0
}
