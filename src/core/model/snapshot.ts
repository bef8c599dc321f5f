import { sha256 } from './hash.ts'

/**
 * The set of sources that an answer was searched from.
 *
 * `id` is the SHA-256 over the sorted (source id, content hash) pairs, so two homes that hold the same sources have
 * the same snapshot. `date` is the newest date among the sources' data (ISO), never the clock; null when none has one.
 * `revision` is the home's own counter and is part of no answer.
 */
export type Snapshot = { readonly id: string; readonly date: string | null; readonly sources: number; readonly revision: number }

/** The id of the snapshot that holds exactly these sources, whatever their order. */
export function snapshotId(members: Iterable<{ readonly id: string; readonly contentHash: string }>): string {
  return sha256([...members].map(({ id, contentHash }) => `${id}\t${contentHash}`).toSorted().join('\n'))
}
