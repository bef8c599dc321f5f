import { Fault } from '../../core/model/index.ts'

/**
 * An error of SQLite or the file system as the Fault a person can act on: it names the file and what to do.
 * A Fault passes through unchanged.
 */
export function asStorageFault(error: unknown, path: string): Fault {
  if (error instanceof Fault) return error
  const code = errorCode(error)
  const fault = (message: string, remedy: string, retryable = false): Fault => new Fault('storage', message, remedy, { cause: error, retryable })
  if (code.includes('FULL') || code === 'ENOSPC' || code === 'EDQUOT') {
    return fault(`No space is left to write ${path}.`, 'Free some disk space and run the same command again: what was acknowledged is kept.', true)
  }
  if (code.includes('NOTADB') || code.includes('CORRUPT')) {
    return fault(`The database ${path} is damaged.`, 'Put back a copy of it, or move the file away and ingest your documents again.')
  }
  if (code.includes('READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return fault(`${path} cannot be written.`, 'Make the folder writable, or choose another home with --home or CONSILIUM_HOME.')
  }
  if (code.includes('IOERR')) {
    return fault(`${path} could not be read or written (${code}).`, 'Check that the disk has free space and is healthy, then run the same command again: what was acknowledged is kept.', true)
  }
  if (code.includes('BUSY') || code.includes('LOCKED')) {
    return new Fault('busy', `Another process is writing ${path}.`, 'Try again in a moment.', { cause: error, retryable: true })
  }
  if (code.includes('CANTOPEN') || code === 'ENOTDIR' || code === 'ENOENT') {
    return fault(`The database ${path} cannot be opened.`, 'Check that the folder exists and that you may read it, or choose another home with --home or CONSILIUM_HOME.')
  }
  return fault(`The database ${path} reported an error (${code === '' ? 'unknown' : code}).`, 'Run `consilium doctor`; if it persists, please report it as a defect.')
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  // better-sqlite3 and the file system give a `code`; node:sqlite gives a number in `errcode` (low byte: primary code).
  if ('errcode' in error && typeof error.errcode === 'number') return PRIMARY_CODES[error.errcode & 0xff] ?? `SQLITE_${error.errcode}`
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const PRIMARY_CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY', 6: 'SQLITE_LOCKED', 8: 'SQLITE_READONLY', 10: 'SQLITE_IOERR', 11: 'SQLITE_CORRUPT', 13: 'SQLITE_FULL', 14: 'SQLITE_CANTOPEN', 26: 'SQLITE_NOTADB',
}
