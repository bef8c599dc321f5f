import { describe, expect, it } from 'vitest'
import type { PopulationCriteria } from '../../../core/model/index.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { peopleProblem } from './check-people.ts'

const agrees = (text: string, criteria: Partial<PopulationCriteria>): boolean => peopleProblem(starterVocabulary(), text, { ranges: {}, tags: [], notTags: [], ...criteria }, []) === null

describe('alternatives', () => {
  const anyOf = [{ ranges: { age: { min: 55 } }, tags: ['male'], notTags: [] }, { ranges: { age: { min: 60 } }, tags: ['female'], notTags: [] }]

  it('agree with what holds for all and each of them', () => {
    expect(agrees('men 55 or older, or women 60 or older', { anyOf })).toBe(true)
    expect(agrees('people without diabetes, who are men 55 or older, or women 60 or older', { notTags: ['diabetes'], anyOf })).toBe(true)
  })

  it.each(['men 60 or older, or women 55 or older', 'men 55 or older', 'men 55 or older, women 60 or older', 'people without diabetes, who are men 55 or older, or women 60 or older', 'men 55 or older, or women 60 or older, or people'])('are not told by "%s"', (text) => {
    expect(agrees(text, { anyOf })).toBe(false)
  })
})

describe('a range', () => {
  it('is told by its own measure and unit', () => {
    expect(agrees('people with LDL cholesterol of 100 mg/dL or more', { ranges: { ldl: { min: 100 } } })).toBe(true)
    expect(agrees('people with blood fats (triglycerides) of 100 mg/dL or more', { ranges: { ldl: { min: 100 } } })).toBe(false)
    expect(agrees('people with that began 4.5 hours ago or less', { ranges: { 'hours-since-onset': { max: 4.5 } } })).toBe(false)
  })
})

describe('an exclusion', () => {
  it('needs a word of its own after a comma, but for a list of "without"', () => {
    const notTags = ['frailty', 'limited-life-expectancy']
    expect(agrees('people leaving out frail older people, leaving out those not expected to live long', { notTags })).toBe(true)
    expect(agrees('people leaving out frail older people, not expected to live long', { notTags: ['frailty'], tags: ['limited-life-expectancy'] })).toBe(true)
  })
})
