import type { PopulationCriteria } from '../model/index.ts'
import type { Vocabulary } from './vocabulary.ts'

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
  ].join('; ')
}
