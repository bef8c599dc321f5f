import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../test/support/ask-library.ts'
import { describeCriteria } from './describe-criteria.ts'
import { isRangeDimension, rangeDimension } from './range-dimension.ts'
import { starterVocabulary } from './starter-vocabulary.ts'

const vocabulary = starterVocabulary()

describe('rangeDimension', () => {
  it('knows every dimension that the library and the vocabulary use', () => {
    const used = [
      ...[...vocabulary.concepts()].map(({ criteria }) => criteria),
      ...readLibrary().flatMap(({ evidence }) => [evidence?.criteria, ...(evidence?.findings ?? []).map(({ criteria }) => criteria), ...(evidence?.recommendations ?? []).map(({ criteria }) => criteria)]),
    ].flatMap((criteria) => Object.keys(criteria?.ranges ?? {}))
    expect([...new Set(used)].filter((dimension) => !isRangeDimension(dimension))).toEqual([])
  })

  it('names an unlisted one by its id, without a unit', () => {
    expect(rangeDimension('walking-speed')).toEqual({ label: 'walking speed', unit: '', plain: 'walking speed of', plainUnit: '' })
  })

  it.each([
    ['ldl', { min: 70 }, 'LDL cholesterol 70 mg/dL or over'],
    ['hba1c', { min: 7 }, 'HbA1c 7% or over'],
    ['triglycerides', { min: 135, max: 499 }, 'triglycerides 135 mg/dL to 499 mg/dL'],
    ['uacr', { max: 199.99 }, 'urine albumin-to-creatinine ratio below 200 mg/g'],
    ['ejection-fraction', { min: 40.01, max: 59.99 }, 'ejection fraction above 40% to below 60%'],
    ['age', { min: 50 }, 'age 50 or over'],
  ])('%s %o reads "%s"', (dimension, range, words) => {
    expect(describeCriteria(vocabulary, { ranges: { [dimension]: range }, tags: [], notTags: [] })).toBe(words)
  })
})
