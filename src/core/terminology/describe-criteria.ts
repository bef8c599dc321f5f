import { readBound, spokenAlternatives, type PopulationCriteria, type Range } from '../model/index.ts'
import { rangeDimension } from './range-dimension.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A range dimension in words: "age 70 or over", "ejection fraction 40% or below". */
export function describeDimension(vocabulary: Vocabulary, dimension: string, criteria: PopulationCriteria): string {
  const range = criteria.ranges[dimension]
  const isChoice = [...criteria.tags, ...criteria.notTags].every((tag) => tag !== dimension) && criteria.anyOf?.some(({ ranges, tags, notTags }) => ranges[dimension] !== undefined || [...tags, ...notTags].includes(dimension)) === true
  if (isChoice) return describeChoice(vocabulary, criteria)
  if (range === undefined) {
    const label = vocabulary.concept(dimension)?.label ?? dimension.replaceAll('-', ' ')
    return criteria.notTags.includes(dimension) ? `people without ${label}` : `people with ${label}`
  }
  const { label, unit } = rangeDimension(dimension)
  return `${label} ${describeRange(range, unit)}`
}

function describeRange({ min, max }: Range, unit: string): string {
  const low = min === undefined ? null : readBound(min)
  const high = max === undefined ? null : readBound(max)
  if (low !== null && high !== null) return min === max ? `${min ?? ''}${unit}` : `${low.exclusive ? 'above ' : ''}${low.value}${unit} to ${high.exclusive ? 'below ' : ''}${high.value}${unit}`
  if (low !== null) return low.exclusive ? `above ${low.value}${unit}` : `${low.value}${unit} or over`
  return high === null ? 'any' : high.exclusive ? `below ${high.value}${unit}` : `${high.value}${unit} or below`
}

/** "without heart failure", "not in hospital", "not men": what is absent, by what the label is. */
function withoutTag(label: string): string {
  if (/^(?:not|no)\b/i.test(label)) return `not: ${label}`
  return /^(?:people|men|women|on|in|off|receiving|having|systemically|candidate)\b/i.test(label) ? `not ${label}` : `without ${label}`
}

/** The criteria in words, in a fixed order; empty when nothing is stated. */
export function describeCriteria(vocabulary: Vocabulary, criteria: PopulationCriteria): string {
  return [
    ...Object.keys(criteria.ranges).toSorted().map((dimension) => describeDimension(vocabulary, dimension, criteria)),
    ...criteria.tags.map((tag) => vocabulary.concept(tag)?.label ?? tag),
    ...criteria.notTags.map((tag) => withoutTag(vocabulary.concept(tag)?.label ?? tag)),
    ...(criteria.anyOf === undefined ? [] : [describeChoice(vocabulary, criteria)]),
  ].join('; ')
}

/** "either men, age 55 or over, or women, age 60 or over": the alternatives alone; empty when there are none. */
export function describeChoice(vocabulary: Vocabulary, criteria: PopulationCriteria): string {
  const told = spokenAlternatives(criteria).map(({ ranges, tags, notTags }) => [describeCriteria(vocabulary, { ranges: {}, tags, notTags }), describeCriteria(vocabulary, { ranges, tags: [], notTags: [] })].filter((part) => part !== '').join('; ').replaceAll('; ', ', '))
  return told.length === 0 ? '' : `either ${told.join(', or ')}`
}
