import type { SkippedInput } from './ports.ts'

/** Reasons told of one file; a file in which everything is wrong would otherwise fill memory with its reasons. */
const MAX_REASONS_A_FILE = 20
/** Reasons told in all. */
const MAX_REASONS = 10_000

/** What was passed over, kept within bounds: beyond them the number is told instead of each reason. */
export class SkipList {
  readonly #skipped: SkippedInput[] = []
  #more = 0
  #path = ''
  #ofPath = 0
  #untoldOfPath = 0

  add(skipped: SkippedInput): void {
    if (skipped.path !== this.#path) this.#nextPath(skipped.path)
    this.#ofPath += 1
    if (this.#ofPath > MAX_REASONS_A_FILE) this.#untoldOfPath += 1
    else this.#push(skipped)
  }

  list(): readonly SkippedInput[] {
    this.#nextPath('')
    return this.#more === 0 ? this.#skipped : [...this.#skipped, { path: '…', reason: `${this.#more} more reasons. Ingest fewer files at once to see them.` }]
  }

  #nextPath(path: string): void {
    if (this.#untoldOfPath > 0) this.#push({ path: this.#path, reason: `and ${this.#untoldOfPath} more of this file. Correct the ones above first.` })
    this.#path = path
    this.#ofPath = 0
    this.#untoldOfPath = 0
  }

  #push(skipped: SkippedInput): void {
    if (this.#skipped.length < MAX_REASONS) this.#skipped.push(skipped)
    else this.#more += 1
  }
}
