import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { plainCriteria, plainPeople, readablePeople } from './patient-people.ts'

const vocabulary = starterVocabulary()
const people = (criteria: { ranges?: Record<string, { min?: number; max?: number }>; tags?: string[]; notTags?: string[] }): string | null => plainPeople(vocabulary, { ranges: {}, tags: [], notTags: [], ...criteria })

describe('plainPeople', () => {
  it.each([
    [{ ranges: { age: { min: 60 } } }, 'people 60 or older'],
    [{ ranges: { age: { min: 70.01 } } }, 'people over 70'],
    [{ ranges: { age: { max: 59.99 } } }, 'people under 60'],
    [{ ranges: { age: { min: 25, max: 70 } } }, 'people 25 to 70 years old'],
    [{ ranges: { age: { min: 75, max: 75 } } }, 'people at age 75'],
    [{ ranges: { 'pain-months': { min: 6 } } }, 'people with pain for 6 months or more'],
    [{ ranges: { 'hours-since-onset': { max: 1 } } }, 'people with symptoms that began 1 hour ago or less'],
    [{ tags: ['female'], ranges: { age: { min: 40, max: 49 } } }, 'women 40 to 49 years old'],
    [{ tags: ['hospitalised'] }, 'people in hospital'],
    [{ notTags: ['hospitalised'] }, 'people not in hospital'],
  ])('says %o as "%s"', (criteria, words) => {
    expect(people(criteria)).toBe(words)
  })

  it('says alternatives as an or, and what holds for both first', () => {
    const anyOf = [{ ranges: { age: { min: 55 } }, tags: ['male'], notTags: ['female'] }, { ranges: { age: { min: 60 } }, tags: ['female'], notTags: ['male'] }]
    expect(plainPeople(vocabulary, { ranges: {}, tags: [], notTags: [], anyOf })).toBe('men 55 or older, or women 60 or older')
    expect(plainPeople(vocabulary, { ranges: {}, tags: [], notTags: ['diabetes'], anyOf })).toBe('people without diabetes, who are men 55 or older, or women 60 or older')
  })

  it('keeps with and without apart, so that 4.64% with osteoporosis is never read as 0.37% without', () => {
    expect(people({ tags: ['osteoporosis'] })).toMatch(/^people with .*osteoporosis/)
    expect(people({ notTags: ['osteoporosis'] })).toMatch(/^people without .*osteoporosis/)
  })

  it('says nothing where nothing is stated, which does not mean everyone', () => {
    expect(people({})).toBeNull()
    expect(plainCriteria(vocabulary, null)).toEqual([])
  })
})

describe('readablePeople', () => {
  it('keeps a source’s short plain words and its proper names', () => {
    expect(readablePeople(vocabulary, 'Adults 60 or older')).toBe('adults 60 or older')
    expect(readablePeople(vocabulary, 'Pennsylvania plan members with spinal pain')).toBe('Pennsylvania plan members with spinal pain')
  })

  it('leaves out what a patient cannot read', () => {
    expect(readablePeople(vocabulary, 'Adults with symptomatic heterozygous familial hypercholesterolaemia undergoing percutaneous revascularisation')).toBeNull()
    expect(readablePeople(vocabulary, 'Adults with eGFR ≥ 30')).toBeNull()
    expect(readablePeople(vocabulary, null)).toBeNull()
  })
})
