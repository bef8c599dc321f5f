import type { PopulationCriteria } from '../../../core/model/index.ts'
import { describeDimension, type Vocabulary } from '../../../core/terminology/index.ts'
import { listed } from '../../../core/text/index.ts'
import type { Omission, OmissionContext } from './types.ts'

/** Whom one result or one piece of advice speaks of, as far as it says so. */
type People = { readonly criteria: PopulationCriteria | null; readonly conditions: readonly string[]; readonly words: string | null }
type Named = { readonly id: string; readonly isRange: boolean; readonly words: string }

/**
 * People whom the question names and of whom no result, or no advice, held says that it speaks: an age, a measure, an
 * illness beside the one asked about. "Not stated" is not "all" (docs/methods/guidelines.md).
 */
export function missingPeople({ vocabulary, synthesis: { appraisal, question } }: OmissionContext): Omission[] {
  const named = namedIn(vocabulary, question.criteria, question.population.concepts)
  const results = appraisal.findings.map(({ finding, source }): People => ({ criteria: finding.criteria ?? source.evidence?.criteria ?? null, conditions: [...finding.conditions, ...(source.evidence?.conditions ?? [])], words: source.evidence?.population ?? null }))
  const advice = appraisal.positions.map(({ recommendation, source }): People => ({ criteria: recommendation.criteria, conditions: [...recommendation.conditions, ...(source.evidence?.conditions ?? [])], words: recommendation.population }))
  const unspoken = (people: readonly People[]): string => (people.length === 0 ? '' : listed(named.filter((one) => !people.some((held) => speaksOf(vocabulary, held, one))).map(({ words }) => words)))
  const inResults = unspoken(results)
  const inAdvice = unspoken(advice)
  return [
    ...(inResults === '' ? [] : [{ text: `Results for ${inResults}`, why: 'no study held here says that it took such people, or tells their result apart', plain: `No study held here says that it took people like these: ${inResults}.`, cites: [] }]),
    ...(inAdvice === '' ? [] : [{ text: `Advice for ${inAdvice}`, why: 'no advice held here names them', plain: `No advice held here is about people like these: ${inAdvice}.`, cites: [] }]),
  ]
}

/** By its criteria and conditions; where they do not say, by its own words on who took part. */
function speaksOf(vocabulary: Vocabulary, { criteria, conditions, words }: People, { id, isRange }: Named): boolean {
  if (isRange) return criteria?.ranges[id] !== undefined || (id === 'age' && words !== null && STATES_AGE.test(words))
  const isIt = (tag: string): boolean => vocabulary.isWithin(tag, id) || vocabulary.isWithin(id, tag)
  return [...conditions, ...(criteria?.tags ?? []), ...(criteria?.notTags ?? [])].some(isIt) || (words !== null && vocabulary.recognise(words).some(({ conceptId }) => isIt(conceptId)))
}

const STATES_AGE = /\b(?:aged?|ages|years? (?:old|of age|or (?:older|over|younger)))\b/i

/** What the question says of its people beside what the condition asked about means by itself. */
function namedIn(vocabulary: Vocabulary, { ranges, tags, notTags }: PopulationCriteria, conditions: readonly string[]): Named[] {
  const label = (id: string): string => vocabulary.concept(id)?.label ?? id
  const meant = conditions.flatMap((id) => vocabulary.concept(id)?.criteria ?? [])
  return [
    ...Object.keys(ranges).filter((id) => !meant.some((criteria) => criteria.ranges[id] !== undefined)).map((id) => ({ id, isRange: true, words: describeDimension(vocabulary, id, { ranges, tags: [], notTags: [] }) })),
    ...[...new Set([...tags, ...conditions])].map((id) => ({ id, isRange: false, words: vocabulary.concept(id)?.kind === 'condition' ? `people with ${label(id)}` : label(id) })),
    ...notTags.map((id) => ({ id, isRange: false, words: `people without ${label(id)}` })),
  ]
}
