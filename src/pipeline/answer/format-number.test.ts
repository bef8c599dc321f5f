import { describe, expect, it } from 'vitest'
import type { Effect } from '../synthesis/index.ts'
import { decimal, duration, effectText, per1000 } from './format-number.ts'

const effect = (parts: Partial<Effect>): Effect => ({ measure: 'HR', estimate: 0.8, low: 0.73, high: 0.87, origin: 'reported', higherIsBetter: false, ...parts })

describe('numbers as readers see them', () => {
  it('drops trailing zeros and prints a true minus', () => {
    expect(decimal(-5.3, 1)).toBe('−5.3')
    expect(decimal(10, 1)).toBe('10')
  })

  it('keeps a decimal for a harm below two in a thousand', () => {
    expect(per1000(1.44)).toBe('1.4')
    expect(per1000(-33.7)).toBe('34')
  })

  it.each([[0.5, '2 weeks'], [0.92, '4 weeks'], [0.033, '1 day'], [0.1, '3 days'], [2.8, '12 weeks'], [3, '3 months'], [26.2, '2.2 years'], [12, '12 months']])('tells %d months as %s', (months, text) => {
    expect(duration(months)).toBe(text)
  })

  it('says that an interval was worked out from a p value', () => {
    expect(effectText(effect({ origin: 'p-value' }))).toBe('hazard ratio 0.80 (interval, worked out by us from the p value, 0.73 to 0.87)')
  })

  it('never prints a ratio without its interval or the word that it is missing', () => {
    expect(effectText(effect({}))).toBe('hazard ratio 0.80 (interval 0.73 to 0.87)')
    expect(effectText(effect({ low: null, high: null }))).toBe('hazard ratio 0.80 (interval not available to us)')
  })

  it('prints a risk difference in percentage points', () => {
    expect(effectText(effect({ measure: 'RD', estimate: -0.014, low: -0.02, high: -0.008 }))).toBe('risk difference −1.4 percentage points (interval −2 to −0.8)')
  })
})
