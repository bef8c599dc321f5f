import { classify } from '../../../core/learning/index.ts'
import { contextFeatures, statementFeatures } from './read-evidence.ts'
import { YES_NO_LABELS, type YesNoDecision, type YesNoEvidence } from './types.ts'
import type { YesNoModel } from './yes-no-model.ts'

/** The say of the results beside the conclusion, as an exponent: the conclusion is the authors' own answer. */
const RESULTS_SHARE = 0.35
const MAYBE = 2

/**
 * What a text answers to a yes/no question.
 *
 * From an abstract the answer may be "maybe". Passages chosen for a question come from many reports, and how often
 * their answer is yes is not known: yes and no count as equally likely beforehand, and there is no maybe.
 */
export function decideYesNo(model: YesNoModel, question: string, evidence: YesNoEvidence): YesNoDecision {
  const chances = evidence.kind === 'snippets' ? fromSnippets(model, question, evidence.snippets) : fromAbstract(model, question, evidence)
  return { answer: YES_NO_LABELS[chances.indexOf(Math.max(...chances))] ?? YES_NO_LABELS[MAYBE], chances }
}

function fromAbstract(model: YesNoModel, question: string, { contexts, conclusion }: Extract<YesNoEvidence, { kind: 'abstract' }>): number[] {
  const results = classify(model.contexts, contextFeatures(question, contexts, model.difference))
  if (conclusion === null) return results
  const concluded = classify(model.conclusions, statementFeatures(question, [conclusion], model.difference))
  return shared(concluded.map((chance, at) => chance ** (1 - RESULTS_SHARE) * (results[at] ?? 0) ** RESULTS_SHARE))
}

function fromSnippets(model: YesNoModel, question: string, snippets: readonly string[]): number[] {
  const stated = classify(model.passages, statementFeatures(question, snippets, model.difference))
  return shared(stated.map((chance, at) => (at === MAYBE ? 0 : chance / (model.shares[at] ?? 1))))
}

function shared(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
