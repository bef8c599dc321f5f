import { describe, expect, it } from 'vitest'
import { isOrdinal } from './is-ordinal.ts'

describe('isOrdinal', () => {
  it('knows a ratio on the levels of a scale from one of events', () => {
    expect(isOrdinal({ measure: 'OR', outcome: 'angina symptom score at 12 weeks' })).toBe(true)
    expect(isOrdinal({ measure: 'OR', outcome: 'Shift on the modified Rankin scale at 90 days' })).toBe(true)
    expect(isOrdinal({ measure: 'OR', outcome: 'Death at 90 days' })).toBe(false)
    expect(isOrdinal({ measure: 'RR', outcome: 'a score of 10 or more' })).toBe(false)
    expect(isOrdinal({ measure: 'MD', outcome: 'pain score' })).toBe(false)
  })
})
