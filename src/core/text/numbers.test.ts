import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { isRoundingOf, numbersIn, valuesIn } from './numbers.ts'

describe('numbers in prose', () => {
  it.each([
    ['The composite happened in 512 of 3131 (16.4%)', [512, 3131, 16.4]],
    ['6,263 people, hazard ratio 0.82 (95% CI 0.73 to 0.92)', [6263, 0.82, 95, 0.73, 0.92]],
    ['a difference of −5.3 points', [-5.3]],
    ['0.73-0.87', [0.73, 0.87]],
    ['an interval of -25.9 to -14.7', [-25.9, -14.7]],
    ['SGLT2 inhibitors in COVID-19, LCD L39420, CHA2DS2-VASc', []],
    ['US$11,376 per QALY', [11376]],
    ['10-year risk', [10]],
    ['p<0.001', [0.001]],
    ['2021.', [2021]],
  ])('reads "%s"', (text, expected) => {
    expect(valuesIn(text)).toEqual(expected)
  })

  it('keeps the place of a number, so that it can be cut from the text', () => {
    const text = 'fell by 20.5 points and 15.2 points'
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['20.5', '15.2'])
  })

  it('takes a written number for a rounding only within half of its last digit', () => {
    const [written] = numbersIn('34')
    expect(written).toBeDefined()
    if (written === undefined) return
    expect(isRoundingOf(written, 33.6)).toBe(true)
    expect(isRoundingOf(written, -34.4)).toBe(true)
    expect(isRoundingOf(written, 34.6)).toBe(false)
  })

  it('finds every number it has printed itself', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 99_999, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, digits) => {
      const [found] = numbersIn(`about ${value.toFixed(digits)} people`)
      return found !== undefined && isRoundingOf(found, value)
    }))
  })
})
