import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INVERSE_VARIANCE_MODELS, poolStudies, type InputStudy, type Measure, type MetaAnalysisInput, type PooledAnalysis, type StudyData } from '../index.ts'

const RUNS = { numRuns: 1000 }

function analysisOf(measure: Measure, data: readonly StudyData[], options: Partial<MetaAnalysisInput> = {}): MetaAnalysisInput {
  return {
    id: null, title: null, outcome: null, source: null, inputType: data[0]?.kind ?? 'generic', measure, unit: null, zeroCells: { add: 0.5, drop00: false }, group: null, moderators: [], model: null,
    studies: data.map((one, index): InputStudy => ({ study: `Study ${index + 1}`, data: one, group: null, moderators: {} })), ...options,
  }
}

function generic(studies: readonly { readonly yi: number; readonly vi: number }[]): MetaAnalysisInput {
  return analysisOf('MD', studies.map(({ yi, vi }) => ({ kind: 'generic', estimate: yi, variance: vi })))
}

const double = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })
const ordinary = fc.array(fc.record({ yi: double(-3, 3), vi: double(0.003, 4) }), { minLength: 1, maxLength: 14 })

const count = fc.integer({ min: 0, max: 60 })
const table = fc.tuple(count, count, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })).map(([a, c, n1, n2]): StudyData => ({ kind: '2x2', events1: Math.min(a, n1), total1: n1, events2: Math.min(c, n2), total2: n2 }))
/** Tables in which most cells are empty, or full. */
const emptyTable = fc.tuple(fc.constantFrom(0, 0, 1, 'all' as const), fc.constantFrom(0, 0, 2, 'all' as const), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
  .map(([a, c, n1, n2]): StudyData => ({ kind: '2x2', events1: a === 'all' ? n1 : Math.min(a, n1), total1: n1, events2: c === 'all' ? n2 : Math.min(c, n2), total2: n2 }))
const spread = fc.constantFrom(0, 1e-9, 0.3, 1, 40, 1e9)
const means = fc.tuple(double(-100, 100), spread, fc.integer({ min: 1, max: 90 }), double(-100, 100), spread, fc.integer({ min: 1, max: 90 }))
  .map(([mean1, sd1, n1, mean2, sd2, n2]): StudyData => ({ kind: 'means', mean1, sd1, n1, mean2, sd2, n2 }))
const rates = fc.tuple(count, double(0.01, 1e6), count, double(0.01, 1e6)).map(([events1, time1, events2, time2]): StudyData => ({ kind: 'rates', events1, time1, events2, time2 }))
const proportions = fc.tuple(count, fc.integer({ min: 1, max: 60 })).map(([events, total]): StudyData => ({ kind: 'proportion', events: Math.min(events, total), total }))
const correlations = fc.tuple(double(-1, 1), fc.integer({ min: 1, max: 200 })).map(([r, n]): StudyData => ({ kind: 'correlation', r, n }))
const extreme = fc.tuple(fc.constantFrom(-1e9, -1, 0, 0, 1e-9, 1, 1e9), fc.constantFrom(0, 1e-18, 1e-12, 1e-6, 1, 1e6, 1e12, 1e18)).map(([estimate, variance]): StudyData => ({ kind: 'generic', estimate, variance }))

const few = { minLength: 0, maxLength: 13 }
const anything: fc.Arbitrary<readonly [Measure, readonly StudyData[]]> = fc.oneof(
  fc.tuple(fc.constantFrom<Measure[]>('OR', 'RR', 'RD'), fc.array(table, few)),
  fc.tuple(fc.constantFrom<Measure[]>('OR', 'RR', 'RD'), fc.array(emptyTable, few)),
  fc.tuple(fc.constantFrom<Measure[]>('MD', 'SMD', 'ROM'), fc.array(means, few)),
  fc.tuple(fc.constantFrom<Measure[]>('IRR'), fc.array(rates, few)),
  fc.tuple(fc.constantFrom<Measure[]>('PLO', 'PR'), fc.array(proportions, few)),
  fc.tuple(fc.constantFrom<Measure[]>('ZCOR'), fc.array(correlations, few)),
  fc.tuple(fc.constantFrom<Measure[]>('MD', 'OR', 'HR', 'generic'), fc.array(extreme, few)),
)

/** Paths of numbers that are not finite. */
function unusable(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => unusable(part, `${path}.${name}`))
}

const near = (a: number, b: number, tolerance = 1e-6): boolean => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))

/** What a model says apart from signs and units. */
function told(analysis: PooledAnalysis, map: (value: number) => number = (value) => value): Record<string, readonly number[]> {
  return Object.fromEntries(INVERSE_VARIANCE_MODELS.flatMap((name) => {
    const fit = analysis.models[name]
    return fit === null ? [] : [[name, [map(fit.estimate), fit.se, Math.min(map(fit.ciLow), map(fit.ciHigh)), Math.max(map(fit.ciLow), map(fit.ciHigh)), fit.tau, fit.I2 / 100, fit.Q, fit.pValue]]]
  }))
}

function differing(a: Record<string, readonly number[]>, b: Record<string, readonly number[]>, tolerance?: number): string[] {
  return Object.keys({ ...a, ...b }).filter((name) => !(a[name] ?? [Number.NaN]).every((value, i) => near(value, b[name]?.[i] ?? Number.NaN, tolerance)))
}

/** τ² is flat near 0, where τ is its root: a likelihood that is highest at the bound may fall on either side of it. */
const FLAT = 1e-5

describe('a thousand random meta-analyses', () => {
  it('give no figure that is not a number: empty and full cells, no or one study, huge and tiny variances', () => {
    fc.assert(fc.property(anything, fc.boolean(), ([measure, data], drop00) => {
      const analysis = poolStudies(analysisOf(measure, data, { zeroCells: { add: 0.5, drop00 } }))
      expect(unusable(analysis)).toEqual([])
      expect(analysis.headline === null).toBe(analysis.k === 0)
      expect(analysis.studies.filter(({ included, reason }) => included === (reason === null))).toHaveLength(data.length)
    }), RUNS)
  })

  it('do not depend on the order of the studies', () => {
    fc.assert(fc.property(ordinary, (studies) => {
      expect(differing(told(poolStudies(generic(studies))), told(poolStudies(generic(studies.toReversed()))), FLAT)).toEqual([])
    }), RUNS)
  })

  it('turn with the sign of the estimates', () => {
    fc.assert(fc.property(ordinary, (studies) => {
      const turned = poolStudies(generic(studies.map(({ yi, vi }) => ({ yi: -yi, vi }))))
      expect(differing(told(poolStudies(generic(studies))), told(turned, (value) => -value), FLAT)).toEqual([])
    }), RUNS)
  })

  it('grow with the unit', () => {
    fc.assert(fc.property(ordinary, fc.constantFrom(1 / 1024, 0.01, 7, 4096), (studies, unit) => {
      const before = poolStudies(generic(studies))
      const after = poolStudies(generic(studies.map(({ yi, vi }) => ({ yi: yi * unit, vi: vi * unit ** 2 }))))
      for (const name of INVERSE_VARIANCE_MODELS) {
        const [a, b] = [before.models[name], after.models[name]]
        expect([a === null, near(b?.estimate ?? 0, (a?.estimate ?? 0) * unit, FLAT), near((b?.tau ?? 0) / unit, a?.tau ?? 0, FLAT), near(b?.I2 ?? 0, a?.I2 ?? 0, FLAT), near(b?.pValue ?? 0, a?.pValue ?? 0, FLAT)]).toEqual([b === null, true, true, true, true])
      }
    }), RUNS)
  })

  it('lie among the studies; random effects are never surer than the common effect, the ad hoc interval never narrower than the normal one', () => {
    fc.assert(fc.property(ordinary, (studies) => {
      const { models } = poolStudies(generic(studies))
      const [lowest, highest] = [Math.min(...studies.map(({ yi }) => yi)), Math.max(...studies.map(({ yi }) => yi))]
      for (const name of INVERSE_VARIANCE_MODELS) {
        const fit = models[name]
        if (fit === null) continue
        expect(fit.estimate).toBeGreaterThanOrEqual(lowest - 1e-9)
        expect(fit.estimate).toBeLessThanOrEqual(highest + 1e-9)
        expect([fit.ciLow <= fit.estimate, fit.estimate <= fit.ciHigh, fit.tau2 >= 0, fit.I2 >= 0 && fit.I2 <= 100]).toEqual([true, true, true, true])
      }
      for (const name of ['DL', 'REML', 'PM'] as const) {
        expect(models[name]?.se ?? 0).toBeGreaterThanOrEqual((models.FE?.se ?? 0) * (1 - 1e-12))
        expect(models[`${name}_HKadhoc`]?.se ?? Infinity).toBeGreaterThanOrEqual((models[name]?.se ?? 0) * (1 - 1e-12))
      }
    }), RUNS)
  })

  it('agree between Mantel–Haenszel, Peto and inverse variance as counts grow', () => {
    const one = fc.record({ n1: fc.integer({ min: 400, max: 900 }), n2: fc.integer({ min: 400, max: 900 }), control: double(0.2, 0.5) })
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), double(-0.1, 0.1), (arms, effect) => {
      const at = (factor: number, measure: Measure): PooledAnalysis => poolStudies(analysisOf(measure, arms.map(({ n1, n2, control }): StudyData => {
        const treated = measure === 'OR' ? 1 / (1 + ((1 - control) / control) * Math.exp(-effect)) : measure === 'RR' ? control * Math.exp(effect) : control + effect / 2
        return { kind: '2x2', events1: Math.round(treated * n1 * factor), total1: n1 * factor, events2: Math.round(control * n2 * factor), total2: n2 * factor }
      })))
      for (const measure of ['OR', 'RR', 'RD'] as const) {
        const { models } = at(10_000, measure)
        expect(Math.abs((models.MH?.estimate ?? 9) - (models.FE?.estimate ?? 0))).toBeLessThan(2e-6)
        // For risk differences Mantel–Haenszel weighs by size alone, which is less efficient where risks differ.
        expect(Math.abs((models.MH?.se ?? 9) / (models.FE?.se ?? 1) - 1)).toBeLessThan(measure === 'RD' ? 0.2 : 0.05)
      }
      expect(Math.abs((at(10_000, 'OR').models.PETO?.estimate ?? 9) - effect)).toBeLessThan(0.01)
    }), { numRuns: 200 })
  })

  it('say of one study what it says itself, and that nothing is pooled', () => {
    fc.assert(fc.property(double(-3, 3), double(0.001, 9), (yi, vi) => {
      const { models, headline, notes, heterogeneityInterval, leaveOneOut, studies } = poolStudies(generic([{ yi, vi }]))
      expect(near(models.FE?.estimate ?? 99, yi, 1e-12) && near(models.FE?.se ?? 99, Math.sqrt(vi), 1e-12) && near(models.REML?.ciLow ?? 99, studies[0]?.ciLow ?? 0, 1e-12)).toBe(true)
      expect([models.REML_HK, heterogeneityInterval, leaveOneOut, headline?.model]).toEqual([null, null, null, 'FE'])
      expect(notes).toHaveLength(1)
    }), RUNS)
  })

  it('with studies that agree: no between-study variance, and all models tell the same', () => {
    fc.assert(fc.property(double(-2, 2), fc.array(double(0.01, 2), { minLength: 2, maxLength: 9 }), (yi, variances) => {
      const { models } = poolStudies(generic(variances.map((vi) => ({ yi, vi }))))
      for (const name of ['FE', 'DL', 'REML', 'PM', 'REML_HKadhoc'] as const) expect([models[name]?.tau2, near(models[name]?.estimate ?? 9, yi, 1e-9)]).toEqual([0, true])
    }), RUNS)
  })
})
