import { Fault } from '../../core/model/index.ts'
import { decideEffect, EFFECT_LABELS, loadEffectModel, prepareExample, trainEffectModel, type EffectLabel, type PreparedArticle, type PreparedExample } from '../../pipeline/appraisal/effect-direction/index.ts'
import { foldOf, mostFrequent, readRows, refuseLearnedRows, scoreLabels, type ClassificationScores } from '../classification/index.ts'
import { bagOfWords, loadBagOfWords, trainBagOfWords } from './bag-of-words.ts'
import { identityOf, promptSchema, type Prompt } from './prompt.ts'
import { readArticles } from './read-articles.ts'

export type EffectPrediction = { readonly promptId: string; readonly label: EffectLabel; readonly evidence: string }

/** `swaps`: the share of all rows in which an increase was read as a decrease or the reverse, the worst of errors. */
export type EffectScores = ClassificationScores & { readonly swaps: number }

export type EvaluateEffectsOptions = {
  /** An archive of JATS articles, read instead of the abstract where it holds the prompt's article. */
  readonly articles?: string
  /** Cross-validation by document with so many folds, learning anew; without it the shipped model predicts. */
  readonly folds?: number
  readonly onPrediction?: (prediction: EffectPrediction) => void
  readonly onProgress?: (message: string) => void
}

export type EffectsEvaluation = {
  readonly rows: number
  readonly fullTexts: number
  /** 0: the shipped model. */
  readonly folds: number
  /** Null where the file has no labels: then there is nothing to score. */
  readonly scores: EffectScores | null
  /** The label that is most frequent where each was learned from. */
  readonly majority: EffectScores | null
  /** Words alone, learned from the same rows as what they are beside. */
  readonly bagOfWords: EffectScores | null
}

type Row = { readonly prompt: Prompt; readonly article: PreparedArticle; readonly fold: number }

/** Predicts and, where the file has labels, scores the direction of each prompt's effect. */
export async function evaluateEffects(promptsPath: string, { articles, folds = 0, onPrediction, onProgress }: EvaluateEffectsOptions = {}): Promise<EffectsEvaluation> {
  const { rows: prompts, hashes } = await readRows(promptsPath, promptSchema)
  const labels = prompts.map(({ label }) => label ?? null)
  const truth = labels.filter((label) => label !== null)
  if (truth.length !== 0 && truth.length !== prompts.length) throw new Fault('bad-input', `${prompts.length - truth.length} of the ${prompts.length} prompts have no label`, 'Give a file in which all have one, or none.')
  if (folds > 0 && truth.length === 0) throw new Fault('bad-usage', 'folds need labels to learn from', 'Leave --folds away: the shipped model predicts.')
  const shipped = folds > 0 ? null : await loadEffectModel()
  if (shipped !== null && truth.length > 0) refuseLearnedRows(shipped.learnedFrom, hashes, prompts.map((prompt) => identityOf(prompt)))
  onProgress?.('Reading articles')
  const { byPmcid, fullTexts } = await readArticles(prompts, articles)
  const rows = prompts.flatMap((prompt): Row[] => {
    const article = byPmcid.get(prompt.pmcid)
    return article === undefined ? [] : [{ prompt, article, fold: folds > 0 ? foldOf(prompt.pmcid, folds) : 0 }]
  })
  const predictions: EffectPrediction[] = []
  const tell = (prediction: EffectPrediction): void => { predictions.push(prediction); onPrediction?.(prediction) }
  if (shipped !== null) for (const row of rows) tell(predict(shipped, row))
  const crossed = folds > 0 ? crossValidate(rows, truth, folds, onProgress) : null
  for (const prediction of crossed?.predictions ?? []) tell(prediction)
  const words = truth.length === 0 ? [] : crossed?.words ?? await predictWords(rows)
  const score = (predicted: readonly EffectLabel[]): EffectScores => scoreEffects(truth, predicted)
  return {
    rows: prompts.length,
    fullTexts,
    folds,
    scores: truth.length === 0 ? null : score(predictions.map(({ label }) => label)),
    majority: truth.length === 0 ? null : score(crossed?.majority ?? truth.map(() => EFFECT_LABELS[1])),
    bagOfWords: truth.length === 0 ? null : score(words),
  }
}

function predict(model: Parameters<typeof decideEffect>[0], { prompt: { promptId, intervention, comparator, outcome }, article }: Row): EffectPrediction {
  const { label, evidence } = decideEffect(model, { intervention, comparator, outcome }, article)
  return { promptId, label, evidence: evidence?.text ?? '' }
}

async function predictWords(rows: readonly Row[]): Promise<EffectLabel[]> {
  const baseline = await loadBagOfWords()
  return rows.map(({ prompt, article }) => baseline.predict(bagOfWords(prompt, article)))
}

type Crossed = { readonly predictions: EffectPrediction[]; readonly words: EffectLabel[]; readonly majority: EffectLabel[] }

/** Each fold is predicted by what was learned from the documents of all others. */
function crossValidate(rows: readonly Row[], truth: readonly EffectLabel[], folds: number, onProgress: EvaluateEffectsOptions['onProgress']): Crossed {
  const examples = rows.map(({ prompt, article }, at): PreparedExample => prepareExample({ question: prompt, article, label: truth[at] ?? EFFECT_LABELS[1], evidence: (prompt.evidence ?? []).map(({ text }) => text) }))
  const words = rows.map(({ prompt, article }) => bagOfWords(prompt, article))
  const predictions = new Map<number, EffectPrediction>()
  const wordLabels = new Map<number, EffectLabel>()
  const majority = new Map<number, EffectLabel>()
  for (let fold = 0; fold < folds; fold += 1) {
    onProgress?.(`Fold ${fold + 1} of ${folds}`)
    const learned = rows.flatMap((row, at) => (row.fold === fold ? [] : [at]))
    const model = trainEffectModel(learned.flatMap((at) => examples[at] ?? []))
    const baseline = trainBagOfWords(learned.map((at) => ({ features: words[at] ?? new Map(), label: truth[at] ?? EFFECT_LABELS[1] })))
    const most = mostFrequent(EFFECT_LABELS, learned.flatMap((at) => truth[at] ?? [])) ?? EFFECT_LABELS[1]
    rows.forEach((row, at) => {
      if (row.fold !== fold) return
      predictions.set(at, predict(model, row))
      wordLabels.set(at, baseline.predict(words[at] ?? new Map()))
      majority.set(at, most)
    })
  }
  const inOrder = <T>(found: ReadonlyMap<number, T>): T[] => rows.flatMap((_, at) => found.get(at) ?? [])
  return { predictions: inOrder(predictions), words: inOrder(wordLabels), majority: inOrder(majority) }
}

function scoreEffects(truth: readonly EffectLabel[], predicted: readonly EffectLabel[]): EffectScores {
  const scores = scoreLabels(EFFECT_LABELS, truth, predicted)
  const swapped = (scores.confusion[0]?.[2] ?? 0) + (scores.confusion[2]?.[0] ?? 0)
  return { ...scores, swaps: truth.length === 0 ? 0 : swapped / truth.length }
}
