import { expect, it } from 'vitest'
import { countedAmong } from './counted-among.ts'

it.each([
  ['65.2% of the people who were using opioids at the start had stopped after 5.6 years.', 'the people who were using opioids at the start'],
  ['70.2% of those followed had improved by 1.5 cm.', 'those followed'],
  ['18.1% of the women screened yearly in their forties had a false-positive result.', 'the women screened yearly in their forties'],
  ['75.6% of people treated with ablation had a gain of 10 points.', null],
  ['In pooled arms, 65% (95% CI 51 to 78) had relief.', null],
])('%s is counted among: %s', (text, group) => {
  expect(countedAmong(text)).toBe(group)
})
