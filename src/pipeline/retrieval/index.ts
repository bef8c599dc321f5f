export type { Candidate, CollectionStatistics, PassageIndexReader, PassageIndexView, RankedPassage, SearchHit, SourceReader, WeightedTerm } from './ports.ts'
export { sourcesOn } from './sources-on.ts'
export { retrieve, type Retrieval, type RetrieveOptions } from './retrieve.ts'
export { findPassages, search, type RetrievalDependencies, type SearchOptions } from './search.ts'
