import { describeCriteria } from '../../core/terminology/index.ts'
import { describe, expect, it } from 'vitest'
import { NO_CRITERIA, type PopulationCriteria } from '../../core/model/index.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { matchPopulation } from './match-population.ts'

const vocabulary = buildVocabulary()
const of = (conditions: readonly string[], criteria: Partial<PopulationCriteria> = {}): { conditions: readonly string[]; criteria: PopulationCriteria } => ({ conditions, criteria: { ...NO_CRITERIA, ...criteria } })
const age = (min?: number, max?: number): Partial<PopulationCriteria> => ({ ranges: { age: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } } })

describe('matchPopulation', () => {
  it.each([
    ['the same condition', of(['back-pain']), of(['back-pain']), 'exact'],
    ['a kind of the condition', of(['back-pain']), of(['vertebrogenic-back-pain']), 'overlaps'],
    ['the wider condition', of(['vertebrogenic-back-pain']), of(['back-pain']), 'overlaps'],
    ['another condition', of(['back-pain']), of(['knee-pain']), 'outside'],
    ['no condition stated: not "all"', of(['back-pain']), of([]), 'not-stated'],
    ['an age inside the ages studied', of(['back-pain'], age(45, 45)), of(['back-pain'], age(40, 59)), 'exact'],
    ['an age outside the ages studied', of(['back-pain'], age(75, 75)), of(['back-pain'], age(40, 59)), 'outside'],
    ['ages wider than those studied', of(['back-pain'], age(40, 80)), of(['back-pain'], age(50, 60)), 'overlaps'],
    ['a range that the question does not state', of(['back-pain']), of(['back-pain'], age(40, 59)), 'overlaps'],
    ['a tag that the question does not state', of(['back-pain']), of(['back-pain'], { tags: ['osteoporosis'] }), 'overlaps'],
    ['a tag that the question denies', of(['back-pain'], { notTags: ['osteoporosis'] }), of(['back-pain'], { tags: ['osteoporosis'] }), 'outside'],
    ['people left out who are asked about', of(['back-pain'], { tags: ['osteoporosis'] }), of(['back-pain'], { notTags: ['osteoporosis'] }), 'outside'],
    ['people left out by the class of what they have', of(['back-pain'], { tags: ['type-2-diabetes'] }), of(['back-pain'], { notTags: ['diabetes'] }), 'outside'],
    ['a kind of a disease the question denies', of(['back-pain'], { notTags: ['diabetes'] }), of(['back-pain'], { tags: ['type-2-diabetes'] }), 'outside'],
    ['a tag that the question settles by class', of(['back-pain'], { tags: ['type-2-diabetes'] }), of(['back-pain'], { tags: ['diabetes'] }), 'exact'],
  ] as const)('%s', (_case, asked, studied, match) => {
    expect(matchPopulation(vocabulary, asked, studied).match).toBe(match)
  })

  it('says why it is outside, in words', () => {
    expect(matchPopulation(vocabulary, of(['back-pain'], age(45, 45)), of(['back-pain'], age(70))).why).toBe('age 70 or over')
    expect(matchPopulation(vocabulary, of(['back-pain']), of(['knee-pain'])).why).toBe('about knee pain')
    expect(matchPopulation(vocabulary, of(['back-pain'], { tags: ['osteoporosis'] }), of(['back-pain'], { notTags: ['osteoporosis'] })).why).toBe('people without osteoporosis')
  })

  it('names the tags that make the people narrower', () => {
    expect(matchPopulation(vocabulary, of(['back-pain']), of(['back-pain'], { tags: ['osteoporosis'] })).narrowerBy).toEqual(['osteoporosis'])
  })
})

describe('matchPopulation with alternatives', () => {
  const studied = of(['back-pain'], { anyOf: [{ ranges: { age: { min: 55 } }, tags: ['male'], notTags: ['female'] }, { ranges: { age: { min: 60 } }, tags: ['female'], notTags: ['male'] }] })

  it.each([
    ['a man of 57 is among them', { ...age(57, 57), tags: ['male'] }, 'exact', []],
    ['a woman of 57 is not', { ...age(57, 57), tags: ['female'] }, 'outside', []],
    ['someone of 57 is if a man', age(57, 57), 'overlaps', ['male']],
    ['someone of 62 is either way', age(62, 62), 'exact', []],
    ['an age not stated is open', {}, 'overlaps', []],
  ] satisfies readonly (readonly [string, Partial<PopulationCriteria>, string, readonly string[]])[])('%s', (_case, asked, match, narrowerBy) => {
    expect(matchPopulation(vocabulary, of(['back-pain'], asked), studied)).toMatchObject({ match, narrowerBy })
  })

  it('tells the alternatives as the reason', () => {
    expect(matchPopulation(vocabulary, of(['back-pain'], age(40, 40)), studied).why).toBe('either male, age 55 or over, or female, age 60 or over')
  })
})

describe('describeCriteria', () => {
  it.each([
    [age(60), 'age 60 or over'], [age(undefined, 59.99), 'age below 60'], [age(45, 45), 'age 45'], [age(40, 59.99), 'age 40 to below 60'],
    [{ ranges: { 'ejection-fraction': { min: 40.01 } } }, 'ejection fraction above 40%'],
    [{ tags: ['osteoporosis'], notTags: ['diabetes'] }, 'osteoporosis; without diabetes'],
    [{}, ''],
  ] satisfies readonly (readonly [Partial<PopulationCriteria>, string])[])('%j reads "%s"', (criteria, words) => {
    expect(describeCriteria(vocabulary, { ...NO_CRITERIA, ...criteria })).toBe(words)
  })
})
