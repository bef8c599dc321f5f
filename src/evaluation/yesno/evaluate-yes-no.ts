import { Fault } from '../../core/model/index.ts'
import { loadEffectModel } from '../../pipeline/appraisal/effect-direction/index.ts'
import { decideYesNo, loadYesNoModel, prepareYesNo, trainYesNoModel, YES_NO_LABELS, type YesNoLabel } from '../../pipeline/appraisal/yes-no/index.ts'
import { foldOf, mostFrequent, readRows, refuseLearnedRows, scoreLabels, type ClassificationScores } from '../classification/index.ts'
import { bagOfWords, loadBagOfWords, trainBagOfWords } from './bag-of-words.ts'
import { evidenceOf, identityOf, yesNoRowSchema, type YesNoRow } from './yes-no-row.ts'

export type YesNoPrediction = { readonly id: string; readonly answer: YesNoLabel }

export type EvaluateYesNoOptions = {
  /** Also read the abstract's own conclusion: a separate, easier task. */
  readonly withConclusion?: boolean
  /** Cross-validation with so many folds, learning anew; without it the shipped model answers. */
  readonly folds?: number
  readonly onPrediction?: (prediction: YesNoPrediction) => void
  readonly onProgress?: (message: string) => void
}

export type YesNoEvaluation = {
  readonly rows: number
  readonly withConclusion: boolean
  /** 0: the shipped model. */
  readonly folds: number
  /** Null where the file has no answers: then there is nothing to score. */
  readonly scores: ClassificationScores | null
  /** The answer that is most frequent where each was learned from. */
  readonly majority: ClassificationScores | null
  readonly bagOfWords: ClassificationScores | null
}

/** Answers and, where the file has answers, scores. Shipped weights know PubMedQA and Evidence Inference alone. */
export async function evaluateYesNo(path: string, { withConclusion = false, folds = 0, onPrediction, onProgress }: EvaluateYesNoOptions = {}): Promise<YesNoEvaluation> {
  const { rows, hashes } = await readRows(path, yesNoRowSchema)
  const truth = rows.map(({ answer }) => answer ?? null).filter((answer) => answer !== null)
  if (truth.length !== 0 && truth.length !== rows.length) throw new Fault('bad-input', `${rows.length - truth.length} of the ${rows.length} questions have no answer`, 'Give a file in which all have one, or none.')
  if (folds > 0 && truth.length === 0) throw new Fault('bad-usage', 'folds need answers to learn from', 'Leave --folds away: the shipped model answers.')
  const { difference } = await loadEffectModel()
  const crossed = folds > 0 ? crossValidate(rows, truth, { folds, withConclusion, difference, onProgress }) : await fromShipped(rows, truth, { hashes, withConclusion, difference })
  const predictions = rows.map(({ id }, at): YesNoPrediction => ({ id, answer: crossed.answers[at] ?? 'maybe' }))
  for (const prediction of predictions) onPrediction?.(prediction)
  const score = (predicted: readonly YesNoLabel[]): ClassificationScores | null => (truth.length === 0 ? null : scoreLabels(YES_NO_LABELS, truth, predicted))
  return { rows: rows.length, withConclusion, folds, scores: score(crossed.answers), majority: score(crossed.majority), bagOfWords: score(crossed.words) }
}

type Difference = Parameters<typeof loadYesNoModel>[0]
type Answers = { readonly answers: readonly YesNoLabel[]; readonly words: readonly YesNoLabel[]; readonly majority: readonly YesNoLabel[] }

async function fromShipped(rows: readonly YesNoRow[], truth: readonly YesNoLabel[], { hashes, withConclusion, difference }: { readonly hashes: readonly string[]; readonly withConclusion: boolean; readonly difference: Difference }): Promise<Answers> {
  const model = await loadYesNoModel(difference)
  if (truth.length > 0) refuseLearnedRows(model.learnedFrom, hashes, rows.map((row) => identityOf(row)))
  const baseline = await loadBagOfWords(withConclusion || rows.some(({ contexts }) => contexts === undefined))
  return {
    answers: rows.map((row) => decideYesNo(model, row.question, evidenceOf(row, withConclusion)).answer),
    words: rows.map((row) => baseline.predict(bagOfWords(row, withConclusion))),
    majority: rows.map(() => YES_NO_LABELS[model.shares.indexOf(Math.max(...model.shares))] ?? 'yes'),
  }
}

type Crossing = { readonly folds: number; readonly withConclusion: boolean; readonly difference: Difference; readonly onProgress: EvaluateYesNoOptions['onProgress'] }

/** Each fold is answered by what was learned from the others. Snippets stand for the conclusion they are learned as. */
function crossValidate(rows: readonly YesNoRow[], truth: readonly YesNoLabel[], { folds, withConclusion, difference, onProgress }: Crossing): Answers {
  const label = (at: number): YesNoLabel => truth[at] ?? 'maybe'
  const examples = rows.map((row, at) => prepareYesNo(row.question, evidenceOf(row, true), label(at), difference))
  const words = rows.map((row) => bagOfWords(row, withConclusion))
  const found: { answer: YesNoLabel; word: YesNoLabel; most: YesNoLabel }[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    onProgress?.(`Fold ${fold + 1} of ${folds}`)
    const learned = rows.flatMap((row, at) => (foldOf(row.id, folds) === fold ? [] : [at]))
    const model = trainYesNoModel(learned.flatMap((at) => examples[at] ?? []), difference)
    const baseline = trainBagOfWords(learned.map((at) => ({ features: words[at] ?? new Map(), label: label(at) })))
    const most = mostFrequent(YES_NO_LABELS, learned.map((at) => label(at))) ?? 'yes'
    rows.forEach((row, at) => {
      if (foldOf(row.id, folds) !== fold) return
      found[at] = { answer: decideYesNo(model, row.question, evidenceOf(row, withConclusion)).answer, word: baseline.predict(words[at] ?? new Map()), most }
    })
  }
  return { answers: found.map(({ answer }) => answer), words: found.map(({ word }) => word), majority: found.map(({ most }) => most) }
}
