import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type { SQLInputValue } from 'node:sqlite'
import { Fault } from '../../core/model/index.ts'
import { asStorageFault } from './storage-fault.ts'

/** An open database file, and whether it can be written. */
export type SqliteFile = { readonly database: SqliteDatabase; readonly readOnly: boolean }

/** How long a statement waits for another process's write before it gives up, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000

/**
 * Opens a database file so that a committed transaction survives a power cut (WAL, `synchronous=FULL`).
 *
 * On a disk that cannot be written the file is opened for reading: as it is when its log files are there, and as
 * immutable when they are not, since a WAL database cannot otherwise be read without writing beside it.
 */
export function openSqliteFile(path: string, options: { readonly readOnly?: boolean } = {}): SqliteFile {
  if (options.readOnly === true) return openForReading(path)
  try {
    makeFolder(dirname(path))
    // SQLite would open a file that it cannot write without a word: a read-only disk must show now.
    accessSync(dirname(path), constants.W_OK)
    if (existsSync(path)) accessSync(path, constants.W_OK)
    const database = new Database(path, { timeout: BUSY_TIMEOUT_MS })
    try {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
    } catch (error) {
      database.close()
      throw error
    }
    return { database: guarded(database, path), readOnly: false }
  } catch (error) {
    const cannotWrite = isBecauseReadOnly(error)
    if (cannotWrite && existsSync(path)) return openForReading(path)
    if (!cannotWrite || existsSync(path)) throw asStorageFault(error, path)
    throw new Fault('storage', `There is no database at ${path} and none can be made there.`, 'Choose a writable home with --home or CONSILIUM_HOME.', { cause: error })
  }
}

/** Makes a folder and those above it, one by one: Node's own recursive call never returns where a file system refuses (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(folder)) throw error
  }
}

function isBecauseReadOnly(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || ['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(code)
}

function openForReading(path: string): SqliteFile {
  if (!existsSync(path)) throw new Fault('storage', `There is no database at ${path}.`, 'Run `consilium ingest` or `consilium ask` once with a writable home, or choose another one with --home.')
  const hasLog = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
  try {
    const database = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS })
    database.prepare('select 1 from sqlite_master').all()
    return { database: guarded(database, path), readOnly: true }
  } catch (error) {
    if (hasLog || !isBecauseReadOnly(error)) throw asStorageFault(error, path)
  }
  return { database: guarded(openImmutable(path), path), readOnly: true }
}

/** better-sqlite3 takes no URI, so the one mode that needs it goes through Node's own SQLite; loaded only then. */
function openImmutable(path: string): SqliteDatabase {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  const database = new DatabaseSync(url, { readOnly: true })
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our statements bind text, numbers and null only
const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]

/** The same database, its errors told as Faults that name the file. */
function guarded(database: SqliteDatabase, path: string): SqliteDatabase {
  const guard = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw asStorageFault(error, path)
    }
  }
  // On a full disk SQLite has rolled back by itself; asking again would fail and hide why.
  const end = <T>(sql: string, work: () => T, instead: T): T => {
    try {
      return work()
    } catch (error) {
      if (/^\s*rollback\s*$/i.test(sql) && error instanceof Error && /no transaction is active/i.test(error.message)) return instead
      throw asStorageFault(error, path)
    }
  }
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      const statement = guard(() => database.prepare(sql))
      return {
        reader: statement.reader,
        all: (parameters) => guard(() => statement.all(parameters)),
        run: (parameters) => end(sql, () => statement.run(parameters), { changes: 0, lastInsertRowid: 0 }),
        iterate: (parameters) => guard(() => statement.iterate(parameters)),
      }
    },
  }
}
