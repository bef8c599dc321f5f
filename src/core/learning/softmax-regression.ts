import { minimise } from './minimise.ts'
import type { SparseVector } from './sparse-vector.ts'

/**
 * One example to learn from; `weight` counts it as so many. `label` is a place in the list of labels. `offset` is a
 * score a label that another model gives it beforehand: what is learned then corrects that model.
 */
export type Example = { readonly vector: SparseVector; readonly label: number; readonly weight?: number; readonly offset?: readonly number[] }

/** A linear model of several labels: `weights[label × features + feature]`, and a bias a label. */
export type LinearModel = { readonly labels: number; readonly features: number; readonly weights: Float64Array; readonly bias: Float64Array }

export type TrainOptions = {
  /** Strength of the L2 penalty, per unit of example weight; the bias is not penalised. */
  readonly penalty: number
  readonly maxIterations?: number
}

/**
 * Multinomial logistic regression with an L2 penalty (Bishop 2006, Pattern Recognition and Machine Learning, §4.3.4):
 * the mean negative log-likelihood of the examples plus penalty/2 times the squared weights, minimised to convergence.
 */
export function trainSoftmax(examples: readonly Example[], shape: { readonly labels: number; readonly features: number }, { penalty, maxIterations = 100 }: TrainOptions): LinearModel {
  const { labels, features } = shape
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const size = labels * features
  const point = minimise((at, gradient) => {
    gradient.fill(0)
    let loss = 0
    for (const example of examples) loss += addExample(example, shape, total, at, gradient)
    for (let index = 0; index < size; index += 1) {
      const weight = at[index] ?? 0
      loss += 0.5 * penalty * weight * weight
      gradient[index] = (gradient[index] ?? 0) + penalty * weight
    }
    return loss
  }, new Float64Array(size + labels), { maxIterations, tolerance: 1e-5 })
  return { labels, features, weights: point.slice(0, size), bias: point.slice(size) }
}

/** Adds one example's share of the gradient and returns its share of the loss. */
function addExample({ vector, label, weight = 1, offset }: Example, { labels, features }: { readonly labels: number; readonly features: number }, total: number, at: Float64Array, gradient: Float64Array): number {
  const { indices, values } = vector
  const size = labels * features
  const chances = softmax(Array.from({ length: labels }, (_, which) => {
    let score = (at[size + which] ?? 0) + (offset?.[which] ?? 0)
    for (let part = 0; part < indices.length; part += 1) score += (at[which * features + (indices[part] ?? 0)] ?? 0) * (values[part] ?? 0)
    return score
  }))
  const share = weight / total
  for (let which = 0; which < labels; which += 1) {
    const error = share * ((chances[which] ?? 0) - (which === label ? 1 : 0))
    gradient[size + which] = (gradient[size + which] ?? 0) + error
    for (let part = 0; part < indices.length; part += 1) {
      const place = which * features + (indices[part] ?? 0)
      gradient[place] = (gradient[place] ?? 0) + error * (values[part] ?? 0)
    }
  }
  return -share * Math.log(Math.max(chances[label] ?? 0, 1e-300))
}

/** The probability of each label; `offset` as the example would have had it in learning. */
export function predictSoftmax({ labels, features, weights, bias }: LinearModel, { indices, values }: SparseVector, offset?: readonly number[]): number[] {
  return softmax(Array.from({ length: labels }, (_, which) => {
    let score = (bias[which] ?? 0) + (offset?.[which] ?? 0)
    for (let part = 0; part < indices.length; part += 1) score += (weights[which * features + (indices[part] ?? 0)] ?? 0) * (values[part] ?? 0)
    return score
  }))
}

/** Scores as probabilities; the largest is taken off first, so that none overflows. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}
