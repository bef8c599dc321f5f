import type { Snapshot } from '../../core/model/index.ts'
import type { PassageIndexWriter, WriteSession } from './ports.ts'

/** What `refreshIndex` works on: the session holds the home's lock. */
export type RefreshIndexDependencies = { readonly session: WriteSession; readonly index: PassageIndexWriter }

/**
 * Brings the index to the store's newest revision and publishes it as the snapshot that questions are answered from.
 *
 * An index that is missing, damaged or ahead of the store (a home put back from a copy) is built anew. Safe to repeat: when all
 * is up to date nothing is written but the snapshot, with the same id.
 */
export async function refreshIndex({ session, index }: RefreshIndexDependencies, onProgress?: (passages: number) => void): Promise<Snapshot> {
  const stands = await index.revision()
  const changes = await session.changesSince(stands ?? 0)
  if (stands === changes.revision) return session.publish(changes.revision)
  if (stands !== null && stands < changes.revision) {
    await index.apply(changes, onProgress)
    return session.publish(changes.revision)
  }
  await index.reset()
  const everything = stands === null ? changes : await session.changesSince(0)
  await index.apply(everything, onProgress)
  return session.publish(everything.revision)
}
