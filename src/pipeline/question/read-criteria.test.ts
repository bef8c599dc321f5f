import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../core/model/index.ts'
import { readAge } from './read-age.ts'
import { readRanges } from './read-criteria.ts'

const AGES: readonly (readonly [string, Range | null])[] = [
  ['58-year-old woman', { min: 58, max: 58 }],
  ['a 58 year old', { min: 58, max: 58 }],
  ['58yo man', { min: 58, max: 58 }],
  ['58 y/o', { min: 58, max: 58 }],
  ['58F with back pain', { min: 58, max: 58 }],
  ['He is 80 and takes aspirin', { min: 80, max: 80 }],
  ["I'm 45", { min: 45, max: 45 }],
  ['a woman of 58', { min: 58, max: 58 }],
  ['My mother, 82, has heart failure', { min: 82, max: 82 }],
  ['aged 75', { min: 75, max: 75 }],
  ['Is PSA useful at 70?', { min: 70, max: 70 }],
  ['aged 50 to 70', { min: 50, max: 70 }],
  ['adults aged 40–59 years', { min: 40, max: 59 }],
  ['between 40 and 59 years', { min: 40, max: 59 }],
  ['between the ages of 55 and 69', { min: 55, max: 69 }],
  ['50-70 year olds', { min: 50, max: 70 }],
  ['people 75 and over', { min: 75 }],
  ['75 years or older', { min: 75 }],
  ['aged 60+', { min: 60 }],
  ['adults ≥ 65 years', { min: 65 }],
  ['people over 75', { min: 75.01 }],
  ['the over 75s', { min: 75.01 }],
  ['older than 60', { min: 60.01 }],
  ['statins over 80?', { min: 80.01 }],
  ['women under 50', { max: 49.99 }],
  ['younger than 60 years', { max: 59.99 }],
  ['60 and younger', { max: 60 }],
  ['in her 80s', { min: 80, max: 89.99 }],
  ['in his mid-60s', { min: 64, max: 66.99 }],
  ['in my fifties', { min: 50, max: 59.99 }],
  ['octogenarians', { min: 80, max: 89.99 }],
  ['a 6-month-old', { min: 0.5, max: 0.5 }],
  ['babies under 8 months', { max: 0.66 }],
  ['a 3-week-old baby', { min: 0.06, max: 0.06 }],
  ['newborns', { max: 0.08 }],
  ['infants', { max: 1.99 }],
  ['children with otitis', { max: 17.99 }],
  ['my kid', { max: 17.99 }],
  ['teenagers', { min: 13, max: 18.99 }],
  ['elderly people', { min: 65 }],
  ['older adults', { min: 65 }],
  // Numbers that are no age.
  ['LDL over 130', null],
  ['BMI over 35', null],
  ['systolic above 140', null],
  ['EF is 35', null],
  ['HbA1c at 75', null],
  ['aspirin 75 mg', null],
  ['over 75% of patients', null],
  ['more than 30 trials', null],
  ['pain for over 12 weeks', null],
  ['baby aspirin', null],
  ['adults', null],
  ['within 10 years', null],
]

const MEASURES: readonly (readonly [string, Readonly<Record<string, Range>>])[] = [
  ['ejection fraction of 45%', { 'ejection-fraction': { min: 45, max: 45 } }],
  ['LVEF above 40%', { 'ejection-fraction': { min: 40.01 } }],
  ['EF 41-49', { 'ejection-fraction': { min: 41, max: 49 } }],
  ['eGFR 35', { egfr: { min: 35, max: 35 } }],
  ['eGFR < 30', { egfr: { max: 29.99 } }],
  ['a 10-year cardiovascular risk of 12%', { 'cardiovascular-risk-10y': { min: 12, max: 12 } }],
  ['10-year risk at least 10%', { 'cardiovascular-risk-10y': { min: 10 } }],
  ['BMI over 35', { bmi: { min: 35.01 } }],
  ['HbA1c 8.5%', { hba1c: { min: 8.5, max: 8.5 } }],
  ['HbA1c 75 mmol/mol', { hba1c: { min: 9, max: 9 } }],
  ['LDL 3.4 mmol/L', { ldl: { min: 131, max: 131 } }],
  ['LDL of 130', { ldl: { min: 130, max: 130 } }],
  ['BP 150/90', { systolic: { min: 150, max: 150 } }],
  ['FeverPAIN score 4 or more', { feverpain: { min: 4 } }],
  ['CHA2DS2-VASc 3', { 'cha2ds2-vasc': { min: 3, max: 3 } }],
  ['30 pack-years', { 'pack-years': { min: 30, max: 30 } }],
  ['at least 20 pack years', { 'pack-years': { min: 20 } }],
  ['back pain for 6 months', { 'pain-months': { min: 6, max: 6 } }],
  ['back pain of more than 3 months', { 'pain-months': { min: 3.01 } }],
  ['back pain lasting less than 12 weeks', { 'pain-months': { max: 2.75 } }],
  ['sore throat for 3 days', { 'symptom-days': { min: 3, max: 3 } }],
  ['alteplase within 4.5 hours of stroke', { 'hours-since-onset': { max: 4.5 } }],
  ['thrombectomy for a stroke at 10 hours', { 'hours-since-onset': { min: 10, max: 10 } }],
  ['20 weeks pregnant', { 'gestational-weeks': { min: 20, max: 20 } }],
  ['68-year-old with EF 55% and eGFR 40', { age: { min: 68, max: 68 }, 'ejection-fraction': { min: 55, max: 55 }, egfr: { min: 40, max: 40 } }],
  ['exercise for 12 weeks', {}],
  ['back pain: effect at 6 months of follow-up', {}],
  ['7 days of antibiotics', {}],
]

describe('ages', () => {
  it.each(AGES)('%s', (text, age) => {
    expect(readAge(text)).toEqual(age)
  })

  it('reads any stated age as itself, and an upper bound never below a lower one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 110 }), fc.integer({ min: 1, max: 110 }), (a, b) => {
      expect(readAge(`a ${a}-year-old man`)).toEqual({ min: a, max: a })
      const { min = 0, max = Infinity } = readAge(`aged ${a} to ${b}`) ?? {}
      expect(max).toBeGreaterThanOrEqual(min)
    }))
  })
})

describe('measures and durations', () => {
  it.each(MEASURES)('%s', (text, ranges) => {
    expect(readRanges(text)).toEqual(ranges)
  })
})

describe('bounds told after the number', () => {
  it.each([
    ['an ejection fraction of 50% or more', { 'ejection-fraction': { min: 50 } }],
    ['an ejection fraction of 40% or less', { 'ejection-fraction': { max: 40 } }],
    ['PFO closure under age 60', { age: { max: 59.99 } }],
    ['screening over age 75', { age: { min: 75.01 } }],
    ['a man aged 60', { age: { min: 60, max: 60 } }],
  ])('%s', (text, expected) => {
    expect(readRanges(text)).toEqual(expected)
  })
})
