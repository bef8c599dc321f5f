import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPassageIndex } from '../../adapters/search-index/index.ts'
import { openStore } from '../../adapters/store/index.ts'
import { Fault } from '../../core/model/index.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { findPassages, type RetrievalDependencies, type SearchOptions } from '../../pipeline/retrieval/index.ts'
import { buildHome } from './build-home.ts'
import { buildLanceDefault } from './lance-default.ts'
import { ndcg, recall } from './ranking-metrics.ts'
import { readCorpus, readJudgements, readQueries, type BeirQuery } from './read-beir.ts'

/** Means over the judged queries; halves (even and odd lines) tell a gain from noise. */
export type RetrievalScores = { readonly ndcgAt10: number; readonly ndcgAt10Halves: readonly [number, number]; readonly recallAt100: number }

export type RetrievalEvaluation = {
  readonly documents: number
  readonly queries: number
  /** Null without judgements: then only predictions are written. */
  readonly scores: RetrievalScores | null
  /** LanceDB's default BM25 on the same data in the same run. */
  readonly lanceDefault: RetrievalScores | null
  /** What each ingredient gains: scores with the parts up to it switched on, in order. */
  readonly ingredients: readonly ({ readonly name: string } & RetrievalScores)[]
  readonly seconds: number
}

export type EvaluateRetrievalOptions = {
  /** Where to write `{queryId, docIds}`, one JSON a line, best first. */
  readonly predictionsPath?: string
  /** Also measure what each ingredient gains; takes several times as long. */
  readonly ablation?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

const DEPTH = 100

/** Each step switches one more ingredient on. */
const INGREDIENTS: readonly { readonly name: string; readonly options: SearchOptions }[] = [
  { name: 'our words in LanceDB (stop and asking words, spelling, Greek letters, Porter stems), its BM25', options: { rescore: false, feedback: false, abbreviations: false, concepts: false } },
  { name: '+ exact BM25F over the candidates, for short passages', options: { feedback: false, abbreviations: false, concepts: false } },
  { name: '+ abbreviations mined from the corpus', options: { feedback: false, concepts: false } },
  { name: '+ names from the vocabulary', options: { feedback: false } },
  { name: '+ pseudo-relevance feedback (RM3)', options: {} },
]

/**
 * Measures the search of this project on a test collection in the BEIR layout, in a home made for it and removed
 * afterwards; the user's home is not touched. Queries go the same way as those of `consilium search`.
 */
export async function evaluateRetrieval(folder: string, options: EvaluateRetrievalOptions = {}): Promise<RetrievalEvaluation> {
  const started = performance.now()
  const queries = await readQueries(folder)
  const judgements = await readJudgements(folder)
  const home = await mkdtemp(join(tmpdir(), 'consilium-evaluation-'))
  const store = await openStore(home)
  const index = openPassageIndex(home)
  try {
    const session = await store.beginWriting('evaluation')
    const documents = await buildHome({ session, index }, readCorpus(folder))
    await session.close()
    const reader = await store.openReader()
    if (reader === null) throw new Fault('internal', 'the evaluation home has no snapshot', 'Please report this as a defect.')
    const dependencies: RetrievalDependencies = { reader, index, vocabulary: starterVocabulary() }

    const predictions = await predict(queries, async (text) => idsOf(dependencies, text), options.onProgress)
    if (options.predictionsPath !== undefined) {
      await writeFile(options.predictionsPath, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(''))
    }
    const ingredients: ({ readonly name: string } & RetrievalScores)[] = []
    for (const { name, options: parts } of options.ablation === true && judgements !== null ? INGREDIENTS : []) {
      ingredients.push({ name, ...score(await predict(queries, async (text) => idsOf(dependencies, text, parts)), judgements ?? new Map()) })
    }
    const lanceDefault = judgements === null ? null : await scoreLanceDefault(join(home, 'lance-default'), folder, queries, judgements)
    return {
      documents, queries: queries.length, scores: judgements === null ? null : score(predictions, judgements), lanceDefault, ingredients,
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    await index.close()
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

type Prediction = { readonly queryId: string; readonly docIds: readonly string[] }

async function predict(queries: readonly BeirQuery[], find: (text: string) => Promise<string[]>, onProgress?: (done: number, total: number) => void): Promise<Prediction[]> {
  const predictions: Prediction[] = []
  for (const { id, text } of queries) {
    predictions.push({ queryId: id, docIds: await find(text) })
    onProgress?.(predictions.length, queries.length)
  }
  return predictions
}

async function idsOf(dependencies: RetrievalDependencies, text: string, options: SearchOptions = {}): Promise<string[]> {
  const found = await findPassages(dependencies, text, DEPTH, options)
  return [...new Set(found.map(({ candidate }) => candidate.sourceId))]
}

async function scoreLanceDefault(directory: string, folder: string, queries: readonly BeirQuery[], judgements: ReadonlyMap<string, ReadonlySet<string>>): Promise<RetrievalScores> {
  const find = await buildLanceDefault(directory, readCorpus(folder))
  return score(await predict(queries, async (text) => find(text, DEPTH)), judgements)
}

function score(predictions: readonly Prediction[], judgements: ReadonlyMap<string, ReadonlySet<string>>): RetrievalScores {
  const judged = predictions.flatMap(({ queryId, docIds }) => {
    const relevant = judgements.get(queryId)
    return relevant === undefined ? [] : [{ ndcg: ndcg(docIds, relevant, 10), recall: recall(docIds, relevant, DEPTH) }]
  })
  return {
    ndcgAt10: mean(judged.map((query) => query.ndcg)),
    ndcgAt10Halves: [mean(judged.filter((_, at) => at % 2 === 0).map((query) => query.ndcg)), mean(judged.filter((_, at) => at % 2 === 1).map((query) => query.ndcg))],
    recallAt100: mean(judged.map((query) => query.recall)),
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
