import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPassageIndex } from '../src/adapters/search-index/index.ts'
import { openStore } from '../src/adapters/store/index.ts'
import { starterVocabulary } from '../src/core/terminology/index.ts'
import { search } from '../src/pipeline/retrieval/index.ts'
import { addExtraPassages } from './extra-passages.ts'

export type SearchBenchOptions = {
  /** A prepared home with the starter library; it is copied, never written. */
  readonly home: string
  /** Folder with the evaluation data (`retrieval/bioasq/passages`), from which the extra passages are made; else CONSILIUM_EVAL. */
  readonly evaluationData?: string
  readonly extraPassages?: number
}

export type SearchBenchRow = {
  readonly collection: string
  readonly passages: number
  /** A whole process: start, open the home, one search, end. */
  readonly coldProcessMs: number
  readonly coldRssMb: number
  /** Time from `search()` to its hits in a process that has searched before. */
  readonly warmMedianMs: number
  readonly warmP95Ms: number
  /** Making the collection: rows a second into the store, seconds to index and publish. */
  readonly savedSourcesPerSecond: number | null
  readonly indexSeconds: number | null
}

const QUERIES = [
  'basivertebral nerve ablation for low back pain', 'BVNA', 'SGLT2 inhibitors in heart failure with preserved ejection fraction', 'aspirin primary prevention bleeding risk',
  'alteplase in acute ischemic stroke', 'statins in people over 75', 'antibiotics for acute sore throat', 'blood pressure target in older adults',
  'colchicine after myocardial infarction', 'corticosteroids in community-acquired pneumonia',
]
const ROUNDS = 10

/** Measures search on a starter home, and with tens of thousands of passages more when evaluation data are at hand. */
export async function benchSearch(options: SearchBenchOptions): Promise<readonly SearchBenchRow[]> {
  const rows = [await measure('starter library', options.home, null)]
  const data = options.evaluationData ?? process.env['CONSILIUM_EVAL']
  if (data === undefined) return rows
  const folder = mkdtempSync(join(tmpdir(), 'consilium-bench-'))
  try {
    cpSync(options.home, folder, { recursive: true })
    const made = await addExtraPassages(folder, corpusFolder(data), options.extraPassages ?? 65_000)
    rows.push(await measure('starter library and more', folder, made))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function corpusFolder(data: string): string {
  const inside = join(data, 'retrieval', 'bioasq', 'passages')
  return existsSync(inside) ? inside : data
}

async function measure(collection: string, home: string, made: { readonly savedSourcesPerSecond: number; readonly indexSeconds: number } | null): Promise<SearchBenchRow> {
  const cold = Array.from({ length: 5 }, () => coldProcess(home)).toSorted((a, b) => a.ms - b.ms)[2] ?? { ms: Number.NaN, rssMb: Number.NaN }
  const store = await openStore(home, { readOnly: true })
  const index = openPassageIndex(home)
  try {
    const reader = await store.openReader()
    if (reader === null) throw new Error(`${home} holds no snapshot`)
    const dependencies = { reader, index, vocabulary: starterVocabulary() }
    const times: number[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const query of QUERIES) {
        const started = performance.now()
        await search(dependencies, query, 10)
        if (round > 0) times.push(performance.now() - started)
      }
    }
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
    const { passages } = await store.counts()
    return { collection, passages, coldProcessMs: cold.ms, coldRssMb: cold.rssMb, warmMedianMs: at(0.5), warmP95Ms: at(0.95), savedSourcesPerSecond: made?.savedSourcesPerSecond ?? null, indexSeconds: made?.indexSeconds ?? null }
  } finally {
    await index.close()
    await store.close()
  }
}

function coldProcess(home: string): { ms: number; rssMb: number } {
  const started = performance.now()
  const child = spawnSync(process.execPath, [fileURLToPath(new URL('search-once.ts', import.meta.url)), home, QUERIES[0] ?? ''], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return { ms: performance.now() - started, rssMb: Number(child.stdout.trim()) }
}
