import type { PopulationCriteria, Range } from './population.ts'

export const NO_CRITERIA: PopulationCriteria = { ranges: {}, tags: [], notTags: [] }

/** A curated bound as it is said: "above 40" is kept as 40.01, "younger than 60" as 59.99. */
export function readBound(bound: number): { readonly value: number; readonly exclusive: boolean } {
  const exclusive = !Number.isInteger(bound) && [1, 99].includes(Math.round((bound % 1) * 100))
  return { value: exclusive ? Math.round(bound) : bound, exclusive }
}

/** Whether two closed ranges share a point; an absent bound is open. */
export function rangesOverlap(a: Range, b: Range): boolean {
  return (a.min ?? -Infinity) <= (b.max ?? Infinity) && (b.min ?? -Infinity) <= (a.max ?? Infinity)
}

/** Whether `outer` holds every point of `inner`. */
export function rangeContains(outer: Range, inner: Range): boolean {
  return (outer.min ?? -Infinity) <= (inner.min ?? -Infinity) && (inner.max ?? Infinity) <= (outer.max ?? Infinity)
}

/** Whether nobody can meet both criteria: a disjoint range, or a tag that one requires and the other rules out. */
export function areDisjoint(a: PopulationCriteria, b: PopulationCriteria): boolean {
  return disagreement(a, b) !== null
}

/** The first dimension on which two populations cannot overlap, or null. */
export function disagreement(a: PopulationCriteria, b: PopulationCriteria): string | null {
  for (const [dimension, range] of Object.entries(a.ranges)) {
    const other = b.ranges[dimension]
    if (other !== undefined && !rangesOverlap(range, other)) return dimension
  }
  return a.tags.find((tag) => b.notTags.includes(tag)) ?? b.tags.find((tag) => a.notTags.includes(tag)) ?? null
}
