import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beggRank } from './begg-rank.ts'
import { eggerLinear } from './egger-linear.ts'
import { eggerMixed } from './egger-mixed.ts'
import { kendallRankCorrelation } from './kendall-rank-correlation.ts'
import { trimAndFill } from './trim-and-fill.ts'

/** A funnel without chance: each estimate is 0.2 plus `slope` standard errors. */
const funnel = (slope: number): { yi: number; vi: number }[] => [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((se) => ({ yi: 0.2 + slope * se, vi: se * se }))

describe('Egger’s regression', () => {
  it('is ordinary least squares of y/se on 1/se (Egger et al. 1997)', () => {
    const studies = funnel(0).map(({ yi, vi }, i) => ({ yi: yi + (i % 3) * 0.2, vi }))
    const [x, y] = [studies.map(({ vi }) => 1 / Math.sqrt(vi)), studies.map(({ yi, vi }) => yi / Math.sqrt(vi))]
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    const [mx, my] = [mean(x), mean(y)]
    const slope = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0) / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
    const fit = eggerLinear(studies)
    expect(fit?.limitEstimate).toBeCloseTo(slope, 11)
    expect(fit?.intercept).toBeCloseTo(my - slope * mx, 11)
    expect(fit?.df).toBe(8)
  })

  it('finds the tilt that was put in, in both forms', () => {
    expect(eggerLinear(funnel(1.5))?.intercept).toBeCloseTo(1.5, 10)
    expect(eggerMixed(funnel(1.5))).toMatchObject({ slope: expect.closeTo(1.5, 8), limitEstimate: expect.closeTo(0.2, 8) })
  })

  it('says nothing of studies of one size', () => {
    const same = [1, 2, 3].map((yi) => ({ yi, vi: 1 }))
    expect([eggerLinear(same), eggerMixed(same), beggRank(same)]).toEqual([null, null, null])
  })
})

describe('rank correlation', () => {
  it('is exact without ties: of 24 orders of four, one is this even (p = 2/24)', () => {
    expect(kendallRankCorrelation([1, 2, 3, 4], [10, 20, 30, 40])).toEqual({ kendallTau: 1, pValue: expect.closeTo(2 / 24, 14) })
    expect(kendallRankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({ kendallTau: -1, pValue: expect.closeTo(2 / 24, 14) })
  })

  it('tastes of tuna and colour of its meat: τ 0.4444, p 0.1194 (Hollander & Wolfe 1973; R, cor.test)', () => {
    const colour = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const score = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8]
    const fit = kendallRankCorrelation(colour, score)
    expect([fit?.kendallTau.toFixed(4), fit?.pValue.toFixed(4)]).toEqual(['0.4444', '0.1194'])
  })

  it('is never above 1 in size, nor its p outside 0 to 1, with and without ties', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 12 }), (pairs) => {
      const fit = kendallRankCorrelation(pairs.map(([x]) => x), pairs.map(([, y]) => y))
      if (fit === null) return
      expect(Math.abs(fit.kendallTau)).toBeLessThanOrEqual(1 + 1e-12)
      expect(fit.pValue >= 0 && fit.pValue <= 1).toBe(true)
    }))
  })
})

describe('trim and fill', () => {
  it('fills nothing into an even funnel', () => {
    const even = [-0.31, -0.2, -0.12, -0.01, 0.001, 0.011, 0.1, 0.22, 0.3].map((yi, i) => ({ yi, vi: (0.05 + 0.1 * Math.abs(i - 4)) ** 2 }))
    expect(trimAndFill('FE', even)?.k0).toBe(0)
  })

  it('mirrors what stands on one side, and draws the estimate there', () => {
    const uneven = [...[0, 0.05, -0.05, 0.02, -0.02].map((yi) => ({ yi, vi: 0.01 })), ...[0.8, 0.9, 1, 1.1].map((yi) => ({ yi, vi: 0.4 }))]
    const fit = trimAndFill('FE', uneven)
    expect(fit).toMatchObject({ side: 'left', k0: fit?.filled.length })
    expect(fit?.k0).toBeGreaterThan(2)
    expect(fit?.filled.every(({ yi }) => yi < 0)).toBe(true)
    const turned = trimAndFill('FE', uneven.map(({ yi, vi }) => ({ yi: -yi, vi })))
    expect([turned?.side, turned?.k0, turned?.estimate.toFixed(10)]).toEqual(['right', fit?.k0, (-(fit?.estimate ?? 0)).toFixed(10)])
  })
})
