import { canonicalJson, Fault, sha256 } from '../../core/model/index.ts'

/** From which rows a model learned: see `pipeline/appraisal/models`. */
type LearnedFrom = { readonly files: readonly string[]; readonly rows: string }

const DIGITS = 8

/** The hashes of what a model is about to learn from; `rows` hold what identifies each row and never its label. */
export function learnedFrom(files: readonly string[], rows: readonly unknown[]): LearnedFrom {
  return { files, rows: rows.map((row) => rowHash(row)).toSorted().join('') }
}

/**
 * Throws where a model would be scored on rows it learned from: by the file's hash, and row by row, so that a file
 * that was packed anew or cut is known too.
 */
export function refuseLearnedRows(model: LearnedFrom, hashes: readonly string[], rows: readonly unknown[]): void {
  const known = new Set(model.rows.match(new RegExp(`.{${DIGITS}}`, 'g')) ?? [])
  const learned = rows.filter((row) => known.has(rowHash(row))).length
  // Two different rows share 8 digits once in four thousand millions: a handful of rows is never chance.
  if (!hashes.some((hash) => model.files.includes(hash)) && learned === 0) return
  throw new Fault('bad-usage', `the model that ships with the program learned from this file (${learned} of its ${rows.length} rows): its score would say nothing`, 'Give --folds 5, which learns anew without the rows it scores, or a file without labels.')
}

function rowHash(row: unknown): string {
  return sha256(canonicalJson(row)).slice(0, DIGITS)
}
