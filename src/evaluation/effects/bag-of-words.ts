import { classify, trainClassifier } from '../../core/learning/index.ts'
import { coverage, EFFECT_LABELS, termsOfQuestion, type EffectLabel, type PreparedArticle } from '../../pipeline/appraisal/effect-direction/index.ts'
import { WORD_PENALTY, wordFeatures } from '../classification/index.ts'
import type { Prompt } from './prompt.ts'

/** Sentences of the article that the baseline reads: those that hold most of the outcome's words. */
const SENTENCES = 3

/** The baseline's features: the prompt's words, and those of the sentences that name the outcome. */
export function bagOfWords(prompt: Prompt, article: PreparedArticle): Map<string, number> {
  const { outcome } = termsOfQuestion(prompt, article.shortenings)
  const best = article.sentences
    .map((sentence) => ({ sentence, covered: coverage(outcome, sentence.stems, article) }))
    .toSorted((a, b) => b.covered - a.covered || a.sentence.index - b.sentence.index)
    .slice(0, SENTENCES)
  return wordFeatures(best.map(({ sentence }) => sentence.text).join(' . '), prompt.outcome, prompt.intervention, prompt.comparator)
}

/** Learns the baseline from features and labels; gives what predicts. */
export function trainBagOfWords(examples: readonly { readonly features: ReadonlyMap<string, number>; readonly label: EffectLabel }[]): (features: ReadonlyMap<string, number>) => EffectLabel {
  const classifier = trainClassifier(examples.map(({ features, label }) => ({ features, label: EFFECT_LABELS.indexOf(label) })), { labels: EFFECT_LABELS.length, minCount: 3, penalty: WORD_PENALTY, maxIterations: 50 })
  return (features) => {
    const chances = classify(classifier, features)
    return EFFECT_LABELS[chances.indexOf(Math.max(...chances))] ?? EFFECT_LABELS[1]
  }
}
