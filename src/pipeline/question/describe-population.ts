import type { PopulationCriteria, Range } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'

/** The population in words ("heart failure; age 75 or over; without diabetes"); null when nothing of it is known. */
export function describePopulation(vocabulary: Vocabulary, conditions: readonly string[], criteria: PopulationCriteria): string | null {
  const label = (id: string): string => vocabulary.concept(id)?.label ?? id
  const tags = criteria.tags.filter((tag) => !conditions.includes(tag) && vocabulary.concept(tag)?.kind === 'population-tag')
  const age = criteria.ranges['age']
  const parts = [
    conditions.length === 0 ? null : conditions.map(label).join(' and '),
    age === undefined ? null : describeAge(age),
    tags.length === 0 ? null : tags.map(label).join(', '),
    criteria.notTags.length === 0 ? null : `without ${criteria.notTags.map(label).join(', ')}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

function describeAge({ min, max }: Range): string {
  if (max !== undefined && max < 2) return min === undefined || min !== max ? `under ${inMonths(max)} months` : `age ${inMonths(max)} months`
  if (min !== undefined && min === max) return `age ${min}`
  if (min !== undefined && max !== undefined) return `age ${Math.ceil(min)} to ${Math.floor(max)}`
  if (min !== undefined) return Number.isInteger(min) ? `age ${min} or over` : `over ${Math.floor(min)} years`
  return max !== undefined && Number.isInteger(max) ? `age ${max} or under` : `under ${Math.ceil(max ?? 0)} years`
}

function inMonths(years: number): number {
  return Math.max(1, Math.round(years * 12))
}
