import { describe, expect, it } from 'vitest'
import { areDisjoint, disagreement, isKnownToMeet, NO_CRITERIA, readBound, waysToMeet } from './criteria.ts'
import type { PopulationCriteria } from './population.ts'

const of = (parts: Partial<PopulationCriteria>): PopulationCriteria => ({ ...NO_CRITERIA, ...parts })
const men55OrWomen60 = of({
  notTags: ['diabetes'],
  anyOf: [{ ranges: { age: { min: 55 } }, tags: ['male'], notTags: ['female'] }, { ranges: { age: { min: 60 } }, tags: ['female'], notTags: ['male'] }],
})

describe('alternatives', () => {
  it.each([
    ['a man of 57', { ranges: { age: { min: 57, max: 57 } }, tags: ['male'] }, null],
    ['a woman of 57', { ranges: { age: { min: 57, max: 57 } }, tags: ['female'] }, 'female'],
    ['a woman of 62', { ranges: { age: { min: 62, max: 62 } }, tags: ['female'] }, null],
    ['someone of 57', { ranges: { age: { min: 57, max: 57 } } }, null],
    ['someone of 50', { ranges: { age: { min: 50, max: 50 } } }, 'age'],
    ['anyone', {}, null],
    ['a man with diabetes', { tags: ['diabetes', 'male'] }, 'diabetes'],
  ] satisfies readonly (readonly [string, Partial<PopulationCriteria>, string | null])[])('%s can meet one of them or none', (_case, people, dimension) => {
    expect(disagreement(of(people), men55OrWomen60)).toBe(dimension)
    expect(areDisjoint(men55OrWomen60, of(people))).toBe(dimension !== null)
  })

  it('narrow the common part', () => {
    const [one, other] = waysToMeet(of({ ranges: { age: { min: 50, max: 70 } }, anyOf: [{ ranges: { age: { min: 55 } }, tags: [], notTags: [] }, { ranges: { age: { max: 65 } }, tags: ['male'], notTags: [] }] }))
    expect([one?.ranges['age'], other?.ranges['age'], other?.tags]).toEqual([{ min: 55, max: 70 }, { min: 50, max: 65 }, ['male']])
    expect(waysToMeet(NO_CRITERIA)).toEqual([NO_CRITERIA])
  })

  it('are known to be met only when everything that one of them asks is stated', () => {
    const people = (parts: Partial<PopulationCriteria>): boolean => isKnownToMeet(of({ notTags: ['diabetes', 'female'], ...parts }), men55OrWomen60)
    expect(people({ ranges: { age: { min: 57, max: 60 } }, tags: ['male'] })).toBe(true)
    expect(people({ ranges: { age: { min: 50, max: 60 } }, tags: ['male'] })).toBe(false)
    expect(people({ ranges: { age: { min: 57, max: 60 } } })).toBe(false)
  })
})

describe('readBound', () => {
  it.each([[40, 40, false], [40.01, 40, true], [59.99, 60, true], [7.5, 7.5, false]])('%d is %d, exclusive: %s', (bound, value, exclusive) => {
    expect(readBound(bound)).toEqual({ value, exclusive })
  })
})
