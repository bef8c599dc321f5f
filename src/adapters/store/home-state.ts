import type { Kysely } from 'kysely'
import type { Snapshot } from '../../core/model/index.ts'
import { fromJsonColumn } from './json-column.ts'
import type { StoreSchema } from './schema.ts'

type Key = 'latest-revision' | 'published-snapshot' | 'starter-version'

/** One fact of the home, or null before it was first written. */
export async function readState(db: Kysely<StoreSchema>, key: Key): Promise<string | null> {
  const row = await db.selectFrom('home_state').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

/** Sets one fact of the home, inside the transaction of whoever calls. */
export async function writeState(db: Kysely<StoreSchema>, key: Key, value: string): Promise<void> {
  await db.insertInto('home_state').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute()
}

/** The newest revision, published or not; 0 in an empty home. */
export async function latestRevision(db: Kysely<StoreSchema>): Promise<number> {
  return Number(await readState(db, 'latest-revision') ?? 0)
}

/** The last complete snapshot; null before the first. */
export async function publishedSnapshot(db: Kysely<StoreSchema>): Promise<Snapshot | null> {
  const value = await readState(db, 'published-snapshot')
  return value === null ? null : fromJsonColumn<Snapshot>(value)
}
