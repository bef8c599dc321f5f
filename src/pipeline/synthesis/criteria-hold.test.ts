import { describe, expect, it } from 'vitest'
import { NO_CRITERIA } from '../../core/model/index.ts'
import { criteriaHold } from './criteria-hold.ts'

const old = { ...NO_CRITERIA, ranges: { age: { min: 75 } } }

describe('criteriaHold', () => {
  it('holds where every mark is known to hold', () => {
    expect(criteriaHold({ ...old, tags: ['osteoporosis'] }, { ranges: { age: { min: 80, max: 80 } }, tags: ['osteoporosis', 'diabetes'], notTags: [] })).toBe(true)
  })

  it.each([
    ['a range that only overlaps', old, { ...NO_CRITERIA, ranges: { age: { min: 60 } } }],
    ['a range that is not stated', old, NO_CRITERIA],
    ['a tag that is not stated', { ...NO_CRITERIA, tags: ['osteoporosis'] }, NO_CRITERIA],
    ['a denied tag that is not stated', { ...NO_CRITERIA, notTags: ['osteoporosis'] }, NO_CRITERIA],
    ['criteria that ask nothing', NO_CRITERIA, NO_CRITERIA],
  ])('does not hold for %s', (_case, criteria, people) => {
    expect(criteriaHold(criteria, people)).toBe(false)
  })
})
