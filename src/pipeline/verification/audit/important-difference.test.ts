import { describe, expect, it } from 'vitest'
import { importantDifference } from './important-difference.ts'

describe('the smallest difference that matters', () => {
  it.each<[string, string, boolean]>([
    ['The gain was judged clinically important.', 'The authors judged the gap not clinically important, and its interval was wide.', true],
    ['The effect exceeds the smallest worthwhile difference.', 'The change was well below the minimal important difference of 10 points.', true],
    ['The effect is short of what patients would call a meaningful change.', 'It did not reach the minimal important difference.', false],
    ['Pain fell by 3 points.', 'It did not reach the minimal important difference.', false],
    ['The drug lowers an important risk.', 'The trial had 300 people.', false],
  ])('%s | %s', (claim, statement, wanted) => {
    expect(importantDifference(claim, statement) !== null).toBe(wanted)
  })
})
