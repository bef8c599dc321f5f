import { learnFeatureSpace, toVector, type FeatureSpace } from './feature-space.ts'
import { predictSoftmax, trainSoftmax, type LinearModel, type TrainOptions } from './softmax-regression.ts'
import type { NamedFeatures } from './sparse-vector.ts'

/** A linear model with the names of its features. */
export type Classifier = { readonly space: FeatureSpace; readonly model: LinearModel }

/** What a label was given for; `weight` counts the example as so many, `offset` is what another model says of it (see `Example`). */
export type LabelledFeatures = { readonly features: NamedFeatures; readonly label: number; readonly weight?: number; readonly offset?: readonly number[] }

export type ClassifierOptions = TrainOptions & {
  readonly labels: number
  /** Features that fewer examples have are left out. */
  readonly minCount: number
}

/** Learns one weight vector a class by regularised logistic regression; the same rows and settings give the same weights. */
export function trainClassifier(examples: readonly LabelledFeatures[], { labels, minCount, ...options }: ClassifierOptions): Classifier {
  const space = learnFeatureSpace(examples.map(({ features }) => features), minCount)
  const vectors = examples.map(({ features, ...example }) => ({ vector: toVector(space, features), ...example }))
  return { space, model: trainSoftmax(vectors, { labels, features: space.names.length }, options) }
}

/** The probability of each label, in their order; `offset` as in learning. */
export function classify({ space, model }: Classifier, features: NamedFeatures, offset?: readonly number[]): number[] {
  return predictSoftmax(model, toVector(space, features), offset)
}
