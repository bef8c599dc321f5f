import { Fault } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { analyseQuery, type QueryOptions } from './analyse-query.ts'
import type { PassageIndexReader, PassageIndexView, RankedPassage, SearchHit, SourceReader } from './ports.ts'
import { rankPassages, type RankedCandidate, type RankingOptions } from './rank-passages.ts'

/** What retrieval reads: one published snapshot and the index that stands for it. */
export type RetrievalDependencies = { readonly reader: SourceReader; readonly index: PassageIndexReader; readonly vocabulary: Vocabulary }

export type SearchOptions = QueryOptions & RankingOptions

/** The `k` passages that match words best: what `consilium search` prints, from the published snapshot. */
export async function search(dependencies: RetrievalDependencies, text: string, k: number): Promise<readonly SearchHit[]> {
  const ranked = await readPassages(dependencies.reader, await findPassages(dependencies, text, k))
  return ranked.map(({ passage, source, score }) => ({ sourceId: source.id, passageId: passage.id, score, title: source.title, text: passage.text }))
}

/** The one way from words to passages; search, answers and the evaluation all go it. */
export async function findPassages(dependencies: RetrievalDependencies, text: string, k: number, options: SearchOptions = {}): Promise<readonly RankedCandidate[]> {
  const index = await openIndex(dependencies)
  const query = await analyseQuery({ ...dependencies, statistics: index.statistics }, text, options)
  return rankPassages(index, query, k, options)
}

/** The passages with their exact text, as the store has it. */
export async function readPassages(reader: SourceReader, ranked: readonly RankedCandidate[]): Promise<readonly RankedPassage[]> {
  const ids = [...new Set(ranked.map(({ candidate }) => candidate.sourceId))]
  const sources = new Map((await reader.sources(ids)).map((source) => [source.id, source]))
  return ranked.flatMap(({ candidate, score }) => {
    const source = sources.get(candidate.sourceId)
    if (source === undefined) return []
    const { passageId, sourceId, start, end, section } = candidate
    return [{ passage: { id: passageId, sourceId, start, end, section, text: source.text.slice(start, end) }, source, score }]
  })
}

async function openIndex({ reader, index }: RetrievalDependencies): Promise<PassageIndexView> {
  const view = await index.openAt((await reader.snapshot()).revision)
  if (view === null) throw new Fault('storage', 'The search index is missing, damaged or behind the store.', 'Run the same command again with a writable home: the index is built again from the store.', { retryable: true })
  return view
}
