import { describe, expect, it } from 'vitest'
import { saysNoClearDifference } from './no-clear-difference.ts'

describe('saysNoClearDifference', () => {
  it.each([
    'Deaths did not clearly differ between the groups.',
    'There was no significant difference in pain.',
    'Death happened in 28% and 29% (P=0.50).',
  ])('hears it in words and in a p value: %s', (text) => {
    expect(saysNoClearDifference(text)).toBe(true)
  })

  it.each([
    'Serious adverse events occurred in 6.8% and 7.3%.',
    'At one year 66% and 58% were free of angina (p <0.001); by five years it was 74% and 72% (p 0.35).',
    'The treatment lowered pain.',
  ])('does not make it up: %s', (text) => {
    expect(saysNoClearDifference(text)).toBe(false)
  })
})
