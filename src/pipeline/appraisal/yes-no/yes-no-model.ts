import { loadClassifier, saveClassifier, trainClassifier, type Classifier, type SavedClassifier } from '../../../core/learning/index.ts'
import type { LearnedFrom } from '../models/index.ts'
import { contextFeatures, statementFeatures } from './read-evidence.ts'
import { YES_NO_LABELS, type AbstractEvidence, type YesNoLabel } from './types.ts'

/** What was learned to answer yes, no or maybe. */
export type YesNoModel = {
  /** From an abstract without its conclusion. */
  readonly contexts: Classifier
  /** From statements that answer: conclusions. */
  readonly statements: Classifier
  /** Of the effect model: does a sentence tell a significant difference? */
  readonly difference: Classifier
  /** How often each answer was right where this was learned, in the order of `YES_NO_LABELS`. */
  readonly shares: readonly number[]
}

export type SavedYesNoModel = { readonly contexts: SavedClassifier; readonly statements: SavedClassifier; readonly shares: readonly number[]; readonly learnedFrom: LearnedFrom }

/** A question with its features read, so that several folds can share them. */
export type PreparedYesNo = { readonly contexts: ReadonlyMap<string, number>; readonly statements: ReadonlyMap<string, number>; readonly label: number }

/** Chosen by 5 folds over PubMedQA, three times drawn, among 0.01, 0.03 and 0.1. */
const TRAINING = { labels: YES_NO_LABELS.length, minCount: 3, penalty: 0.03, maxIterations: 60 }

export function prepareYesNo(question: string, evidence: AbstractEvidence, answer: YesNoLabel, difference: Classifier): PreparedYesNo {
  return {
    contexts: contextFeatures(question, evidence.contexts, difference),
    statements: statementFeatures(question, evidence.conclusion === null ? [] : [evidence.conclusion], difference),
    label: YES_NO_LABELS.indexOf(answer),
  }
}

export function trainYesNoModel(examples: readonly PreparedYesNo[], difference: Classifier): YesNoModel {
  return {
    contexts: trainClassifier(examples.map(({ contexts, label }) => ({ features: contexts, label })), TRAINING),
    statements: trainClassifier(examples.map(({ statements, label }) => ({ features: statements, label })), TRAINING),
    difference,
    shares: YES_NO_LABELS.map((_, at) => examples.filter(({ label }) => label === at).length / examples.length),
  }
}

export function saveYesNoModel({ contexts, statements, shares }: YesNoModel, learnedFrom: LearnedFrom): SavedYesNoModel {
  return { contexts: saveClassifier(contexts), statements: saveClassifier(statements), shares, learnedFrom }
}

/** The model that ships with the program; it reads differences with the effect model's classifier. */
export async function loadYesNoModel(difference: Classifier): Promise<YesNoModel & { readonly learnedFrom: LearnedFrom }> {
  const { default: saved } = await import('../models/yes-no.json', { with: { type: 'json' } })
  return { contexts: loadClassifier(saved.contexts), statements: loadClassifier(saved.statements), difference, shares: saved.shares, learnedFrom: saved.learnedFrom }
}
