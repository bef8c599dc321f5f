import { expect, it } from 'vitest'
import { differenceText, rangeText, twoShares } from './patient-frequency.ts'

it('tells both groups on one denominator, with time, comparator and both framings', () => {
  const text = twoShares({ event: 'had serious bleeding', treated: 38.4, control: 28, treatment: 'aspirin', comparator: 'a dummy drug', months: 56.4, people: 'people like those studied' })
  expect(text).toBe('Of 1000 people like those studied who had a dummy drug, about 28 had serious bleeding within 4.7 years. Of 1000 who had aspirin, it was about 38. The other 972 and 962 did not.')
})

it('gives a difference with the range that the data leave open', () => {
  expect(differenceText({ difference: -33.7, low: -45.8, high: -21.8 })).toBe('about 34 fewer (it could be 22 to 46 fewer)')
  expect(differenceText({ difference: -16.3, low: -49, high: 26.2 })).toBe('about 16 fewer (it could be from 49 fewer to 26 more)')
  expect(differenceText({ difference: 5, low: null, high: null })).toBe('about 5 more')
})

it('names both sides of a range that holds no difference', () => {
  expect(rangeText(-1.8, 1.2, 'worse', 'better')).toBe('from 1.8 worse to 1.2 better')
  expect(rangeText(14.7, 25.9, 'worse', 'better')).toBe('14.7 to 25.9 better')
})
