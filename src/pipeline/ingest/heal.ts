import type { Snapshot } from '../../core/model/index.ts'
import type { PassageIndexWriter, SourceStore } from './ports.ts'
import { refreshIndex } from './refresh-index.ts'

/**
 * Makes sure that the index can answer from the published snapshot, before a question is asked: builds it again from
 * the store when it is missing, damaged or behind. `holds` says whether the index has a revision for its readers.
 * Returns the snapshot to answer from; null in a home where nothing was ever published.
 */
export async function heal(
  { store, index, holds }: { readonly store: SourceStore; readonly index: PassageIndexWriter; readonly holds: (revision: number) => Promise<boolean> },
  owner: string,
  onProgress?: (passages: number) => void,
): Promise<Snapshot | null> {
  const published = await store.publishedSnapshot()
  if (published === null || await holds(published.revision)) return published
  const session = await store.beginWriting(owner)
  try {
    return await refreshIndex({ session, index }, onProgress)
  } finally {
    await session.close()
  }
}
