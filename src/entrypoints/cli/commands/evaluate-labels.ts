import { writeFile } from 'node:fs/promises'
import type { ClassificationScores } from '../../../evaluation/classification/index.ts'
import type { ClaimPrediction, ClaimsEvaluation } from '../../../evaluation/claims/index.ts'
import type { EffectPrediction, EffectsEvaluation, EffectScores } from '../../../evaluation/effects/index.ts'
import type { YesNoEvaluation, YesNoPrediction } from '../../../evaluation/yesno/index.ts'
import { renderTable } from '../page/render-table.ts'
import { progressLine } from '../progress-line.ts'
import type { Terminal } from '../terminal.ts'
import { writeJson, type CommandContext } from './command-context.ts'
import type { EvaluateOptions } from './evaluate.ts'

/** The direction of effects: more, less or no difference. */
export async function evaluateEffectsTask(context: CommandContext, path: string, { predictions, articles, folds, json }: EvaluateOptions): Promise<void> {
  const { evaluateEffects } = await import('../../../evaluation/effects/index.ts')
  const progress = progressLine(context.terminal)
  const made: EffectPrediction[] = []
  const result = await evaluateEffects(path, {
    ...(articles === undefined ? {} : { articles }),
    ...(folds === undefined ? {} : { folds }),
    onPrediction: (prediction) => { made.push(prediction) },
    onProgress: (message) => progress.show(message),
  }).finally(() => progress.clear())
  await writeLines(predictions, made)
  if (json === true) writeJson(context, { task: 'effects', ...result })
  else context.terminal.out(effectsText(result, context.terminal))
}

/** Yes/no questions, answered from an abstract or from passages. */
export async function evaluateYesNoTask(context: CommandContext, path: string, { predictions, withConclusion, folds, json }: EvaluateOptions): Promise<void> {
  const { evaluateYesNo } = await import('../../../evaluation/yesno/index.ts')
  const progress = progressLine(context.terminal)
  const made: YesNoPrediction[] = []
  const result = await evaluateYesNo(path, {
    ...(withConclusion === undefined ? {} : { withConclusion }),
    ...(folds === undefined ? {} : { folds }),
    onPrediction: (prediction) => { made.push(prediction) },
    onProgress: (message) => progress.show(message),
  }).finally(() => progress.clear())
  await writeLines(predictions, made)
  if (json === true) writeJson(context, { task: 'yesno', ...result })
  else context.terminal.out(yesNoText(result, context.terminal))
}

/** Claims against passages: supported, refuted, or neither. */
export async function evaluateClaimsTask(context: CommandContext, path: string, { predictions, folds, json }: EvaluateOptions): Promise<void> {
  const { evaluateClaims } = await import('../../../evaluation/claims/index.ts')
  const progress = progressLine(context.terminal)
  const made: ClaimPrediction[] = []
  const result = await evaluateClaims(path, {
    ...(folds === undefined ? {} : { folds }),
    onPrediction: (prediction) => { made.push(prediction) },
    onProgress: (message) => progress.show(message),
  }).finally(() => progress.clear())
  await writeLines(predictions, made)
  if (json === true) writeJson(context, { task: 'claims', ...result })
  else context.terminal.out(claimsText(result, context.terminal))
}

async function writeLines(path: string | undefined, rows: readonly unknown[]): Promise<void> {
  if (path !== undefined) await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

function effectsText(result: EffectsEvaluation, terminal: Terminal): string {
  const { rows, fullTexts, folds } = result
  return labelsText(`${count(rows)} prompts, ${count(fullTexts)} full texts, ${learned(folds)}.`, result, terminal)
}

function yesNoText(result: YesNoEvaluation, terminal: Terminal): string {
  const { rows, withConclusion, folds } = result
  return labelsText(`${count(rows)} questions${withConclusion ? ', with the conclusion' : ''}, ${learned(folds)}.`, result, terminal)
}

function claimsText(result: ClaimsEvaluation, terminal: Terminal): string {
  const { rows, folds, refutes } = result
  const ranked = refutes === null ? '' : `\nRanked by their chance, refutations reach a recall of ${refutes.recallAtPrecision60.toFixed(3)} at a precision of 0.6; once recall is 0.3, precision is ${refutes.precisionAtRecall30.toFixed(3)}.\n`
  return `${labelsText(`${count(rows)} claims with a passage each, ${learned(folds)}.`, result, terminal)}${ranked}`
}

function learned(folds: number): string {
  return folds === 0 ? 'the model that ships with the program' : `${folds} folds, each predicted by what was learned from the others`
}

function count(rows: number): string {
  return rows.toLocaleString('en-US')
}

function labelsText(summary: string, { scores, bagOfWords, majority }: Pick<EffectsEvaluation | YesNoEvaluation | ClaimsEvaluation, 'scores' | 'bagOfWords' | 'majority'>, { width, paint }: Terminal): string {
  if (scores === null) return `${summary} No labels found: nothing to score.\n`
  const compared = [{ name: 'consilium', scores }, ...(bagOfWords === null ? [] : [{ name: 'bag of words', scores: bagOfWords }]), ...(majority === null ? [] : [{ name: 'majority', scores: majority }])]
  const swapsOf = (row: { readonly scores: ClassificationScores | EffectScores }): string[] => ('swaps' in row.scores ? [`${(100 * row.scores.swaps).toFixed(1)}%`] : [])
  const overall = {
    columns: ['Reader', 'Accuracy', 'Macro-F1', ...('swaps' in scores ? ['Swaps'] : [])],
    rows: compared.map((row) => [row.name, row.scores.accuracy.toFixed(3), row.scores.macroF1.toFixed(3), ...swapsOf(row)]),
  }
  const byLabel = { columns: ['Label', 'Rows', 'Precision', 'Recall', 'F1'], rows: scores.labels.map(({ label, count: rows, precision, recall, f1 }) => [label, String(rows), precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)]) }
  return `${[summary, '', ...renderTable(overall, width, paint), '', ...renderTable(byLabel, width, paint)].join('\n')}\n`
}
