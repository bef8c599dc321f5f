import type { Vocabulary } from '../../core/terminology/index.ts'
import type { DocumentReader, IngestProgress, IngestReport, InputDocument, PassageIndexWriter, SourceStore, SourceToStore, WriteSession } from './ports.ts'
import { readDocument } from './read-document.ts'
import { refreshIndex } from './refresh-index.ts'
import { SkipList } from './skip-list.ts'
import { toStore } from './to-store.ts'
import { whyUnusable } from './why-unusable.ts'
import { WriteBatch } from './write-batch.ts'

export type IngestDependencies = {
  readonly reader: DocumentReader
  readonly store: SourceStore
  readonly index: PassageIndexWriter
  readonly vocabulary: Vocabulary
}

export type IngestOptions = {
  /** Who holds the home's lock, as others are told: "consilium ingest (process 4711)". */
  readonly owner?: string
  /** Set for the shipped library: its sources replace those of an older version, and no file counts as done before. */
  readonly starterVersion?: string
  readonly onProgress?: (progress: IngestProgress) => void
  /** Stops the reading: what was read whole is kept, the rest waits for the next call, and the signal's reason is thrown. */
  readonly signal?: AbortSignal
}

/**
 * Takes documents in: read → parse → check → split into passages → hash → save in batches → mark the file done; at the
 * end the index follows and the new snapshot is published.
 *
 * Files, folders and archives are given by path. The same file twice changes nothing. After a kill, calling it again
 * reads only the files that were not wholly saved. Memory follows the largest single article, never the number or the
 * size of files. What cannot be read is in `skipped` with its reason and remedy; it never stops the rest.
 *
 * `files` counts the documents seen (those done before too), `sources` and `passages` what was read in this call.
 */
export async function ingest(dependencies: IngestDependencies, paths: readonly string[], options: IngestOptions = {}): Promise<IngestReport> {
  const session = await dependencies.store.beginWriting(options.owner ?? 'consilium ingest')
  try {
    const run = new IngestRun(dependencies, session, options)
    await run.readAll(paths)
    const snapshot = await refreshIndex({ session, index: dependencies.index }, (passages) => run.report('indexing', null, passages))
    return { ...run.result(), snapshot }
  } finally {
    await session.close()
  }
}

/** One call of `ingest`: its counters and what it has yet to save. */
class IngestRun {
  readonly #dependencies: IngestDependencies
  readonly #session: WriteSession
  readonly #options: IngestOptions
  readonly #origin: SourceToStore['origin']
  readonly #batch: WriteBatch
  readonly #skipped = new SkipList()
  readonly #starterIds = new Set<string>()
  #files = 0
  #sources = 0
  #passages = 0

  constructor(dependencies: IngestDependencies, session: WriteSession, options: IngestOptions) {
    this.#dependencies = dependencies
    this.#session = session
    this.#options = options
    this.#origin = options.starterVersion === undefined ? 'added' : 'starter'
    this.#batch = new WriteBatch(session)
  }

  async readAll(paths: readonly string[]): Promise<void> {
    const { signal, starterVersion } = this.#options
    try {
      for await (const document of this.#dependencies.reader.read(paths, (skipped) => this.#skipped.add(skipped))) {
        signal?.throwIfAborted()
        this.#files += 1
        this.report('reading', document.name)
        const done = starterVersion === undefined && await this.#session.isFileDone(document.fingerprint)
        if (!done) await this.#readOne(document)
      }
    } finally {
      // Also when the signal stopped the reading: what was read whole is worth keeping.
      await this.#batch.flush()
    }
    if (starterVersion !== undefined) await this.#session.finishStarter(starterVersion, [...this.#starterIds].toSorted())
  }

  /** A document with a part that could not be read is not marked done, so that the next call tells it again. */
  async #readOne(document: InputDocument): Promise<void> {
    const before = { sources: this.#sources, passages: this.#passages }
    let whole = true
    for await (const item of readDocument(document)) {
      this.#options.signal?.throwIfAborted()
      const unusable = item.kind === 'source' ? whyUnusable(item.source) : null
      if (item.kind === 'source' && unusable === null) {
        const ready = toStore(item.source, this.#dependencies.vocabulary, this.#origin)
        await this.#batch.add(ready, item.notices)
        this.#sources += 1
        this.#passages += ready.passages.length
        if (this.#origin === 'starter') this.#starterIds.add(ready.source.id)
        if (this.#sources % 100 === 0) this.report('reading', document.name)
      } else {
        whole &&= item.kind === 'told'
        this.#skipped.add({ path: document.name, reason: item.kind === 'source' ? unusable ?? '' : item.reason })
      }
    }
    if (whole) await this.#batch.fileRead({ fingerprint: document.fingerprint, sources: this.#sources - before.sources, passages: this.#passages - before.passages })
  }

  report(stage: IngestProgress['stage'], file: string | null, passages = this.#passages): void {
    this.#options.onProgress?.({ stage, file, files: this.#files, sources: this.#sources, passages })
  }

  result(): Omit<IngestReport, 'snapshot'> {
    return { files: this.#files, sources: this.#sources, passages: this.#passages, skipped: this.#skipped.list(), counts: this.#batch.counts }
  }
}
