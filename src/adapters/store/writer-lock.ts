import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Kysely } from 'kysely'
import { Fault } from '../../core/model/index.ts'
import type { StoreSchema, WriterLockTable } from './schema.ts'

const HEARTBEAT_MS = 5_000
/** A writer that has not been heard of for this long is taken for dead, even when its process id is in use. */
const STALE_MS = 60_000

/**
 * The home's one place for a writer. It lives in the database, so that it works wherever the database does; a dead
 * owner (its process is gone, or silent for a minute) is replaced, and its token keeps it from writing afterwards.
 */
export class WriterLock {
  readonly #db: Kysely<StoreSchema>
  readonly #token: string
  readonly #timer: NodeJS.Timeout

  private constructor(db: Kysely<StoreSchema>, token: string) {
    this.#db = db
    this.#token = token
    this.#timer = setInterval(() => {
      // A missed beat is no failure: the next write finds out whether the lock is still ours.
      this.renew(db).catch(() => undefined)
    }, HEARTBEAT_MS)
    this.#timer.unref()
  }

  /** Takes the lock, or throws a retryable `busy` that names who holds it. */
  static async acquire(db: Kysely<StoreSchema>, owner: string): Promise<WriterLock> {
    const row: WriterLockTable = { id: 1, owner, pid: process.pid, host: hostname(), token: randomUUID(), heartbeat_ms: Date.now() }
    const inserted = await db.insertInto('writer_lock').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 1n) return new WriterLock(db, row.token)

    const holder = await db.selectFrom('writer_lock').selectAll().executeTakeFirst()
    if (holder === undefined) return WriterLock.acquire(db, owner)
    if (isAlive(holder)) throw busy(holder)
    const taken = await db.updateTable('writer_lock').set(row).where('token', '=', holder.token).executeTakeFirst()
    if (taken.numUpdatedRows === 1n) return new WriterLock(db, row.token)
    return WriterLock.acquire(db, owner)
  }

  /**
   * Says that we are still here; throws when another writer has taken over. As the first statement of a transaction
   * it also takes the write lock at once, so that the transaction never has to be upgraded half-way.
   */
  async renew(db: Kysely<StoreSchema>): Promise<void> {
    const renewed = await db.updateTable('writer_lock').set({ heartbeat_ms: Date.now() }).where('token', '=', this.#token).executeTakeFirst()
    if (renewed.numUpdatedRows === 1n) return
    throw new Fault('busy', 'Another process took over writing, because this one had been silent for a minute.', 'Run the same command again: what was acknowledged is kept.', { retryable: true })
  }

  async release(): Promise<void> {
    clearInterval(this.#timer)
    try {
      await this.#db.deleteFrom('writer_lock').where('token', '=', this.#token).execute()
    } catch (error) {
      // On a full disk even this may fail; the lock then ends with this process, and must not hide what went wrong before.
      if (!(error instanceof Fault)) throw error
    }
  }
}

function isAlive(holder: WriterLockTable): boolean {
  if (Date.now() - holder.heartbeat_ms > STALE_MS) return false
  return holder.host !== hostname() || isRunning(holder.pid)
}

/** Signal 0 asks without sending; EPERM means that it runs under another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function busy(holder: WriterLockTable): Fault {
  return new Fault('busy', `${holder.owner} (process ${holder.pid} on ${holder.host}) is writing in this home.`, 'Wait until it has finished, then try again.', { retryable: true })
}
