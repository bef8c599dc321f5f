import type { Source } from '../../core/model/index.ts'

/**
 * Parsed sources that were read lately, by version: a version never changes, so a cached one is never stale. Bounded
 * by characters of JSON; the least recently used go first.
 */
export class SourceCache {
  readonly #held = new Map<string, { readonly source: Source; readonly size: number }>()
  readonly #capacity: number
  #size = 0

  constructor(capacity = 24_000_000) {
    this.#capacity = capacity
  }

  get(id: string, sinceRevision: number): Source | undefined {
    const key = `${sinceRevision}:${id}`
    const entry = this.#held.get(key)
    if (entry === undefined) return undefined
    this.#held.delete(key)
    this.#held.set(key, entry)
    return entry.source
  }

  set(id: string, sinceRevision: number, source: Source, size: number): void {
    const key = `${sinceRevision}:${id}`
    if (this.#held.has(key) || size > this.#capacity) return
    this.#held.set(key, { source, size })
    this.#size += size
    for (const [oldest, entry] of this.#held) {
      if (this.#size <= this.#capacity) break
      this.#held.delete(oldest)
      this.#size -= entry.size
    }
  }
}
