export { conceptsOf } from './concepts-of.ts'
export { contentHash } from './content-hash.ts'
export { heal } from './heal.ts'
export { ingest, type IngestDependencies, type IngestOptions } from './ingest.ts'
export type {
  DocumentReader, IndexedPassage, IngestProgress, IngestReport, InputDocument, PassageIndexWriter, SaveCounts, SkippedInput, SourceConcept, SourceStore,
  SourceToStore, StateNotice, StoreChanges, WriteSession,
} from './ports.ts'
export { MAX_PAGE_CHARACTERS, readPage } from './read-page.ts'
export { readDocument } from './read-document.ts'
export { refreshIndex } from './refresh-index.ts'
export { splitPassages } from './split-passages.ts'
export { toStore } from './to-store.ts'
