import { disagreement, rangeContains, waysToMeet, type PopulationCriteria } from '../../core/model/index.ts'
import { describeDimension, type Vocabulary } from '../../core/terminology/index.ts'
import type { PopulationMatch } from './types.ts'

export type PopulationVerdict = {
  readonly match: PopulationMatch
  /** The dimension that puts it outside, in words; null otherwise. */
  readonly why: string | null
  /** Tags that must hold there and that the question does not state. */
  readonly narrowerBy: readonly string[]
}

/**
 * Compares condition first, then every stated dimension (docs/methods/guidelines.md). Outside on any dimension is off-PICO;
 * a dimension that one side does not state is unknown, which is neither a match nor a mismatch.
 */
export function matchPopulation(
  vocabulary: Vocabulary,
  asked: { readonly conditions: readonly string[]; readonly criteria: PopulationCriteria },
  studied: { readonly conditions: readonly string[]; readonly criteria: PopulationCriteria | null },
): PopulationVerdict {
  const condition = matchCondition(vocabulary, asked.conditions, studied.conditions)
  if (condition === 'outside') return { match: 'outside', why: `about ${names(vocabulary, studied.conditions)}`, narrowerBy: [] }
  const criteria = studied.criteria
  if (criteria === null) return { match: condition, why: null, narrowerBy: [] }
  const widened = withClasses(vocabulary, asked.criteria, asked.conditions)
  const dimension = disagreement(widened, criteria)
  if (dimension !== null) return { match: 'outside', why: describeDimension(vocabulary, dimension, criteria), narrowerBy: [] }
  // Alternatives that the people asked about may meet; together they ask for what every one of them asks for.
  const ways = waysToMeet(criteria).filter((way) => disagreement(widened, way) === null)
  const missing = ways.map(({ tags }) => tags.filter((tag) => !widened.tags.includes(tag) && !asked.conditions.some((id) => vocabulary.isWithin(tag, id) && id === tag)))
  const narrowerBy = (missing[0] ?? []).filter((tag) => missing.every((tags) => tags.includes(tag)))
  const uncovered = ways.every(({ ranges }) => Object.entries(ranges).some(([key, range]) => {
    const wanted = asked.criteria.ranges[key]
    return wanted === undefined || !rangeContains(range, wanted)
  }))
  const partly = narrowerBy.length > 0 || uncovered
  return { match: condition === 'exact' && partly ? 'overlaps' : condition, why: null, narrowerBy }
}

function matchCondition(vocabulary: Vocabulary, asked: readonly string[], studied: readonly string[]): PopulationMatch {
  if (asked.length === 0 || studied.length === 0) return 'not-stated'
  if (asked.some((id) => studied.includes(id))) return 'exact'
  if (asked.some((id) => studied.some((other) => vocabulary.isWithin(other, id) || vocabulary.isWithin(id, other)))) return 'overlaps'
  return 'outside'
}

/** A person with a kind of a condition has the condition: tags are widened to their classes. */
function withClasses(vocabulary: Vocabulary, criteria: PopulationCriteria, conditions: readonly string[]): PopulationCriteria {
  return {
    ranges: criteria.ranges,
    tags: [...new Set([...criteria.tags, ...conditions].flatMap((tag) => vocabulary.ancestors(tag)))],
    notTags: [...new Set(criteria.notTags.flatMap((tag) => vocabulary.descendants(tag)))],
  }
}

function names(vocabulary: Vocabulary, ids: readonly string[]): string {
  return ids.map((id) => vocabulary.concept(id)?.label ?? id).join(', ')
}
