import { Fault, snapshotId, type Snapshot, type Source } from '../../src/core/model/index.ts'
import type { IndexedPassage, PassageIndexWriter, SaveCounts, SourceStore, SourceToStore, StateNotice, StoreChanges, WriteSession } from '../../src/pipeline/ingest/ports.ts'

/** What survives a `kill -9`: hand the same one to a new `MemoryStore` to reopen the home. */
export type MemoryHome = {
  readonly sources: Map<string, SourceToStore & { readonly revision: number }>
  readonly gone: { readonly sourceId: string; readonly contentHash: string; readonly revision: number }[]
  readonly notices: Map<string, StateNotice>
  readonly files: Map<string, { readonly sources: number; readonly passages: number }>
  revision: number
  published: Snapshot | null
  starter: string | null
}

export function emptyHome(): MemoryHome {
  return { sources: new Map(), gone: [], notices: new Map(), files: new Map(), revision: 0, published: null, starter: null }
}

/** The system of record in memory, with the promises of the real one: one writer, whole batches, revisions. */
export class MemoryStore implements SourceStore {
  readonly home: MemoryHome
  #owner: string | null = null

  constructor(home: MemoryHome = emptyHome()) {
    this.home = home
  }

  async beginWriting(owner: string): Promise<WriteSession> {
    if (this.#owner !== null) throw new Fault('busy', `the home is being written by ${this.#owner}`, 'Wait until it has finished.', { retryable: true })
    this.#owner = owner
    return new MemorySession(this.home, () => { this.#owner = null })
  }

  async latestRevision(): Promise<number> {
    return this.home.revision
  }

  async publishedSnapshot(): Promise<Snapshot | null> {
    return this.home.published
  }
}

class MemorySession implements WriteSession {
  readonly #home: MemoryHome
  readonly #release: () => void

  constructor(home: MemoryHome, release: () => void) {
    this.#home = home
    this.#release = release
  }

  async save(batch: readonly SourceToStore[]): Promise<SaveCounts> {
    const counts = { added: 0, changed: 0, unchanged: 0 }
    const revision = this.#home.revision + 1
    for (const item of batch) {
      const held = this.#home.sources.get(item.source.id)
      if (held?.contentHash === item.contentHash) {
        counts.unchanged += 1
        continue
      }
      if (held === undefined) counts.added += 1
      else {
        counts.changed += 1
        this.#home.gone.push({ sourceId: item.source.id, contentHash: held.contentHash, revision })
      }
      this.#home.sources.set(item.source.id, { ...item, source: this.#withNotice(item.source), revision })
    }
    if (counts.added + counts.changed > 0) this.#home.revision = revision
    return counts
  }

  async saveNotices(notices: readonly StateNotice[]): Promise<void> {
    for (const notice of notices) this.#home.notices.set(notice.targetPmid, notice)
    for (const [id, item] of this.#home.sources) this.#home.sources.set(id, { ...item, source: this.#withNotice(item.source) })
  }

  async isFileDone(fingerprint: string): Promise<boolean> {
    return this.#home.files.has(fingerprint)
  }

  async markFileDone(fingerprint: string, counts: { readonly sources: number; readonly passages: number }): Promise<void> {
    this.#home.files.set(fingerprint, counts)
  }

  async starterVersion(): Promise<string | null> {
    return this.#home.starter
  }

  async finishStarter(version: string, keepIds: readonly string[]): Promise<void> {
    const keep = new Set(keepIds)
    for (const [id, item] of this.#home.sources) {
      if (item.origin !== 'starter' || keep.has(id)) continue
      this.#home.sources.delete(id)
      this.#home.revision += 1
      this.#home.gone.push({ sourceId: id, contentHash: item.contentHash, revision: this.#home.revision })
    }
    this.#home.starter = version
  }

  async changesSince(revision: number): Promise<StoreChanges> {
    const added = [...this.#home.sources.values()].filter((item) => item.revision > revision)
    return {
      revision: this.#home.revision,
      removed: this.#home.gone.filter((item) => item.revision > revision),
      added: batches(added),
      addedSources: added.length,
    }
  }

  async publish(revision: number): Promise<Snapshot> {
    const items = [...this.#home.sources.values()]
    const date = items.map((item) => item.source.dataDate).filter((day) => day !== null).toSorted().at(-1) ?? null
    this.#home.published = { id: snapshotId(items.map((item) => ({ id: item.source.id, contentHash: item.contentHash }))), date, sources: items.length, revision }
    return this.#home.published
  }

  async close(): Promise<void> {
    this.#release()
  }

  #withNotice(source: Source): Source {
    const notice = source.pmid === null ? undefined : this.#home.notices.get(source.pmid)
    return notice === undefined ? source : { ...source, retraction: { state: notice.state, notice: notice.notice } }
  }
}

async function* batches(items: readonly SourceToStore[]): AsyncGenerator<readonly IndexedPassage[]> {
  for (const { source, contentHash, passages } of items) {
    yield passages.map((passage) => ({ ...passage, contentHash, title: source.title, headings: source.meshHeadings, kind: source.kind, year: source.year }))
  }
}

/** The derived index in memory: it holds what it was told and knows its revision. */
export class MemoryIndex implements PassageIndexWriter {
  readonly passages = new Map<string, IndexedPassage>()
  #revision: number | null = null

  async revision(): Promise<number | null> {
    return this.#revision
  }

  async reset(): Promise<void> {
    this.passages.clear()
    this.#revision = null
  }

  async apply(changes: StoreChanges, onProgress?: (passages: number) => void): Promise<void> {
    const gone = new Set(changes.removed.map(({ sourceId, contentHash }) => `${sourceId}\t${contentHash}`))
    for (const [id, passage] of this.passages) if (gone.has(`${passage.sourceId}\t${passage.contentHash}`)) this.passages.delete(id)
    let written = 0
    for await (const batch of changes.added) {
      for (const passage of batch) this.passages.set(passage.id, passage)
      written += batch.length
      onProgress?.(written)
    }
    this.#revision = changes.revision
  }
}
