import { YES_NO_LABELS, type YesNoLabel } from '../../pipeline/appraisal/yes-no/index.ts'
import { loadWordBaseline, trainWordBaseline, wordFeatures, type WordBaseline, type WordExample } from '../classification/index.ts'
import { evidenceOf, type YesNoRow } from './yes-no-row.ts'

/** Best for the baseline among penalties from 3e-4 to 0.1, by folds. */
const TRAINING = { penalty: 1e-2, minCount: 2 }

/** The baseline's features: the words of the text, and those of the question. */
export function bagOfWords(row: YesNoRow, withConclusion: boolean): Map<string, number> {
  const evidence = evidenceOf(row, withConclusion)
  const texts = evidence.kind === 'snippets' ? evidence.snippets : [...evidence.contexts.map(({ text }) => text), ...(evidence.conclusion === null ? [] : [evidence.conclusion])]
  return wordFeatures(texts.join(' . '), row.question)
}

/** Learns the plain word baseline of the same questions, so that a figure is never shown without its peer. */
export function trainBagOfWords(examples: readonly WordExample<YesNoLabel>[]): WordBaseline<YesNoLabel> {
  return trainWordBaseline(YES_NO_LABELS, examples, TRAINING)
}

/** The baseline as learned from all of PubMedQA's rows, for scoring beside the shipped model. */
export async function loadBagOfWords(withConclusion: boolean): Promise<WordBaseline<YesNoLabel>> {
  const { default: saved } = await import('./bag-of-words.json', { with: { type: 'json' } })
  return loadWordBaseline(YES_NO_LABELS, withConclusion ? saved.withConclusion : saved.contexts)
}
