import { canonicalJson, sha256, type Source } from '../../core/model/index.ts'

/**
 * The version of a source: a hash over everything it says, its state and the date of its data. The date belongs to it
 * because a snapshot's date is printed: two homes with one snapshot id must print the same one.
 */
export function contentHash(source: Source): string {
  return sha256(canonicalJson(source))
}
