import { describe, expect, it } from 'vitest'
import { meetsInformationSize } from './information-size.ts'
import type { Baseline, Effect, Threshold } from './types.ts'

const effect = (measure: Effect['measure'], estimate: number, low: number | null, high: number | null): Effect => ({ measure, estimate, low, high, origin: 'reported', higherIsBetter: false })
const baseline: Baseline = { proportion: 0.2, basis: 'counts', from: [], months: null }
const odi: Threshold = { kind: 'points', value: 10, label: '10 points', verified: true }
const held = { threshold: null, baseline: null, people: null, events: null }

describe('meetsInformationSize', () => {
  it('goes by events for a hazard ratio: 380', () => {
    expect(meetsInformationSize({ ...held, effect: effect('HR', 0.8, 0.7, 0.9), events: 379 })).toBe(false)
    expect(meetsInformationSize({ ...held, effect: effect('HR', 0.8, 0.7, 0.9), events: 380 })).toBe(true)
  })

  it('goes by people for a risk ratio at the baseline held', () => {
    expect(meetsInformationSize({ ...held, effect: effect('RR', 0.8, 0.7, 0.9), baseline, people: 1800 })).toBe(false)
    expect(meetsInformationSize({ ...held, effect: effect('RR', 0.8, 0.7, 0.9), baseline, people: 1900 })).toBe(true)
  })

  it('goes by 300 events without a baseline', () => {
    expect(meetsInformationSize({ ...held, effect: effect('RR', 0.8, 0.7, 0.9), events: 299 })).toBe(false)
    expect(meetsInformationSize({ ...held, effect: effect('RR', 0.8, 0.7, 0.9), events: 300 })).toBe(true)
  })

  it('reads the spread of a mean off its interval', () => {
    expect(meetsInformationSize({ ...held, effect: effect('MD', -20.3, -25.9, -14.7), threshold: odi })).toBe(true)
    expect(meetsInformationSize({ ...held, effect: effect('MD', -20.3, -30, -10.6), threshold: odi })).toBe(false)
  })

  it('takes 400 people for a mean without an interval', () => {
    expect(meetsInformationSize({ ...held, effect: effect('MD', -5.3, null, null), threshold: odi, people: 225 })).toBe(false)
  })

  it('cannot tell where nothing is held', () => {
    expect(meetsInformationSize({ ...held, effect: effect('RR', 0.8, 0.7, 0.9) })).toBeNull()
  })
})
