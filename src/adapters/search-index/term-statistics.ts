import Database from 'better-sqlite3'
import type { CollectionStatistics, PassageFields } from '../../pipeline/retrieval/ports.ts'

/** Distinct terms counted in memory before they are written out. */
const PENDING_LIMIT = 50_000

/**
 * Counts terms while an index is written. The counts live in a small SQLite file of their own, one for each state of
 * the index, so that a search looks up only the terms it asks for and a reader of the old state keeps its own.
 */
export class TermStatisticsWriter {
  readonly #database: Database.Database
  readonly #pending = new Map<string, number>()
  readonly #totals = { passages: 0, title: 0, headings: 0, text: 0 }

  /** Opens the file to count on from what it holds; makes it when it is not there. */
  constructor(path: string) {
    this.#database = new Database(path)
    // The file counts only once the manifest names it, so that a torn one is never read; one sync at the end is enough.
    this.#database.pragma('journal_mode = DELETE')
    this.#database.pragma('synchronous = NORMAL')
    this.#database.exec('create table if not exists term (term text primary key, passages integer not null) without rowid')
    this.#database.exec('create table if not exists total (name text primary key, value integer not null) without rowid')
  }

  /** Counts a passage in (+1) or out (−1). */
  count(fields: PassageFields<readonly string[]>, sign: 1 | -1): void {
    for (const term of new Set([...fields.title, ...fields.headings, ...fields.text])) this.#pending.set(term, (this.#pending.get(term) ?? 0) + sign)
    this.#totals.passages += sign
    this.#totals.title += sign * fields.title.length
    this.#totals.headings += sign * fields.headings.length
    this.#totals.text += sign * fields.text.length
    if (this.#pending.size >= PENDING_LIMIT) this.#flush()
  }

  close(): void {
    this.#flush()
    this.#database.close()
  }

  #flush(): void {
    const addTerm = this.#database.prepare('insert into term values (?, ?) on conflict (term) do update set passages = passages + excluded.passages')
    const addTotal = this.#database.prepare('insert into total values (?, ?) on conflict (name) do update set value = value + excluded.value')
    this.#database.transaction(() => {
      for (const [term, passages] of this.#pending) addTerm.run(term, passages)
      for (const [name, value] of Object.entries(this.#totals)) addTotal.run(name, value)
      this.#database.exec('delete from term where passages <= 0')
    })()
    this.#pending.clear()
    Object.assign(this.#totals, { passages: 0, title: 0, headings: 0, text: 0 })
  }
}

/** Reads the counts of one state of the index. */
export function openTermStatistics(path: string): CollectionStatistics & { close(): void } {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  const totals = new Map(database.prepare<[], { name: string; value: number }>('select name, value from total').all().map(({ name, value }) => [name, value]))
  const passages = totals.get('passages') ?? 0
  const mean = (field: string): number => (passages === 0 ? 0 : (totals.get(field) ?? 0) / passages)
  const lookUp = database.prepare<[string], { passages: number }>('select passages from term where term = ?')
  return {
    passages,
    meanLength: { title: mean('title'), headings: mean('headings'), text: mean('text') },
    documentFrequencies(terms) {
      return new Map(terms.flatMap((term): [string, number][] => {
        const row = lookUp.get(term)
        return row === undefined ? [] : [[term, row.passages]]
      }))
    },
    close: () => database.close(),
  }
}
