import { createReadStream, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { fileDocuments } from '../../adapters/files/index.ts'
import { readJatsStructure } from '../../core/formats/jats/index.ts'
import { Fault } from '../../core/model/index.ts'
import type { InputDocument, SkippedInput } from '../../pipeline/ingest/index.ts'
import { differingFields, JATS_FIELDS, type JatsField } from './agreement.ts'
import { jatsExpectationSchema, predictionOf, type JatsExpectation, type JatsPrediction } from './prediction.ts'

export type JatsEvaluationOptions = {
  /** The expectations; by default `expected.jsonl.gz` (or `.jsonl`) beside the archive. Absent: only predictions. */
  readonly expectedPath?: string
  /** Called with each prediction as soon as its article is read, so that a caller can write it. */
  readonly onPrediction?: (prediction: JatsPrediction) => void
}

export type JatsDifference = { readonly file: string; readonly field: JatsField; readonly predicted: string; readonly expected: string }

export type JatsEvaluation = {
  readonly articles: number
  readonly predictions: readonly JatsPrediction[]
  readonly skipped: readonly SkippedInput[]
  /** Null where no expectations are found. `proportion` is over the articles that have an expectation. */
  readonly agreement: null | {
    readonly compared: number
    /** Articles expected and not read. */
    readonly missing: readonly string[]
    readonly fields: readonly { readonly field: JatsField; readonly equal: number; readonly proportion: number }[]
    /** Mean of the fields' proportions. */
    readonly mean: number
    readonly differences: readonly JatsDifference[]
  }
}

/**
 * Reads JATS articles (a `.tar.gz`, a folder, a file) and predicts the fields of `expected.jsonl.gz`; then, where that
 * file is found, measures the agreement field by field. The expectations are opened only after the last prediction.
 */
export async function evaluateJats(path: string, options: JatsEvaluationOptions = {}): Promise<JatsEvaluation> {
  const skipped: SkippedInput[] = []
  const predictions: JatsPrediction[] = []
  for await (const document of fileDocuments().read([path], (input) => skipped.push(input))) {
    if (!/\.(?:nxml|xml)$/i.test(document.name)) continue
    try {
      for (const structure of readJatsStructure(await textOf(document))) {
        const prediction = predictionOf(basename(document.name), structure)
        predictions.push(prediction)
        options.onPrediction?.(prediction)
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      skipped.push({ path: document.name, reason: `${error.message}. ${error.remedy}` })
    }
  }
  if (predictions.length === 0) throw new Fault('bad-input', `no JATS article could be read from ${path}${skipped[0] === undefined ? '' : ` (${skipped[0].path}: ${skipped[0].reason})`}`, 'Give a .tar.gz of .nxml or .xml files.')
  const expected = await readExpectations(options.expectedPath ?? besideOf(path))
  return { articles: predictions.length, predictions, skipped, agreement: expected === null ? null : measure(predictions, expected) }
}

async function textOf(document: InputDocument): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of document.open()) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

function besideOf(path: string): string | null {
  return ['expected.jsonl.gz', 'expected.jsonl'].map((name) => join(dirname(path), name)).find((file) => existsSync(file)) ?? null
}

async function readExpectations(path: string | null): Promise<JatsExpectation[] | null> {
  if (path === null) return null
  const file = createReadStream(path)
  const lines = createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file, crlfDelay: Infinity })
  const found: JatsExpectation[] = []
  for await (const line of lines) {
    if (line.trim() === '') continue
    const result = jatsExpectationSchema.safeParse(JSON.parse(line))
    if (!result.success) throw new Fault('bad-input', `line ${found.length + 1} of ${path} is not an expectation: ${result.error.issues[0]?.path.join('.') ?? ''} ${result.error.issues[0]?.message ?? ''}`, 'See the data set’s README for its fields.')
    found.push(result.data)
  }
  return found
}

function measure(predictions: readonly JatsPrediction[], expectations: readonly JatsExpectation[]): JatsEvaluation['agreement'] {
  const byFile = new Map(predictions.map((prediction) => [prediction.file, prediction]))
  const missing = expectations.filter(({ file }) => !byFile.has(file)).map(({ file }) => file)
  const differences: JatsDifference[] = []
  let compared = 0
  for (const expected of expectations) {
    const prediction = byFile.get(expected.file)
    if (prediction === undefined) continue
    compared += 1
    for (const field of differingFields(prediction, expected)) differences.push({ file: expected.file, field, predicted: shown(prediction, field), expected: shown(expected, field) })
  }
  const fields = JATS_FIELDS.map((field) => {
    const equal = compared - differences.filter((difference) => difference.field === field).length
    return { field, equal, proportion: compared === 0 ? 0 : equal / compared }
  })
  return { compared, missing, fields, mean: fields.reduce((sum, { proportion }) => sum + proportion, 0) / fields.length, differences }
}

function shown(values: JatsPrediction | JatsExpectation, field: JatsField): string {
  const all: Readonly<Record<string, unknown>> = { ...values, ...values.counts, ...('years' in values ? { year: values.years } : {}) }
  return (JSON.stringify(all[field]) ?? '').slice(0, 400)
}
