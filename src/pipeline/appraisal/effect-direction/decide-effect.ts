import { classify, type Classifier } from '../../../core/learning/index.ts'
import { directionFeatures } from './direction-features.ts'
import type { EffectModel } from './effect-model.ts'
import type { PreparedArticle, PreparedSentence } from './prepared-article.ts'
import { termsOfQuestion, type QuestionTerms } from './question-terms.ts'
import { findCandidates, rankEvidence } from './rank-evidence.ts'
import { viewSentence } from './sentence-view.ts'
import { significanceFeatures } from './significance-features.ts'
import { EFFECT_LABELS, type EffectDecision, type EffectQuestion } from './types.ts'

/** Sentences that have a say, each by its chance of being the evidence; more did not gain in cross-validation. */
const SAYING = 8
const NO_DIFFERENCE = 1

/**
 * Whether a report says that the outcome was significantly higher or lower under the intervention than under the
 * comparator, or no different. The sentences most likely to tell it are read one by one; their answers are averaged
 * by that chance. The evidence is the sentence that says the answer best.
 */
export function decideEffect(model: EffectModel, question: EffectQuestion, article: PreparedArticle): EffectDecision {
  const terms = termsOfQuestion(question, article.shortenings)
  const ranked = rankEvidence(model.evidence, findCandidates(terms, article)).slice(0, SAYING)
  const readings = ranked.map(({ sentence, chance }) => ({ sentence, chance, chances: readSentence(model, sentence, terms, article) }))
  const total = readings.reduce((sum, { chance }) => sum + chance, 0)
  if (total === 0) return { label: EFFECT_LABELS[NO_DIFFERENCE], chances: [0, 1, 0], evidence: null }
  const chances = EFFECT_LABELS.map((_, label) => readings.reduce((sum, reading) => sum + (reading.chance / total) * (reading.chances[label] ?? 0), 0))
  const label = chances.indexOf(Math.max(...chances))
  const best = readings.toSorted((a, b) => b.chance * (b.chances[label] ?? 0) - a.chance * (a.chances[label] ?? 0))[0]
  return {
    label: EFFECT_LABELS[label] ?? EFFECT_LABELS[NO_DIFFERENCE],
    chances,
    evidence: best === undefined ? null : { text: best.sentence.text, start: best.sentence.start, end: best.sentence.end },
  }
}

/** What one sentence says: the chance of less, of no difference, of more. */
export function readSentence(model: Pick<EffectModel, 'difference' | 'direction'>, sentence: PreparedSentence, terms: QuestionTerms, article: Pick<PreparedArticle, 'weightOf'>): number[] {
  const view = viewSentence(sentence, terms, article)
  const differs = classify(model.difference, significanceFeatures(view, terms))[1] ?? 0
  const more = classify(model.direction, directionFeatures(view, terms))[1] ?? 0
  return [differs * (1 - more), 1 - differs, differs * more]
}

/** The chance that a sentence tells a significant difference in what a question of any kind speaks of. */
export function readDifference(difference: Classifier, question: string, sentence: PreparedSentence, article: Pick<PreparedArticle, 'weightOf' | 'shortenings'>): number {
  const terms = termsOfQuestion({ intervention: '', comparator: '', outcome: question }, article.shortenings)
  return classify(difference, significanceFeatures(viewSentence(sentence, terms, article), terms))[1] ?? 0
}
