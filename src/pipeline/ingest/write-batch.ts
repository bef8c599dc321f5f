import type { SaveCounts, SourceToStore, StateNotice, WriteSession } from './ports.ts'

/** Sources in one transaction: enough to make its cost small, few enough to lose little work to a kill. */
const MAX_BATCH_SOURCES = 200
/** Characters of text in one transaction, so that a batch of long articles stays small in memory. */
const MAX_BATCH_CHARACTERS = 4_000_000

type DoneFile = { readonly fingerprint: string; readonly sources: number; readonly passages: number }

/**
 * Gathers sources and saves them in batches. A file is marked done only after everything read from it is durable, so
 * a kill at any moment costs a second reading and never a source.
 */
export class WriteBatch {
  readonly #session: WriteSession
  #sources = new Map<string, SourceToStore>()
  #notices: StateNotice[] = []
  #files: DoneFile[] = []
  #characters = 0
  counts: SaveCounts = { added: 0, changed: 0, unchanged: 0 }

  constructor(session: WriteSession) {
    this.#session = session
  }

  /** Adds a source; one that stands in the batch already under its id is replaced once the first is saved. */
  async add(item: SourceToStore, notices: readonly StateNotice[]): Promise<void> {
    if (this.#sources.has(item.source.id)) await this.flush()
    this.#sources.set(item.source.id, item)
    this.#notices.push(...notices)
    this.#characters += item.source.text.length
    if (this.#sources.size >= MAX_BATCH_SOURCES || this.#characters >= MAX_BATCH_CHARACTERS) await this.flush()
  }

  /** The file counts as done with the next save. */
  async fileRead(file: DoneFile): Promise<void> {
    this.#files.push(file)
    if (this.#files.length >= MAX_BATCH_SOURCES) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#sources.size > 0) {
      const { added, changed, unchanged } = await this.#session.save([...this.#sources.values()])
      this.counts = { added: this.counts.added + added, changed: this.counts.changed + changed, unchanged: this.counts.unchanged + unchanged }
    }
    if (this.#notices.length > 0) await this.#session.saveNotices(this.#notices)
    for (const { fingerprint, sources, passages } of this.#files) await this.#session.markFileDone(fingerprint, { sources, passages })
    this.#sources = new Map()
    this.#notices = []
    this.#files = []
    this.#characters = 0
  }
}
