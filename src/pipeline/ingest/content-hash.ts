import { canonicalJson, sha256, type Source } from '../../core/model/index.ts'

/** The version of a source: a hash over everything it says and its state. When it was fetched (`dataDate`) is no part. */
export function contentHash(source: Source): string {
  const { dataDate: _dataDate, ...content } = source
  return sha256(canonicalJson(content))
}
