import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absoluteEffect, sideOfThreshold, thresholdsCrossed, zoneOf } from './effect-zone.ts'
import type { Baseline, Effect, Threshold } from './types.ts'

function ratio(estimate: number, low: number | null, high: number | null, measure: Effect['measure'] = 'HR', higherIsBetter = false): Effect {
  return { measure, estimate, low, high, origin: 'reported', higherIsBetter }
}

function points(estimate: number, low: number | null, high: number | null): Effect {
  return { measure: 'MD', estimate, low, high, origin: 'reported', higherIsBetter: false }
}

const perThousand = (value: number): Threshold => ({ kind: 'per-1000', value, label: `${value} per 1000`, verified: true })
const RATIO: Threshold = { kind: 'ratio', value: 1.25, label: 'ratio', verified: true }
const ODI: Threshold = { kind: 'points', value: 10, label: '10 points', verified: true }
const baseline = (proportion: number): Baseline => ({ proportion, basis: 'counts', from: [], months: 27 })

describe('zoneOf', () => {
  it.each([
    // effect, line, baseline risk, zone, whether a benefit as large as the line is ruled out
    ['SGLT2 inhibitors, heart failure: 34 fewer of 183', ratio(0.8, 0.73, 0.87), perThousand(10), 0.183, 'important-benefit', false],
    ['a sure benefit below the line', ratio(0.95, 0.92, 0.98), perThousand(10), 0.1, 'trivial', true],
    ['a sure benefit, perhaps above the line', ratio(0.93, 0.87, 0.99), perThousand(10), 0.1, 'small-benefit', false],
    ['ASPREE, cardiovascular events: nothing that matters either way', ratio(0.95, 0.83, 1.08), perThousand(10), 0.052, 'trivial', true],
    ['ASPREE, major bleeding: about 10 more', ratio(1.38, 1.18, 1.62), perThousand(10), 0.028, 'important-harm', true],
    ['a sure harm below the line', ratio(2.11, 1.36, 3.28), perThousand(10), 0.005, 'small-harm', true],
    ['TOGETHER: from 49 fewer to 26 more', ratio(0.9, 0.7, 1.16, 'RR'), perThousand(10), 0.163, 'inconclusive', false],
    ['knee arthroscopy, pain: detectable, far below 15 of 100', points(-4.6, -9, -0.02), { ...ODI, value: 15 }, null, 'trivial', true],
    ['INTRACEPT, ODI −20.3', points(-20.3, -25.9, -14.7), ODI, null, 'important-benefit', false],
    ['an ODI gain of 7 that may be 12', points(-7, -12, -2), ODI, null, 'small-benefit', false],
  ] as const)('%s', (_case, effect, threshold, risk, zone, excludes) => {
    expect(zoneOf(effect, threshold, risk === null ? null : baseline(risk))).toEqual({ zone, excludesThreshold: excludes })
  })

  it.each([
    ['0.75 is important', ratio(0.75, 0.6, 0.9), 'important-benefit'],
    ['0.79 is small: not "little difference"', ratio(0.79, 0.67, 0.93), 'small-benefit'],
    ['1.25 is an important harm', ratio(1.25, 1.1, 1.5), 'important-harm'],
    ['1.2 is a small harm', ratio(1.2, 1.1, 1.3), 'small-harm'],
    ['0.99 to 1.01 is inconclusive', ratio(1, 0.99, 1.01), 'inconclusive'],
    ['more recovery is good', ratio(1.4, 1.2, 1.6, 'RR', true), 'important-benefit'],
  ] as const)('without a baseline risk, %s', (_case, effect, zone) => {
    expect(zoneOf(effect, RATIO, null)).toEqual({ zone, excludesThreshold: false })
  })

  it('is never trivial and never excludes the line without a baseline risk', () => {
    fc.assert(fc.property(fc.double({ min: 0.2, max: 3, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true }), (estimate, spread) => {
      const { zone, excludesThreshold } = zoneOf(ratio(estimate, estimate * Math.exp(-spread), estimate * Math.exp(spread)), RATIO, null)
      expect(zone).not.toBe('trivial')
      expect(excludesThreshold).toBe(false)
    }))
  })

  it('has no zone without an interval', () => {
    expect(zoneOf(points(-5.3, null, null), ODI, null)).toEqual({ zone: null, excludesThreshold: false })
  })

  it('calls a mean difference on a scale without a line small at most', () => {
    expect(zoneOf(points(-30, -40, -20), null, null).zone).toBe('small-benefit')
  })

  it('mirrors benefit and harm when the good direction turns round', () => {
    const mirror: Readonly<Record<string, string>> = { 'important-benefit': 'important-harm', 'small-benefit': 'small-harm', 'small-harm': 'small-benefit', 'important-harm': 'important-benefit', trivial: 'trivial', inconclusive: 'inconclusive' }
    fc.assert(fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }), (estimate, half) => {
      const effect = points(estimate, estimate - half, estimate + half)
      const { zone } = zoneOf(effect, ODI, null)
      expect(zoneOf({ ...effect, higherIsBetter: true }, ODI, null).zone).toBe(mirror[zone ?? ''])
    }))
  })
})

describe('thresholdsCrossed', () => {
  it.each([
    ['crosses both lines', points(0, -12, 12), 2],
    ['crosses one line', points(-8, -12, -4), 1],
    ['crosses no difference inside the lines, which costs nothing', points(0, -3, 3), 0],
    ['lies beyond a line', points(-20, -26, -14), 0],
  ] as const)('%s', (_case, effect, crossed) => {
    expect(thresholdsCrossed(effect, ODI, null)).toBe(crossed)
  })

  it('cannot tell without an interval', () => {
    expect(thresholdsCrossed(points(-5.3, null, null), ODI, null)).toBeNull()
  })

  it('counts 0.75 and 1.25 without a baseline risk', () => {
    expect(thresholdsCrossed(ratio(1, 0.7, 1.3), RATIO, null)).toBe(2)
    expect(thresholdsCrossed(ratio(1.38, 1.1, 1.73), RATIO, null)).toBe(1)
  })
})

describe('sideOfThreshold', () => {
  it('tells benefit that matters, harm that matters, and neither', () => {
    expect(sideOfThreshold(points(-12, null, null), ODI, null)).toBe(1)
    expect(sideOfThreshold(points(12, null, null), ODI, null)).toBe(-1)
    expect(sideOfThreshold(points(-4, null, null), ODI, null)).toBe(0)
    expect(sideOfThreshold(points(4, null, null), ODI, null)).toBe(0)
    expect(sideOfThreshold(ratio(0.9, null, null), RATIO, null)).toBe(0)
    expect(sideOfThreshold(ratio(0.7, null, null), RATIO, null)).toBe(1)
  })
})

describe('absoluteEffect', () => {
  it('tells the SGLT2 result as 34 fewer per 1000 (22 to 46), one in 30', () => {
    const effect = absoluteEffect(ratio(0.8, 0.73, 0.87), baseline(0.183))
    expect(Math.round(effect?.difference ?? 0)).toBe(-34)
    expect([Math.round(effect?.low ?? 0), Math.round(effect?.high ?? 0)]).toEqual([-46, -22])
    expect(effect?.numberNeeded?.estimate).toBe(30)
    expect(effect?.numberNeeded?.low).toBe(22)
  })

  it('has no number needed to treat when the interval holds no difference', () => {
    expect(absoluteEffect(ratio(0.9, 0.7, 1.16, 'RR'), baseline(0.163))?.numberNeeded).toBeNull()
  })

  it('has no absolute effect for a mean difference or without a baseline', () => {
    expect(absoluteEffect(points(-5, -6, -4), baseline(0.2))).toBeNull()
    expect(absoluteEffect(ratio(0.8, 0.7, 0.9), null)).toBeNull()
  })
})
