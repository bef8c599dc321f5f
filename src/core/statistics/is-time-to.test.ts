import { expect, it } from 'vitest'
import { isTimeTo } from './is-time-to.ts'

it('knows a hazard ratio of how soon from one of how often', () => {
  expect(isTimeTo({ measure: 'HR', outcome: 'Time to sustained recovery' })).toBe(true)
  expect(isTimeTo({ measure: 'HR', outcome: 'Death at 90 days' })).toBe(false)
  expect(isTimeTo({ measure: 'MD', outcome: 'Time to fall asleep' })).toBe(false)
})
