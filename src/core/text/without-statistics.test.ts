import { describe, expect, it } from 'vitest'
import { withoutStatistics } from './without-statistics.ts'

describe('withoutStatistics', () => {
  it.each([
    ['Death did not clearly differ (rate ratio 1.01, 95% CI 0.92 to 1.11).', 'Death did not clearly differ'],
    ['The absolute gain was largely offset by bleeding.', 'The absolute gain was largely offset by bleeding'],
    ['Only 8% were older (mean age 63).', 'Only 8% were older (mean age 63)'],
    ['The hazard ratios were not available to us.', null],
    ['The interaction was clear (p for trend 0.06) in men.', null],
  ])('reads %s as %s', (text, plain) => {
    expect(withoutStatistics(text)).toBe(plain)
  })
})
