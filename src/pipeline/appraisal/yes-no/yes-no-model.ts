import { loadClassifier, saveClassifier, trainClassifier, type Classifier, type LabelledFeatures, type SavedClassifier } from '../../../core/learning/index.ts'
import type { EffectLabel, EffectQuestion } from '../effect-direction/index.ts'
import type { LearnedFrom } from '../models/index.ts'
import { contextFeatures, statementFeatures } from './read-evidence.ts'
import { YES_NO_LABELS, type YesNoEvidence, type YesNoLabel } from './types.ts'

/** What was learned to answer yes, no or maybe. */
export type YesNoModel = {
  /** From an abstract without its conclusion. */
  readonly contexts: Classifier
  /** From an abstract's conclusion. */
  readonly conclusions: Classifier
  /** From passages chosen for the question. */
  readonly passages: Classifier
  /** Of the effect model: does a sentence tell a significant difference? */
  readonly difference: Classifier
  /** The share of each answer among what `passages` was learned from, in the order of `YES_NO_LABELS`. */
  readonly shares: readonly number[]
}

export type SavedYesNoModel = { readonly contexts: SavedClassifier; readonly conclusions: SavedClassifier; readonly passages: SavedClassifier; readonly shares: readonly number[]; readonly learnedFrom: LearnedFrom }

/** A question with its features read, so that several folds can share them. */
export type PreparedYesNo = { readonly contexts: ReadonlyMap<string, number>; readonly statements: ReadonlyMap<string, number>; readonly label: number }
/** A question put to a trial's own sentence: a statement alone. */
export type PreparedTrialQuestion = Omit<PreparedYesNo, 'contexts'>

/** Chosen by 5 folds over PubMedQA, three times drawn, among 0.01, 0.03 and 0.1. */
const TRAINING = { labels: YES_NO_LABELS.length, minCount: 3, penalty: 0.03, maxIterations: 60 }

/** One question with its texts as features, for learning and for deciding alike. */
export function prepareYesNo(question: string, evidence: YesNoEvidence, answer: YesNoLabel, difference: Classifier): PreparedYesNo {
  return {
    contexts: evidence.kind === 'snippets' ? new Map() : contextFeatures(question, evidence.contexts, difference),
    statements: statementFeatures(question, evidence.kind === 'snippets' ? evidence.snippets : evidence.conclusion === null ? [] : [evidence.conclusion], difference),
    label: YES_NO_LABELS.indexOf(answer),
  }
}

/**
 * Three questions to a sentence of which it is known what a trial found: more, less, any difference? Weak teachers, as
 * they all have one form: each counts as `TRIAL_WEIGHT` of a question that a person asked.
 */
export function prepareTrialQuestions({ intervention, comparator, outcome }: EffectQuestion, sentence: string, found: EffectLabel, difference: Classifier): PreparedTrialQuestion[] {
  const yes = YES_NO_LABELS.indexOf('yes')
  const no = YES_NO_LABELS.indexOf('no')
  const asked = { increase: found === 'significantly increased', reduce: found === 'significantly decreased', affect: found !== 'no significant difference' }
  return Object.entries(asked).map(([verb, isSo]) => ({
    statements: statementFeatures(`Does ${intervention} ${verb} ${outcome} compared with ${comparator}?`, [sentence], difference),
    label: isSo ? yes : no,
  }))
}

/**
 * All trial questions together then count as a quarter of PubMedQA. Weights from 0 to 0.1 are alike on PubMedQA by
 * folds (accuracy 0.71 to 0.72); on BioASQ 0 gives 0.77, 0.02 to 0.1 give 0.77 to 0.79.
 */
const TRIAL_WEIGHT = 0.02

/** Learns from questions with their abstracts or passages; `trials` widen what passages can say. */
export function trainYesNoModel(examples: readonly PreparedYesNo[], difference: Classifier, trials: readonly PreparedTrialQuestion[] = []): YesNoModel {
  const conclusions: LabelledFeatures[] = examples.map(({ statements: features, label }) => ({ features, label }))
  const passages = [...conclusions, ...trials.map(({ statements: features, label }) => ({ features, label, weight: TRIAL_WEIGHT }))]
  const weightOf = (some: readonly LabelledFeatures[]): number => some.reduce((sum, { weight = 1 }) => sum + weight, 0)
  return {
    contexts: trainClassifier(examples.map(({ contexts, label }) => ({ features: contexts, label })), TRAINING),
    conclusions: trainClassifier(conclusions, TRAINING),
    passages: trainClassifier(passages, TRAINING),
    difference,
    shares: YES_NO_LABELS.map((_, at) => weightOf(passages.filter(({ label }) => label === at)) / weightOf(passages)),
  }
}

/** A learned yes/no model as JSON data. */
export function saveYesNoModel({ contexts, conclusions, passages, shares }: YesNoModel, learnedFrom: LearnedFrom): SavedYesNoModel {
  return { contexts: saveClassifier(contexts), conclusions: saveClassifier(conclusions), passages: saveClassifier(passages), shares, learnedFrom }
}

/** The model that ships with the program; it reads differences with the effect model's classifier. */
export async function loadYesNoModel(difference: Classifier): Promise<YesNoModel & { readonly learnedFrom: LearnedFrom }> {
  const { default: saved } = await import('../models/yes-no.json', { with: { type: 'json' } })
  return { contexts: loadClassifier(saved.contexts), conclusions: loadClassifier(saved.conclusions), passages: loadClassifier(saved.passages), difference, shares: saved.shares, learnedFrom: saved.learnedFrom }
}
