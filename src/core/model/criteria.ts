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

/** Each way to meet the criteria, without alternatives of its own: the common part with one of `anyOf`. */
export function waysToMeet({ anyOf, ...common }: PopulationCriteria): PopulationCriteria[] {
  if (anyOf === undefined) return [common]
  return anyOf.map((one) => ({
    ranges: { ...common.ranges, ...Object.fromEntries(Object.entries(one.ranges).map(([dimension, range]) => [dimension, intersect(common.ranges[dimension], range)])) },
    tags: [...new Set([...common.tags, ...one.tags])],
    notTags: [...new Set([...common.notTags, ...one.notTags])],
  }))
}

/** The alternatives as they are said: "men or women" without "men who are not women"; none when there are none. */
export function spokenAlternatives({ anyOf = [] }: PopulationCriteria): PopulationCriteria[] {
  return anyOf.map((one) => ({ ...one, notTags: one.notTags.filter((tag) => !anyOf.some(({ tags }) => tags.includes(tag))) }))
}

function intersect(a: Range | undefined, b: Range): Range {
  if (a === undefined) return b
  const [min, max] = [Math.max(a.min ?? -Infinity, b.min ?? -Infinity), Math.min(a.max ?? Infinity, b.max ?? Infinity)]
  return { ...(min === -Infinity ? {} : { min }), ...(max === Infinity ? {} : { max }) }
}

/** Whether everything that one way to meet the criteria asks is known of the people; a mark they do not state is not. */
export function isKnownToMeet(people: PopulationCriteria, criteria: PopulationCriteria): boolean {
  return waysToMeet(criteria).some(({ ranges, tags, notTags }) => tags.every((tag) => people.tags.includes(tag))
    && notTags.every((tag) => people.notTags.includes(tag))
    && Object.entries(ranges).every(([dimension, range]) => {
      const theirs = people.ranges[dimension]
      return theirs !== undefined && rangeContains(range, theirs)
    }))
}

/** Whether nobody can meet both criteria: a disjoint range, or a tag that one requires and the other rules out. */
export function areDisjoint(a: PopulationCriteria, b: PopulationCriteria): boolean {
  return disagreement(a, b) !== null
}

/** The first dimension on which two populations cannot overlap, or null; alternatives only when none of them can. */
export function disagreement(a: PopulationCriteria, b: PopulationCriteria): string | null {
  const found = waysToMeet(a).flatMap((x) => waysToMeet(b).map((y) => disagreementOf(x, y)))
  return found.includes(null) ? null : (found[0] ?? null)
}

function disagreementOf(a: PopulationCriteria, b: PopulationCriteria): string | null {
  for (const [dimension, range] of Object.entries(a.ranges)) {
    const other = b.ranges[dimension]
    if (other !== undefined && !rangesOverlap(range, other)) return dimension
  }
  return a.tags.find((tag) => b.notTags.includes(tag)) ?? b.tags.find((tag) => a.notTags.includes(tag)) ?? null
}
