import type { NamedFeatures, SparseVector } from './sparse-vector.ts'

/** The features a model knows, each with its place. */
export type FeatureSpace = { readonly names: readonly string[]; readonly places: ReadonlyMap<string, number> }

/** A space of names in the order given. */
export function featureSpace(names: readonly string[]): FeatureSpace {
  return { names, places: new Map(names.map((name, place) => [name, place])) }
}

/**
 * The features that at least `minCount` examples have, sorted by name so that the same examples in any order give the
 * same space. Rare features are left out: they memorise single examples.
 */
export function learnFeatureSpace(examples: readonly NamedFeatures[], minCount: number): FeatureSpace {
  const counts = new Map<string, number>()
  for (const example of examples) for (const name of example.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return featureSpace([...counts].filter(([, count]) => count >= minCount).map(([name]) => name).toSorted())
}

/** The features of an example that the space knows; others are passed over. */
export function toVector(space: FeatureSpace, features: NamedFeatures): SparseVector {
  const known: [place: number, value: number][] = []
  for (const [name, value] of features) {
    const place = space.places.get(name)
    if (place !== undefined && value !== 0) known.push([place, value])
  }
  known.sort(([a], [b]) => a - b)
  return { indices: Int32Array.from(known, ([place]) => place), values: Float64Array.from(known, ([, value]) => value) }
}
