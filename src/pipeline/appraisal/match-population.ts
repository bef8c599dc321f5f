import { disagreement, rangeContains, type PopulationCriteria } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { PopulationMatch } from './types.ts'

export type PopulationVerdict = {
  readonly match: PopulationMatch
  /** The dimension that puts it outside, in words; null otherwise. */
  readonly why: string | null
  /** Tags that must hold there and that the question does not state. */
  readonly narrowerBy: readonly string[]
}

/**
 * Compares condition first, then every stated dimension (METHODS section 5). Outside on any dimension is off-PICO;
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
  const narrowerBy = criteria.tags.filter((tag) => !widened.tags.includes(tag) && !asked.conditions.some((id) => vocabulary.isWithin(tag, id) && id === tag))
  const uncovered = Object.entries(criteria.ranges).some(([key, range]) => {
    const wanted = asked.criteria.ranges[key]
    return wanted === undefined || !rangeContains(range, wanted)
  })
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

/** A range dimension in words: "age 70 or over", "ejection fraction 40% or below". */
export function describeDimension(vocabulary: Vocabulary, dimension: string, criteria: PopulationCriteria): string {
  const range = criteria.ranges[dimension]
  if (range === undefined) {
    const label = vocabulary.concept(dimension)?.label ?? dimension.replaceAll('-', ' ')
    return criteria.notTags.includes(dimension) ? `people without ${label}` : `people with ${label}`
  }
  return `${DIMENSION_NAMES[dimension]?.name ?? dimension.replaceAll('-', ' ')} ${describeRange(range, DIMENSION_NAMES[dimension]?.unit ?? '')}`
}

const DIMENSION_NAMES: Readonly<Record<string, { readonly name: string; readonly unit: string }>> = {
  age: { name: 'age', unit: '' },
  'ejection-fraction': { name: 'ejection fraction', unit: '%' },
  'cardiovascular-risk-10y': { name: '10-year cardiovascular risk', unit: '%' },
  egfr: { name: 'eGFR', unit: '' },
  uacr: { name: 'urine albumin-to-creatinine ratio', unit: ' mg/g' },
  bmi: { name: 'body mass index', unit: '' },
  systolic: { name: 'systolic blood pressure', unit: ' mm Hg' },
  'symptom-days': { name: 'days of symptoms', unit: '' },
  'pain-months': { name: 'months of pain', unit: '' },
  'hours-since-onset': { name: 'hours since onset', unit: '' },
  feverpain: { name: 'FeverPAIN score', unit: '' },
  centor: { name: 'Centor score', unit: '' },
  'cha2ds2-vasc': { name: 'CHA2DS2-VASc score', unit: '' },
}

function describeRange({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }, unit: string): string {
  const low = min === undefined ? null : isExclusive(min) ? `above ${Math.floor(min)}${unit}` : null
  const high = max === undefined ? null : isExclusive(max) ? `below ${Math.ceil(max)}${unit}` : null
  if (min !== undefined && max !== undefined) return min === max ? `${min}${unit}` : `${low ?? `${min}${unit}`} to ${high ?? `${max}${unit}`}`
  if (min !== undefined) return low ?? `${min}${unit} or over`
  return high ?? `${max ?? ''}${unit} or below`
}

/** Curated exclusive bounds end in .01 or .99. */
function isExclusive(value: number): boolean {
  return !Number.isInteger(value) && [1, 99].includes(Math.round((value % 1) * 100))
}

function names(vocabulary: Vocabulary, ids: readonly string[]): string {
  return ids.map((id) => vocabulary.concept(id)?.label ?? id).join(', ')
}

/** "without heart failure", "not in hospital", "not men": what is absent, by what the label is. */
function withoutTag(label: string): string {
  if (/^(?:not|no)\b/i.test(label)) return `not: ${label}`
  return /^(?:people|men|women|on|in|off|receiving|having|systemically|candidate)\b/i.test(label) ? `not ${label}` : `without ${label}`
}

/** The criteria in words, in a fixed order; empty when nothing is stated. */
export function describeCriteria(vocabulary: Vocabulary, criteria: PopulationCriteria): string {
  return [
    ...Object.keys(criteria.ranges).sort().map((dimension) => describeDimension(vocabulary, dimension, criteria)),
    ...criteria.tags.map((tag) => vocabulary.concept(tag)?.label ?? tag),
    ...criteria.notTags.map((tag) => withoutTag(vocabulary.concept(tag)?.label ?? tag)),
  ].join('; ')
}
