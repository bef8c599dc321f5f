import { Buffer } from 'node:buffer'
import type { Classifier } from './classifier.ts'
import { featureSpace } from './feature-space.ts'

/**
 * A classifier as JSON: names one a line, weights as 16-bit integers (base64, little-endian) that count steps of
 * `step`. Few long strings rather than many short ones, so that reading and type-checking it stays cheap.
 */
export type SavedClassifier = { readonly labels: number; readonly step: number; readonly bias: readonly number[]; readonly names: string; readonly weights: string }

const MOST = 32_767
/** Weights below this share of the largest say nothing that a 16-bit step could not round away ten times over. */
const NEGLIGIBLE = 1e-3

/** Rounds to 16 bits and leaves out features whose weights are all negligible. */
export function saveClassifier({ space, model }: Classifier): SavedClassifier {
  const largest = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const step = largest === 0 ? 1 : largest / MOST
  const labels = Array.from({ length: model.labels }, (_, label) => label)
  const weightOf = (label: number, place: number): number => model.weights[label * model.features + place] ?? 0
  const kept = space.names.map((_, place) => place).filter((place) => labels.some((label) => Math.abs(weightOf(label, place)) > largest * NEGLIGIBLE))
  const rounded = Int16Array.from(labels.flatMap((label) => kept.map((place) => Math.round(weightOf(label, place) / step))))
  const bytes = Buffer.alloc(rounded.length * 2)
  rounded.forEach((value, at) => bytes.writeInt16LE(value, at * 2))
  return { labels: model.labels, step, bias: [...model.bias], names: kept.map((place) => space.names[place] ?? '').join('\n'), weights: bytes.toString('base64') }
}

/** A classifier from its saved, rounded weights. */
export function loadClassifier({ labels, step, bias, names, weights }: SavedClassifier): Classifier {
  const space = featureSpace(names === '' ? [] : names.split('\n'))
  const bytes = Buffer.from(weights, 'base64')
  const values = Float64Array.from({ length: labels * space.names.length }, (_, at) => bytes.readInt16LE(at * 2) * step)
  return { space, model: { labels, features: space.names.length, weights: values, bias: Float64Array.from(bias) } }
}
