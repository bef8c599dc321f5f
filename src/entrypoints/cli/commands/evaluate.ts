import { writeFile } from 'node:fs/promises'
import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import type { JatsEvaluation } from '../../../evaluation/jats/index.ts'
import type { PoolingEvaluation } from '../../../evaluation/pooling/index.ts'
import type { RetrievalEvaluation } from '../../../evaluation/retrieval/index.ts'
import { renderTable } from '../page/render-table.ts'
import { hang } from '../page/wrap-words.ts'
import { progressLine } from '../progress-line.ts'
import type { Terminal } from '../terminal.ts'
import { writeJson, type CommandContext } from './command-context.ts'
import { evaluateClaimsTask, evaluateEffectsTask, evaluateYesNoTask } from './evaluate-labels.ts'

export type EvaluateOptions = {
  readonly predictions?: string
  readonly ablation?: boolean
  readonly articles?: string
  readonly withConclusion?: boolean
  readonly folds?: number
  readonly json?: boolean
}

/** Tasks of the contract. */
export const EVALUATION_TASKS = ['retrieval', 'jats', 'yesno', 'effects', 'claims', 'pooling'] as const
export type EvaluationTask = (typeof EVALUATION_TASKS)[number]

/** Measures one part on a data set. Never touches the home. */
export async function evaluate(context: CommandContext, task: EvaluationTask, path: string, options: EvaluateOptions): Promise<void> {
  switch (task) {
    case 'retrieval': return evaluateRetrievalTask(context, path, options)
    case 'jats': return evaluateJatsTask(context, path, options)
    case 'pooling': return evaluatePoolingTask(context, path, options)
    case 'effects': return evaluateEffectsTask(context, path, options)
    case 'yesno': return evaluateYesNoTask(context, path, options)
    case 'claims': return evaluateClaimsTask(context, path, options)
    // The program lets no other task through.
    default: return task satisfies never
  }
}

async function evaluateRetrievalTask(context: CommandContext, path: string, { predictions, ablation, json }: EvaluateOptions): Promise<void> {
  const { evaluateRetrieval } = await import('../../../evaluation/retrieval/index.ts')
  const progress = progressLine(context.terminal)
  const result = await evaluateRetrieval(path, {
    ...(predictions === undefined ? {} : { predictionsPath: predictions }),
    ...(ablation === undefined ? {} : { ablation }),
    onProgress: (done, total) => progress.show(`Searching · ${done} of ${total} queries`),
  }).finally(() => progress.clear())
  if (json === true) writeJson(context, { task: 'retrieval', ...result })
  else context.terminal.out(retrievalText(result, context.terminal))
}

async function evaluateJatsTask(context: CommandContext, path: string, { predictions, json }: EvaluateOptions): Promise<void> {
  const { evaluateJats } = await import('../../../evaluation/jats/index.ts')
  const progress = progressLine(context.terminal)
  let read = 0
  const { predictions: made, ...result } = await evaluateJats(path, { onPrediction: () => progress.show(`Reading · ${read += 1} articles`) }).finally(() => progress.clear())
  if (predictions !== undefined) await writeFile(predictions, made.map((prediction) => `${JSON.stringify(prediction)}\n`).join(''))
  if (json === true) writeJson(context, { task: 'jats', ...result })
  else context.terminal.out(jatsText(result, context.terminal))
}

async function evaluatePoolingTask(context: CommandContext, path: string, { predictions, json }: EvaluateOptions): Promise<void> {
  const { evaluatePooling } = await import('../../../evaluation/pooling/index.ts')
  const progress = progressLine(context.terminal)
  let computed = 0
  const { predictions: made, ...result } = await evaluatePooling(path, { onPrediction: () => progress.show(`Pooling · ${computed += 1} analyses`) }).finally(() => progress.clear())
  if (predictions !== undefined) await writeFile(predictions, made.map((prediction) => `${JSON.stringify(prediction)}\n`).join(''))
  if (json === true) writeJson(context, { task: 'pooling', ...result })
  else context.terminal.out(poolingText(result, context.terminal))
}

function retrievalText({ documents, queries, scores, lanceDefault, ingredients, seconds }: RetrievalEvaluation, { width, paint }: Terminal): string {
  const summary = `${documents.toLocaleString('en-US')} documents, ${queries.toLocaleString('en-US')} queries, ${seconds.toFixed(1)} s.`
  if (scores === null) return `${summary} No judgements found: nothing to score.\n`
  const rows = [{ name: 'consilium', ...scores }, ...(lanceDefault === null ? [] : [{ name: 'LanceDB, its default BM25', ...lanceDefault }]), ...ingredients]
  const table = { columns: ['Search', 'nDCG@10', 'Recall@100'], rows: rows.map(({ name, ndcgAt10, recallAt100 }) => [name, ndcgAt10.toFixed(3), recallAt100.toFixed(3)]) }
  return `${[summary, '', ...renderTable(table, width, paint)].join('\n')}\n`
}

function jatsText({ articles, skipped, agreement }: Omit<JatsEvaluation, 'predictions'>, { width, paint }: Terminal): string {
  const summary = `${articles.toLocaleString('en-US')} articles read, ${skipped.length} skipped.`
  if (agreement === null) return `${summary} No expectations found: nothing to compare.\n`
  const table = { columns: ['Field', 'Equal', 'Share'], rows: agreement.fields.map(({ field, equal, proportion }) => [field, String(equal), proportion.toFixed(3)]) }
  return `${[summary, `${agreement.compared} compared, ${agreement.missing.length} missing; mean agreement ${agreement.mean.toFixed(3)}.`, '', ...renderTable(table, width, paint)].join('\n')}\n`
}

function poolingText({ analyses, skipped, followed, agreement }: Omit<PoolingEvaluation, 'predictions'>, { width }: Terminal): string {
  return `${[
    `${analyses.toLocaleString('en-US')} analyses computed, ${skipped.length} skipped.`,
    ...skipped.flatMap(({ id, reason }) => hang('  ! ', plainLine(`${id}: ${reason}`), width)),
    ...(agreement === null ? ['No expected figures found: nothing to compare.'] : [
      `${agreement.withinTolerance.toLocaleString('en-US')} of ${agreement.figures.toLocaleString('en-US')} figures of ${agreement.compared} analyses within |difference| ≤ 1e-6 · max(0.01, |expected|).`,
      ...agreement.differences.flatMap((difference) => hang('  ≠ ', plainLine(`${difference.id} ${difference.path}: expected ${String(difference.expected)}, computed ${String(difference.predicted)}: ${difference.why}`), width)),
    ]),
    ...followed.flatMap((line) => hang('  • ', plainLine(line), width)),
  ].join('\n')}\n`
}
