import { canonicalJson, sha256, type Source } from '../../core/model/index.ts'
import type { StateNotice } from '../../pipeline/ingest/ports.ts'

/** Graver states win: an expression of concern does not soften a retraction. */
const GRAVITY: Readonly<Record<Source['retraction']['state'], number>> = { none: 0, corrected: 1, 'expression-of-concern': 2, retracted: 3 }

/**
 * A source as the notices about it leave it, with the hash of that state. Notices that add nothing change nothing;
 * the order in which they arrived does not matter.
 */
export function applyNotices(source: Source, givenHash: string, notices: readonly StateNotice[]): { readonly source: Source; readonly contentHash: string } {
  const gravest = notices
    .filter((notice) => notice.targetPmid === source.pmid)
    .toSorted((a, b) => GRAVITY[b.state] - GRAVITY[a.state] || (a.notice < b.notice ? -1 : 1))[0]
  if (gravest === undefined || GRAVITY[gravest.state] <= GRAVITY[source.retraction.state]) return { source, contentHash: givenHash }
  const retraction = { state: gravest.state, notice: gravest.notice }
  return { source: { ...source, retraction }, contentHash: sha256(canonicalJson({ givenHash, retraction })) }
}
