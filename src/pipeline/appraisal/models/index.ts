/** From which rows a shipped model learned, so that it is never scored on them. */
export type LearnedFrom = {
  /** SHA-256 of the training files, as they are and unpacked. */
  readonly files: readonly string[]
  /** The first 8 hexadecimal digits of each row's hash, run together. */
  readonly rows: string
}
