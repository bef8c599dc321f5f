import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { readAnalysis } from '../../core/formats/meta-analysis/index.ts'
import { Fault } from '../../core/model/index.ts'
import { poolStudies } from '../../core/statistics/index.ts'
import { compareFigures, type FigureDifference } from './compare-figures.ts'
import { predictedFigures, type Figures } from './predicted-figures.ts'

export type PoolingPrediction = { readonly id: string; readonly expected: Figures }

export type PoolingEvaluationOptions = {
  /** Called with each prediction as soon as its analysis is computed, so that a caller can write it. */
  readonly onPrediction?: (prediction: PoolingPrediction) => void
}

export type PoolingEvaluation = {
  readonly analyses: number
  readonly predictions: readonly PoolingPrediction[]
  /** Analyses that could not be read, and why. */
  readonly skipped: readonly { readonly id: string; readonly reason: string }[]
  /** Null where nothing is expected. */
  readonly agreement: null | {
    /** Analyses with expected figures. */
    readonly compared: number
    readonly figures: number
    readonly withinTolerance: number
    readonly differences: readonly FigureDifference[]
  }
  /** Settings of the reference software that were followed where they matter, each with the analyses it touches. */
  readonly followed: readonly string[]
}

/**
 * Computes every figure of `analyses.jsonl` from the studies alone, then, where figures are expected, measures the
 * agreement one by one: |difference| ≤ 1e-6 · max(0.01, |expected|). What is expected is opened after the last prediction.
 */
export async function evaluatePooling(path: string, options: PoolingEvaluationOptions = {}): Promise<PoolingEvaluation> {
  const rows = await readRows(path)
  const predictions: PoolingPrediction[] = []
  const skipped: { id: string; reason: string }[] = []
  const followed: string[] = []
  for (const { id, input } of rows) {
    const { analysis, problems } = readAnalysis(input)
    if (analysis === null) {
      skipped.push({ id, reason: problems.map(({ place, message }) => `${place}: ${message}`).join('; ') })
      continue
    }
    const pooled = poolStudies(analysis, { tau2SearchLimit: metaforSearchLimit })
    const limit = metaforSearchLimit(pooled.models.REML?.tau2 ?? 0)
    if (pooled.heterogeneityInterval?.tau2CiHigh === limit) followed.push(`${id}: the upper bound of τ² stops at ${limit}, where the reference stops looking; without that limit it is ${poolStudies(analysis).heterogeneityInterval?.tau2CiHigh.toPrecision(6)}`)
    const prediction = { id, expected: predictedFigures(pooled) }
    predictions.push(prediction)
    options.onPrediction?.(prediction)
  }
  if (predictions.length === 0) throw new Fault('bad-input', `no analysis could be computed from ${path}${skipped[0] === undefined ? '' : ` (${skipped[0].id}: ${skipped[0].reason})`}`, 'Give a .jsonl file with one analysis a line: id, measure, inputType, studies and, for a score, expected.')
  return { analyses: predictions.length, predictions, skipped, followed, agreement: measure(rows, predictions) }
}

/** metafor's confint looks for the upper bound of τ² up to max(100, 10 τ²) unless told otherwise, and gives that limit beyond it. */
function metaforSearchLimit(tau2: number): number {
  return Math.max(100, 10 * tau2)
}

type Row = { readonly id: string; readonly input: Readonly<Record<string, unknown>>; readonly expected: unknown }

/** Each line with what is expected set aside, so that no prediction can see it. */
async function readRows(path: string): Promise<Row[]> {
  const bytes = await readFile(path).catch((error: unknown) => { throw new Fault('bad-input', `the file ${path} cannot be read`, 'Check the path.', { cause: error }) })
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').flatMap((line, index): Row[] => {
    if (line.trim() === '') return []
    const raw = parseLine(line)
    if (raw === null) throw new Fault('bad-input', `line ${index + 1} of ${path} is not a JSON object`, 'Give one analysis a line.')
    const { expected, ...input } = raw
    return [{ id: typeof input['id'] === 'string' ? input['id'] : `line ${index + 1}`, input, expected }]
  })
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function measure(rows: readonly Row[], predictions: readonly PoolingPrediction[]): PoolingEvaluation['agreement'] {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction.expected]))
  const judged = rows.filter(({ expected }) => isRecord(expected)).map(({ id, expected }) => compareFigures(id, expected, byId.get(id)))
  if (judged.length === 0) return null
  const figures = judged.reduce((sum, { compared }) => sum + compared, 0)
  const differences = judged.flatMap((one) => one.differences)
  return { compared: judged.length, figures, withinTolerance: figures - differences.length, differences }
}
