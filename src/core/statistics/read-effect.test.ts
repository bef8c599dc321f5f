import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAppraised, buildCounts } from '../../../test/support/build-finding.ts'
import { directionOf, excludesNull } from './effect.ts'
import { readEffect } from './read-effect.ts'

describe('readEffect', () => {
  it('reads efficacy as a risk ratio with its bounds swapped', () => {
    const effect = readEffect(buildAppraised({ finding: { measure: 'efficacy', estimate: 66.7, ciLow: 28.8, ciHigh: 85.8 } }))
    expect(effect?.measure).toBe('RR')
    expect([effect?.estimate, effect?.low, effect?.high].map((value) => value?.toFixed(3))).toEqual(['0.333', '0.142', '0.712'])
  })

  it('reads a signed percent change with its sign', () => {
    expect(readEffect(buildAppraised({ finding: { measure: 'relative-change', estimate: -20, ciLow: -31, ciHigh: -7 } }))).toMatchObject({ measure: 'RR', estimate: 0.8, low: 0.69, high: 0.9299999999999999 })
  })

  it('reads percentage points as points even when the difference is small', () => {
    const small = buildAppraised({ finding: { measure: 'RD', estimate: -0.15, ciLow: -3.6, ciHigh: 3.3 } })
    expect(readEffect(small)?.estimate).toBeCloseTo(-0.0015, 8)
    expect(readEffect(buildAppraised({ finding: { measure: 'RD', estimate: -0.02, ciLow: -0.04, ciHigh: 0.004 } }))?.estimate).toBe(-0.02)
  })

  it('computes a ratio from counts where none is reported, and says so', () => {
    const effect = readEffect(buildAppraised({ finding: { measure: 'RR', estimate: null, arms: buildCounts([113, 898], [15, 897]) } }))
    expect(effect?.origin).toBe('counts')
    expect([effect?.estimate, effect?.low, effect?.high].map((value) => value?.toFixed(1))).toEqual(['7.5', '4.4', '12.8'])
  })

  it('works an interval out from an exact p where none is held, and says so', () => {
    const bare = { measure: 'HR', estimate: 0.81, p: '0.15' } as const
    expect(readEffect(buildAppraised({ finding: bare }))).toMatchObject({ origin: 'p-value', estimate: 0.81 })
    expect(readEffect(buildAppraised({ finding: { ...bare, ciLow: 0.6, ciHigh: 1.08 } }))).toMatchObject({ origin: 'reported', low: 0.6 })
    expect(readEffect(buildAppraised({ finding: { ...bare, p: '<0.15' } }))).toMatchObject({ origin: 'reported', low: null })
  })

  it('turns a worked-out interval round with the effect', () => {
    const effect = readEffect(buildAppraised({ reversed: true, finding: { measure: 'MD', estimate: 0.5, p: '0.03' } }))
    expect([effect?.origin, effect?.estimate, effect?.low?.toFixed(2), effect?.high?.toFixed(2)]).toEqual(['p-value', -0.5, '-0.95', '-0.05'])
  })

  it.each(['per-protocol', 'on-treatment', 'as-treated'] as const)('works none out from the p of a %s analysis', (analysis) => {
    expect(readEffect(buildAppraised({ finding: { measure: 'MD', estimate: -5.3, p: '0.019', analysis } }))?.low).toBeNull()
  })

  it('uses no interval whose level is not stated', () => {
    expect(readEffect(buildAppraised({ finding: { estimate: 0.8, ciLow: 0.7, ciHigh: 0.9, ciLevel: null } }))).toMatchObject({ low: null, high: null })
  })

  it('states no effect for a change within one arm, an unknown direction of good, or a result set aside', () => {
    expect(readEffect(buildAppraised({ finding: { measure: 'mean-change', estimate: -28 } }))).toBeNull()
    expect(readEffect(buildAppraised({ finding: { estimate: 0.8, higherIsBetter: null } }))).toBeNull()
    expect(readEffect(buildAppraised({ notAnEffect: 'no comparison group', finding: { estimate: 0.8 } }))).toBeNull()
  })

  it('turns a trial of B against A round, and twice is once', () => {
    fc.assert(fc.property(fc.double({ min: 0.3, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 0.8, noNaN: true }), (estimate, half) => {
      const finding = { measure: 'HR', estimate, ciLow: estimate * Math.exp(-half), ciHigh: estimate * Math.exp(half) } as const
      const forward = readEffect(buildAppraised({ finding }))
      const back = readEffect(buildAppraised({ reversed: true, finding }))
      expect(back?.estimate).toBeCloseTo(1 / estimate, 8)
      expect(back?.low ?? NaN).toBeCloseTo(1 / finding.ciHigh, 8)
      expect([forward, back].map((effect) => effect !== null && excludesNull(effect))).toEqual(finding.ciLow > 1 || finding.ciHigh < 1 ? [true, true] : [false, false])
      expect([forward, back].reduce((sum, effect) => sum + (effect === null ? NaN : directionOf(effect)), 0)).toBe(0)
    }))
  })
})
