import { describe, expect, it } from 'vitest'
import { statedCertainty } from './stated-certainty.ts'

describe('statedCertainty', () => {
  it.each([
    ['pain was lower (6 trials, 1354 people; low quality)', 'low'],
    ['very low-certainty evidence on harms', 'very-low'],
    ['high certainty on pain, moderate certainty on function', 'moderate'],
    ['a low level of pain', null],
    ['pain was 3 points lower', null],
  ])('reads %s as %s', (text, level) => {
    expect(statedCertainty(text)).toBe(level)
  })
})
