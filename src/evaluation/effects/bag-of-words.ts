import { coverage, EFFECT_LABELS, termsOfQuestion, type EffectLabel, type PreparedArticle } from '../../pipeline/appraisal/effect-direction/index.ts'
import { loadWordBaseline, trainWordBaseline, wordFeatures, type WordBaseline, type WordExample } from '../classification/index.ts'
import type { Prompt } from './prompt.ts'

/** Sentences of the article that the baseline reads: those that hold most of the outcome's words. */
const SENTENCES = 3
/** Best for the baseline among penalties from 3e-4 to 0.1, by folds. */
const TRAINING = { penalty: 1e-3, minCount: 4 }

/** The baseline's features: the prompt's words, and those of the sentences that name the outcome. */
export function bagOfWords(prompt: Prompt, article: PreparedArticle): Map<string, number> {
  const { outcome } = termsOfQuestion(prompt, article.shortenings)
  const best = article.sentences
    .map((sentence) => ({ sentence, covered: coverage(outcome, sentence.stems, article) }))
    .toSorted((a, b) => b.covered - a.covered || a.sentence.index - b.sentence.index)
    .slice(0, SENTENCES)
  return wordFeatures(best.map(({ sentence }) => sentence.text).join(' . '), prompt.outcome, prompt.intervention, prompt.comparator)
}

/** Learns the plain word baseline of the same prompts, so that a figure is never shown without its peer. */
export function trainBagOfWords(examples: readonly WordExample<EffectLabel>[]): WordBaseline<EffectLabel> {
  return trainWordBaseline(EFFECT_LABELS, examples, TRAINING)
}

/** The baseline as learned from all the training prompts, for scoring beside the shipped model. */
export async function loadBagOfWords(): Promise<WordBaseline<EffectLabel>> {
  const { default: saved } = await import('./bag-of-words.json', { with: { type: 'json' } })
  return loadWordBaseline(EFFECT_LABELS, saved)
}
