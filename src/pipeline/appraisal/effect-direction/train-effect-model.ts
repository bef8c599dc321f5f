import { trainClassifier, type LabelledFeatures } from '../../../core/learning/index.ts'
import { directionFeatures } from './direction-features.ts'
import type { EffectModel } from './effect-model.ts'
import { prepareSentence, type PreparedArticle, type PreparedSentence } from './prepared-article.ts'
import { termsOfQuestion, type QuestionTerms } from './question-terms.ts'
import { findCandidates, rankEvidence, type Candidate } from './rank-evidence.ts'
import { viewSentence } from './sentence-view.ts'
import { significanceFeatures } from './significance-features.ts'
import { EFFECT_LABELS, type EffectLabel, type EffectQuestion } from './types.ts'

/** A question whose answer and evidence a person has marked. */
export type EffectExample = { readonly question: EffectQuestion; readonly article: PreparedArticle; readonly label: EffectLabel; readonly evidence: readonly string[] }

/** What is read from an example before anything is learned, so that several folds can share it. */
export type PreparedExample = {
  readonly label: number
  readonly candidates: readonly (Candidate & { readonly isEvidence: boolean })[]
  readonly marked: readonly Reading[]
  readonly read: (sentence: PreparedSentence) => Reading
}
type Reading = { readonly difference: ReadonlyMap<string, number>; readonly direction: ReadonlyMap<string, number> }

const NO_DIFFERENCE = 1
/** Marked passages of one example that are learned from; further ones mostly repeat them. */
const MARKED = 2
/** Ranked sentences of one example that are learned from beside the marked ones, each by its chance. */
const RANKED = 3
const RANKED_WEIGHT = 1
/** Shorter texts ("p = 0.2", a cell) stand everywhere and would mark the wrong sentences. */
const SHORTEST_MARK = 15

/** Penalties chosen by 5 folds over Evidence Inference among 3e-4, 1e-3, 3e-3 and 1e-2; neighbours differ by less than 0.005 in macro-F1. */
const EVIDENCE = { labels: 2, minCount: 3, penalty: 1e-5, maxIterations: 60 }
const DIFFERENCE = { labels: 2, minCount: 4, penalty: 3e-3, maxIterations: 50 }
const DIRECTION = { labels: 2, minCount: 4, penalty: 1e-2, maxIterations: 50 }

/** One prompt with its article as features, for learning and for deciding alike. */
export function prepareExample({ question, article, label, evidence }: EffectExample): PreparedExample {
  const terms = termsOfQuestion(question, article.shortenings)
  const marks = evidence.filter((text) => text.length > SHORTEST_MARK)
  const plainMarks = marks.map((text) => lettersOf(text)).filter((text) => text.length > SHORTEST_MARK)
  const isEvidence = (sentence: PreparedSentence): boolean => {
    const plain = lettersOf(sentence.text)
    return plain.length > SHORTEST_MARK && plainMarks.some((mark) => mark.includes(plain) || plain.includes(mark))
  }
  const readings = new Map<number, Reading>()
  const read = (sentence: PreparedSentence): Reading => {
    const known = readings.get(sentence.index) ?? readingOf(sentence, terms, article)
    readings.set(sentence.index, known)
    return known
  }
  return {
    label: EFFECT_LABELS.indexOf(label),
    candidates: findCandidates(terms, article).map((candidate) => ({ ...candidate, isEvidence: isEvidence(candidate.sentence) })),
    marked: marks.slice(0, MARKED).map((text) => readingOf(prepareSentence({ text, start: 0, end: text.length, role: 'results' }, 0, article.shortenings), terms, article)),
    read,
  }
}

/** Learns to find the evidence, then to read it: from the marked passages and from what the finder finds. */
export function trainEffectModel(examples: readonly PreparedExample[]): EffectModel {
  const sentences = examples.filter(({ candidates }) => candidates.some(({ isEvidence }) => isEvidence)).flatMap(({ candidates }) => candidates)
  const evidence = trainClassifier(sentences.map(({ features, isEvidence }) => ({ features, label: isEvidence ? 1 : 0 })), EVIDENCE)
  const readings = examples.flatMap(({ label, candidates, marked, read }) => [
    ...marked.map((reading) => ({ reading, label, weight: 1 / marked.length })),
    ...rankEvidence(evidence, candidates).slice(0, RANKED).map(({ sentence, chance }) => ({ reading: read(sentence), label, weight: RANKED_WEIGHT * chance })),
  ])
  const difference: LabelledFeatures[] = readings.map(({ reading, label, weight }) => ({ features: reading.difference, label: label === NO_DIFFERENCE ? 0 : 1, weight }))
  const direction: LabelledFeatures[] = readings.filter(({ label }) => label !== NO_DIFFERENCE).map(({ reading, label, weight }) => ({ features: reading.direction, label: label > NO_DIFFERENCE ? 1 : 0, weight }))
  return { evidence, difference: trainClassifier(difference, DIFFERENCE), direction: trainClassifier(direction, DIRECTION) }
}

function readingOf(sentence: PreparedSentence, terms: QuestionTerms, article: PreparedArticle): Reading {
  const view = viewSentence(sentence, terms, article)
  return { difference: significanceFeatures(view, terms), direction: directionFeatures(view, terms) }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
