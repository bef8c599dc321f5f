import { loadClassifier, saveClassifier, type Classifier, type SavedClassifier } from '../../../core/learning/index.ts'
import type { LearnedFrom } from '../models/index.ts'

/** What was learned to read the direction of an effect. */
export type EffectModel = {
  /** Is this sentence the evidence? Labels: no, yes. */
  readonly evidence: Classifier
  /** Does it tell a significant difference? Labels: no, yes. */
  readonly difference: Classifier
  /** If it does, which way? Labels: less, more under the intervention. */
  readonly direction: Classifier
}

export type SavedEffectModel = { readonly evidence: SavedClassifier; readonly difference: SavedClassifier; readonly direction: SavedClassifier; readonly learnedFrom: LearnedFrom }

/** A learned effect model as JSON data. */
export function saveEffectModel(model: EffectModel, learnedFrom: LearnedFrom): SavedEffectModel {
  return { evidence: saveClassifier(model.evidence), difference: saveClassifier(model.difference), direction: saveClassifier(model.direction), learnedFrom }
}

/** The model that ships with the program, read when it is first needed: `models/effect-direction.card.md` tells of it. */
export async function loadEffectModel(): Promise<EffectModel & { readonly learnedFrom: LearnedFrom }> {
  const { default: saved } = await import('../models/effect-direction.json', { with: { type: 'json' } })
  return { evidence: loadClassifier(saved.evidence), difference: loadClassifier(saved.difference), direction: loadClassifier(saved.direction), learnedFrom: saved.learnedFrom }
}
