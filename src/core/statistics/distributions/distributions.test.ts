import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquareQuantile, chiSquareUpperTail, fQuantile, fUpperTail, normalCdf, normalQuantile, normalUpperTail, tCdf, tQuantile, tTwoSidedP, zForLevel } from '../index.ts'

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1)

/** Values with 30 digits from mpmath 1.3 (incomplete gamma and beta functions, erfc). */
describe('distribution functions to the twelfth digit', () => {
  it.each([[-9, 1.1285884059538405e-19], [-3.5, 0.00023262907903552504], [-1, 0.15865525393145705], [0.25, 0.5987063256829237], [1.959963984540054, 0.975], [6, 0.9999999990134123]])('Φ(%f) = %f', (z, expected) => {
    expect(relative(normalCdf(z), expected)).toBeLessThan(1e-12)
    expect(relative(normalUpperTail(-z), expected)).toBeLessThan(1e-12)
  })

  it.each([[0.5, 3, 0.9188914116546758], [3.84145882069413, 1, 0.049999999999999885], [152.233008082373, 12, 1.996764590846239e-26], [1000, 900, 0.010994608942135848]])('chi-square above %f with %i degrees: %f', (x, degrees, expected) => {
    expect(relative(chiSquareUpperTail(x, degrees), expected)).toBeLessThan(1e-12)
  })

  it.each([[0.1, 1, 0.9365489651388929], [12.7062047361747, 1, 0.05], [2.5, 7, 0.040992218585752895], [40, 12, 3.851229580772034e-14], [3, 500, 0.0028344918128511394]])('|t| above %f with %i degrees: %f', (t, degrees, expected) => {
    expect(relative(tTwoSidedP(t, degrees), expected)).toBeLessThan(1e-12)
    expect(tCdf(-t, degrees)).toBeCloseTo(expected / 2, 14)
  })

  it.each([[0.2, 1, 5, 0.6734284355375538], [4.96460274441009, 1, 10, 0.04999999998707651], [3, 4, 40, 0.029546936694541715], [30, 2, 17, 2.652434497798197e-06]])('F above %f with %i and %i degrees: %f', (f, degrees1, degrees2, expected) => {
    expect(relative(fUpperTail(f, degrees1, degrees2), expected)).toBeLessThan(1e-12)
  })
})

describe('quantiles', () => {
  const p = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })
  const degrees = fc.integer({ min: 1, max: 400 })

  it('take the distribution functions back', () => {
    fc.assert(fc.property(p, degrees, degrees, (proportion, a, b) => {
      expect(Math.abs(normalCdf(normalQuantile(proportion)) - proportion)).toBeLessThan(1e-13)
      expect(Math.abs(1 - chiSquareUpperTail(chiSquareQuantile(proportion, a), a) - proportion)).toBeLessThan(1e-12)
      expect(Math.abs(tCdf(tQuantile(proportion, a), a) - proportion)).toBeLessThan(1e-12)
      expect(Math.abs(1 - fUpperTail(fQuantile(proportion, a, b), a, b) - proportion)).toBeLessThan(1e-12)
    }))
  })

  it('know the tables: 1.959964, 2.575829, 3.841459, 11.070498, 2.228139, 4.964603', () => {
    expect([zForLevel(0.95), zForLevel(0.99), chiSquareQuantile(0.95, 1), chiSquareQuantile(0.95, 5), tQuantile(0.975, 10), fQuantile(0.95, 1, 10)].map((value) => value.toFixed(6)))
      .toEqual(['1.959964', '2.575829', '3.841459', '11.070498', '2.228139', '4.964603'])
  })

  it('end at the ends', () => {
    expect([normalQuantile(0), normalQuantile(1), tQuantile(0, 3), tQuantile(1, 3), chiSquareQuantile(0, 2), chiSquareQuantile(1, 2), fQuantile(0, 2, 3), fQuantile(1, 2, 3)])
      .toEqual([-Infinity, Infinity, -Infinity, Infinity, 0, Infinity, 0, Infinity])
  })

  it('t with many degrees is normal, F with one is the square of t', () => {
    expect(tQuantile(0.975, 1e6)).toBeCloseTo(1.959966, 5)
    fc.assert(fc.property(degrees, (n) => { expect(relative(fQuantile(0.95, 1, n), tQuantile(0.975, n) ** 2)).toBeLessThan(1e-11) }))
  })
})
