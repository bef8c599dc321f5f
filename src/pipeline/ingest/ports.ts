import type { Passage, Snapshot, Source } from '../../core/model/index.ts'

/** A concept that a source is about (`intervention`, `comparator`, `condition`) or merely names (`mention`). */
export type SourceConcept = { readonly conceptId: string; readonly role: 'intervention' | 'comparator' | 'condition' | 'mention' }

/** A source ready to be kept: its text cut into passages, its hash over content and state. */
export type SourceToStore = {
  readonly source: Source
  readonly contentHash: string
  readonly passages: readonly Passage[]
  readonly concepts: readonly SourceConcept[]
  /** `starter` sources belong to the shipped library and are replaced with it; `added` ones are never touched by an update. */
  readonly origin: 'starter' | 'added'
}

export type SaveCounts = { readonly added: number; readonly changed: number; readonly unchanged: number }

/** A state change told by another document: a retraction notice, a correction. Kept even when its target is not held yet. */
export type StateNotice = { readonly targetPmid: string; readonly state: 'retracted' | 'corrected' | 'expression-of-concern'; readonly notice: string }

/** A passage as the index needs it. `contentHash` names the version of the source it belongs to. */
export type IndexedPassage = Passage & {
  readonly contentHash: string
  readonly title: string
  readonly headings: readonly string[]
  readonly kind: Source['kind']
  readonly year: number | null
}

/** What has changed between two revisions of the store. */
export type StoreChanges = {
  readonly revision: number
  /** Versions that are no longer current: their passages leave the index. */
  readonly removed: readonly { readonly sourceId: string; readonly contentHash: string }[]
  /** Passages of versions that are new, in batches, in a fixed order. */
  readonly added: AsyncIterable<readonly IndexedPassage[]>
  readonly addedSources: number
}

/**
 * The system of record as ingest sees it. One writer at a time: `beginWriting` takes the home's lock (owner and
 * heartbeat) or throws a retryable Fault `busy` that names the owner. What a method has resolved survives `kill -9`.
 */
export interface SourceStore {
  beginWriting(owner: string): Promise<WriteSession>
  /** The newest revision, published or not. */
  latestRevision(): Promise<number>
  /** The last complete snapshot: sources in the store and the index holds them; null before the first. */
  publishedSnapshot(): Promise<Snapshot | null>
}

/** One writer's hold on the home: what a method has resolved survives a kill, and closing gives the lock back. */
export interface WriteSession {
  /** Saves a batch in one transaction. Equal (id, contentHash) is `unchanged`: nothing is written. */
  save(batch: readonly SourceToStore[]): Promise<SaveCounts>
  /** Applies notices to the sources they name, now or when such a source arrives later. */
  saveNotices(notices: readonly StateNotice[]): Promise<void>
  /** Whether a file (or archive member) with this fingerprint was wholly ingested before. */
  isFileDone(fingerprint: string): Promise<boolean>
  markFileDone(fingerprint: string, counts: { readonly sources: number; readonly passages: number }): Promise<void>
  /** Starter library version held (a hash), and its change: sources of origin `starter` not in `keepIds` leave. */
  starterVersion(): Promise<string | null>
  finishStarter(version: string, keepIds: readonly string[]): Promise<void>
  changesSince(revision: number): Promise<StoreChanges>
  /** Records that the index stands at `revision`: from now on this is the published snapshot. */
  publish(revision: number): Promise<Snapshot>
  close(): Promise<void>
}

/** The derived index as ingest sees it: it can always be rebuilt from the store. */
export interface PassageIndexWriter {
  /** The store revision the index stands at; null when it is missing or damaged and must be rebuilt. */
  revision(): Promise<number | null>
  /** Starts from nothing. */
  reset(): Promise<void>
  /** Applies changes and leaves the index optimised at `changes.revision`; calls `onProgress` with passages written. */
  apply(changes: StoreChanges, onProgress?: (passages: number) => void): Promise<void>
}

/** One readable document stream; `open` may be called once. Bytes are decoded (gzip, tar) by the adapter. */
export type InputDocument = {
  /** What to call it in messages: `archive.tar.gz/PMC1.nxml`. */
  readonly name: string
  readonly size: number | null
  /** Changes when its bytes may have changed (path, size, mtime, member name). */
  readonly fingerprint: string
  open(): AsyncIterable<Uint8Array>
}

/** What could not be read, and why; the rest goes on. */
export type SkippedInput = { readonly path: string; readonly reason: string }

/** Walks files, folders and archives in a fixed order. */
export interface DocumentReader {
  read(paths: readonly string[], onSkip: (skipped: SkippedInput) => void): AsyncIterable<InputDocument>
}

export type IngestProgress = { readonly stage: 'reading' | 'indexing'; readonly file: string | null; readonly files: number; readonly sources: number; readonly passages: number }

export type IngestReport = {
  readonly files: number
  readonly sources: number
  readonly passages: number
  readonly skipped: readonly SkippedInput[]
  readonly counts: SaveCounts
  readonly snapshot: Snapshot
}
