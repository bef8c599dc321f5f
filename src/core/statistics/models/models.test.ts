import { describe, expect, it } from 'vitest'
import type { TwoByTwo } from '../index.ts'
import { breslowDayTest } from './breslow-day-test.ts'
import { fitModel } from './fit-model.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { mantelHaenszel } from './mantel-haenszel.ts'
import { metaRegression } from './meta-regression.ts'
import { peto } from './peto.ts'
import { qProfile } from './q-profile.ts'
import { subgroups } from './subgroups.ts'
import { weightedRegression } from './weighted-regression.ts'

/** Six trials, Hedges' g and its variance: Borenstein et al. 2009, table 14.1. */
const SIX = [[0.0945, 0.0329], [0.2774, 0.0307], [0.3665, 0.0499], [0.6644, 0.0106], [0.4618, 0.0433], [0.1852, 0.0234]].map(([yi = 0, vi = 0]) => ({ yi, vi }))
/** Six trials, log odds ratio and variance: Borenstein et al. 2009, table 14.4. */
const ODDS = [[-0.3662, 0.1851], [-0.2877, 0.2896], [-0.3842, 0.1556], [-1.3218, 0.0583], [-0.4169, 0.2816], [-0.1595, 0.1597]].map(([yi = 0, vi = 0]) => ({ yi, vi }))
/** Admissions to six departments by sex (Bickel, Hammel & O'Connell 1975): events and totals of men, then women. */
const BERKELEY = [[512, 825, 89, 108], [353, 560, 17, 25], [120, 325, 202, 593], [138, 417, 131, 375], [53, 191, 94, 393], [22, 373, 24, 341]]
  .map(([events1 = 0, total1 = 0, events2 = 0, total2 = 0]): TwoByTwo => ({ kind: '2x2', events1, total1, events2, total2 }))

const digits = (values: readonly (number | null | undefined)[], count: number): (string | undefined)[] => values.map((value) => value?.toFixed(count))

describe('inverse variance', () => {
  it('six trials in means: common effect 0.414 (0.064), DerSimonian–Laird 0.358 (0.105), τ² 0.037, Q 12.0 (Borenstein et al. 2009, chapter 14)', () => {
    const [common, random] = [fitModel('FE', SIX), fitModel('DL', SIX)]
    // Within the rounding of the printed effect sizes.
    expect(Math.abs((common?.estimate ?? 9) - 0.4142)).toBeLessThan(2e-3)
    expect(common?.se).toBeCloseTo(0.0641, 3)
    expect(Math.abs((random?.estimate ?? 9) - 0.3582)).toBeLessThan(2e-3)
    expect(random?.tau2).toBeCloseTo(0.0372, 3)
    expect(random?.se).toBeCloseTo(0.1055, 3)
    expect(common?.Q).toBeCloseTo(12.0, 1)
  })

  it('six trials in odds ratios: −0.724 (0.154) and −0.566 (0.237) (Borenstein et al. 2009, chapter 14)', () => {
    const [common, random] = [fitModel('FE', ODDS), fitModel('DL', ODDS)]
    expect(common?.estimate).toBeCloseTo(-0.724, 3)
    expect(common?.se).toBeCloseTo(0.154, 3)
    expect(random?.estimate).toBeCloseTo(-0.566, 2)
    expect(random?.tau2).toBeCloseTo(0.173, 2)
  })

  it('two studies by hand: DerSimonian–Laird, REML and Paule–Mandel are (d² − v₁ − v₂) / 2 when the variances are equal', () => {
    const pair = [{ yi: 0, vi: 0.5 }, { yi: 3, vi: 0.5 }]
    for (const model of ['DL', 'REML', 'PM'] as const) expect(fitModel(model, pair)).toMatchObject({ tau2: expect.closeTo(4, 10), estimate: expect.closeTo(1.5, 12), I2: expect.closeTo(400 / 4.5, 8) })
  })

  it('Hartung–Knapp with equal variances is the t interval of the estimates themselves', () => {
    const fit = fitModel('REML_HK', [{ yi: 1, vi: 0.1 }, { yi: 2, vi: 0.1 }, { yi: 4, vi: 0.1 }])
    const sd = Math.sqrt(((1 - 7 / 3) ** 2 + (2 - 7 / 3) ** 2 + (4 - 7 / 3) ** 2) / 2)
    expect(fit?.se).toBeCloseTo(sd / Math.sqrt(3), 12)
    expect(fit?.df).toBe(2)
    expect(fit?.ciHigh).toBeCloseTo(7 / 3 + (4.302652729911275 * sd) / Math.sqrt(3), 8)
  })

  it('has no prediction interval for a common effect, none with t for two studies', () => {
    expect(fitModel('FE', SIX)).toMatchObject({ piLow: null, piLowT: null })
    expect(fitModel('DL', SIX.slice(0, 2))).toMatchObject({ piLow: expect.any(Number), piLowT: null })
  })

  it('gives nothing without studies, and no Hartung–Knapp error of 0', () => {
    expect(fitModel('FE', [])).toBeNull()
    const equal = [{ yi: 1, vi: 1 }, { yi: 1, vi: 2 }]
    expect([fitModel('DL_HK', equal), fitModel('DL_HKadhoc', equal)?.estimate.toFixed(12)]).toEqual([null, '1.000000000000'])
  })

  it('finds the highest of two peaks of the restricted likelihood, not the nearest', () => {
    const studies = [...Array.from({ length: 12 }, (_, i) => ({ yi: 0.001 * (i % 3), vi: 1e-6 })), { yi: 9, vi: 0.5 }, { yi: -9, vi: 0.5 }]
    const tau2 = fitModel('REML', studies)?.tau2 ?? 0
    expect(tau2).toBeGreaterThan(1)
  })
})

describe('Q profile', () => {
  it('holds the Paule–Mandel estimate and is wider at a higher level', () => {
    const [at95, at99] = [qProfile(SIX), qProfile(SIX, { level: 0.99 })]
    const tau2 = fitModel('PM', SIX)?.tau2 ?? -1
    expect([(at95?.tau2CiLow ?? 9) < tau2, tau2 < (at95?.tau2CiHigh ?? 0), (at95?.tau2CiHigh ?? 9) < (at99?.tau2CiHigh ?? 0)]).toEqual([true, true, true])
  })

  it('is 0 to 0 when the studies agree too well, and stops at a limit when told', () => {
    expect(qProfile(Array.from({ length: 8 }, () => ({ yi: 1, vi: 1 })))).toEqual({ tau2CiLow: 0, tau2CiHigh: 0, I2CiLow: 0, I2CiHigh: 0 })
    expect(qProfile(SIX.slice(2, 4), { searchLimit: 10 })?.tau2CiHigh).toBe(10)
    expect(qProfile([{ yi: 1, vi: 1 }])).toBeNull()
  })
})

describe('counts', () => {
  it('Berkeley: odds ratio 0.9047 (0.7719 to 1.0603), χ² 1.4269 p 0.2323 (R, mantelhaen.test); Breslow–Day 18.826 p 0.002071 (R, DescTools)', () => {
    const fit = mantelHaenszel('OR', BERKELEY)
    expect(digits([Math.exp(fit?.estimate ?? 0), Math.exp(fit?.ciLow ?? 0), Math.exp(fit?.ciHigh ?? 0)], 7)).toEqual(['0.9046968', '0.7719074', '1.0603298'])
    expect(digits([fit?.cmhChi2, fit?.cmhP], 4)).toEqual(['1.4269', '0.2323'])
    expect(digits([fit?.breslowDay], 3)).toEqual(['18.826'])
    expect(digits([fit?.breslowDayP], 6)).toEqual(['0.002071'])
  })

  it('one table: its own ratios and difference', () => {
    const [one] = [[{ kind: '2x2', events1: 10, total1: 100, events2: 20, total2: 80 } as const]]
    expect(Math.exp(mantelHaenszel('OR', one)?.estimate ?? 0)).toBeCloseTo((10 * 60) / (90 * 20), 12)
    expect(Math.exp(mantelHaenszel('RR', one)?.estimate ?? 0)).toBeCloseTo(0.4, 12)
    expect(mantelHaenszel('RD', one)?.estimate).toBeCloseTo(-0.15, 12)
    expect(mantelHaenszel('RR', one)?.se).toBeCloseTo(Math.sqrt(1 / 10 - 1 / 100 + 1 / 20 - 1 / 80), 12)
  })

  it('Peto by hand: 2/50 against 8/50', () => {
    const fit = peto([{ kind: '2x2', events1: 2, total1: 50, events2: 8, total2: 50 }])
    const variance = (50 * 50 * 10 * 90) / (100 ** 2 * 99)
    expect(fit?.estimate).toBeCloseTo((2 - 5) / variance, 12)
    expect(fit?.se).toBeCloseTo(1 / Math.sqrt(variance), 12)
  })

  it('gives nothing where nobody, or everybody, had the event', () => {
    const none: TwoByTwo[] = [{ kind: '2x2', events1: 0, total1: 10, events2: 0, total2: 12 }]
    expect([mantelHaenszel('OR', none), mantelHaenszel('RR', none), mantelHaenszel('RD', none), peto(none), breslowDayTest(none, 1).breslowDay]).toEqual([null, null, null, null, null])
  })

  it('is not moved by studies without events', () => {
    const empty: TwoByTwo = { kind: '2x2', events1: 0, total1: 90, events2: 0, total2: 90 }
    expect(mantelHaenszel('OR', [...BERKELEY, empty])).toEqual(mantelHaenszel('OR', BERKELEY))
    expect(peto([...BERKELEY, empty])).toEqual(peto(BERKELEY))
  })
})

describe('subgroups, leave-one-out and meta-regression', () => {
  const grouped = SIX.map((study, i) => ({ ...study, group: i < 3 ? 'a' : 'b' }))

  it('with a common effect, Q within and Q between add up to Q (Cochrane Handbook 10.11.3.1)', () => {
    const fit = subgroups('FE', grouped)
    const within = fit?.groups.reduce((sum, { fit: own }) => sum + own.Q, 0) ?? 0
    expect(within + (fit?.Qbetween ?? 0)).toBeCloseTo(fitModel('FE', SIX)?.Q ?? -1, 10)
    expect(subgroups('FE', grouped.slice(0, 3))).toBeNull()
  })

  it('leaves out each study in its turn', () => {
    expect(leaveOneOut('DL', SIX)?.estimate[2]).toBe(fitModel('DL', SIX.toSpliced(2, 1))?.estimate)
    expect(leaveOneOut('DL', SIX.slice(0, 2))).toBeNull()
  })

  it('a moderator of two values is the difference of two subgroups under one τ² of 0', () => {
    const exact = Array.from({ length: 10 }, (_, i) => ({ yi: i < 5 ? 0.1 : 0.6, vi: 0.05 + i / 100 }))
    const fit = metaRegression('DL', exact, [{ name: 'late', values: exact.map((_, i) => (i < 5 ? 0 : 1)) }])
    expect(fit).toMatchObject({ terms: ['intrcpt', 'late'], tau2: 0, QE: expect.closeTo(0, 12), QEdf: 8 })
    expect(digits(fit?.estimate ?? [], 10)).toEqual(['0.1000000000', '0.5000000000'])
  })

  it('tests several moderators together, whatever their origin: years count from 0 or from 1990', () => {
    const moderators = (from: number): { name: string; values: number[] }[] => [{ name: 'year', values: SIX.map((_, i) => from + i * i) }, { name: 'dose', values: [1, 5, 2, 8, 3, 3] }]
    const [near, far] = [metaRegression('REML', SIX, moderators(0)), metaRegression('REML', SIX, moderators(1990))]
    expect(far?.QM).toBeCloseTo(near?.QM ?? -1, 8)
    expect(far?.estimate[1]).toBeCloseTo(near?.estimate[1] ?? -1, 10)
    expect(metaRegression('REML_HK', SIX, moderators(0))?.QMp).toBeGreaterThan(0)
  })

  it('refuses moderators that depend on each other, and too few studies', () => {
    const same = SIX.map((_, i) => i)
    expect(metaRegression('REML', SIX, [{ name: 'a', values: same }, { name: 'b', values: same.map((value) => 3 * value + 1) }])).toBeNull()
    expect(metaRegression('REML', SIX.slice(0, 2), [{ name: 'a', values: [1, 2] }])).toBeNull()
  })

  it('weighted regression by hand: a line through three points', () => {
    expect(digits(weightedRegression([1, 3, 5], [1, 2, 3], [[1, 1, 1], [0, 1, 2]])?.coefficients ?? [], 12)).toEqual(['1.000000000000', '2.000000000000'])
  })
})
