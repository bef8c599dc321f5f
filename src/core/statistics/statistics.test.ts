import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiSquareUpperTail, differencePer1000, eventsForHazardRatio, normalCdf, peoplePerArmForRisk, poolInverseVariance, riskRatioFromCounts, standardErrorFromInterval,
  tQuantile975, treatedRisk, Z_95, zForLevel, type StudyEffect,
} from './index.ts'

/** A ratio with its 95% interval as a study on the log scale. */
function ofRatio(estimate: number, low: number, high: number): StudyEffect {
  const standardError = standardErrorFromInterval({ estimate, low, high, level: 0.95, scale: 'log' })
  if (standardError === null) throw new Error('a test needs a straight interval')
  return { estimate: Math.log(estimate), standardError }
}

function asRatio(studies: readonly StudyEffect[]): string {
  const pooled = poolInverseVariance(studies)
  return pooled === null ? 'none' : [pooled.estimate, pooled.low, pooled.high].map((value) => Math.exp(value).toFixed(2)).join(' ')
}

describe('check values of docs/methods/effects.md (common effect)', () => {
  it('heart failure with preserved ejection fraction, DELIVER and EMPEROR-Preserved: 0.81 (0.74–0.88), I² 0%', () => {
    const studies = [ofRatio(0.82, 0.73, 0.92), ofRatio(0.79, 0.69, 0.9)]
    expect(asRatio(studies)).toBe('0.81 0.74 0.88')
    expect(poolInverseVariance(studies)?.i2).toBe(0)
  })

  it('cardiovascular events on GLP-1 receptor agonists, LEADER and SUSTAIN-6: 0.85 (0.77–0.94)', () => {
    expect(asRatio([ofRatio(0.87, 0.78, 0.97), ofRatio(0.74, 0.58, 0.95)])).toBe('0.85 0.77 0.94')
  })

  it('major bleeding on aspirin, ASPREE and ASCEND: 1.34 (1.19–1.50)', () => {
    expect(asRatio([ofRatio(1.38, 1.18, 1.62), ofRatio(1.29, 1.09, 1.52)])).toBe('1.34 1.19 1.50')
  })
})

describe('quantiles against R 4.2.2', () => {
  it.each([[1, 12.7062047361747], [2, 4.30265272974946], [3, 3.18244630528371], [9, 2.2621571628541], [30, 2.04227245630124], [120, 1.97993040508244]])('qt(0.975, %i) is %f', (degrees, expected) => {
    expect(tQuantile975(degrees)).toBeCloseTo(expected, 8)
  })

  it.each([[3.84145882069413, 1, 0.05], [5.99146454710798, 2, 0.05], [16.9189776046205, 9, 0.05], [0.5, 3, 0.918891411654676], [152.233008082373, 12, 1.99676459084597e-26]])('pchisq(%f, %i, lower = FALSE) is %f', (x, degrees, expected) => {
    expect(Math.abs(chiSquareUpperTail(x, degrees) / expected - 1)).toBeLessThan(1e-6)
  })

  it.each([[0.95, 1.959964], [0.957, 2.023746], [0.9666, 2.127], [0.975, 2.241403], [0.9758, 2.254], [0.995, 2.807034]])('z of a %f interval is %f', (level, expected) => {
    expect(Math.abs(zForLevel(level) - expected)).toBeLessThan(6e-4)
  })

  it('the normal distribution is symmetric and known at its landmarks', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 6)
    expect(normalCdf(Z_95)).toBeCloseTo(0.975, 6)
    expect(normalCdf(-Z_95)).toBeCloseTo(0.025, 6)
  })
})

describe('information size', () => {
  it('is 380 events for a hazard ratio of 0.75', () => {
    expect(Math.ceil(eventsForHazardRatio(0.75))).toBe(380)
  })

  it('is about 900 people an arm for a quarter fewer than 20% (GRADE guidelines 6)', () => {
    expect(peoplePerArmForRisk(0.2, 0.75)).toBeGreaterThan(880)
    expect(peoplePerArmForRisk(0.2, 0.75)).toBeLessThan(930)
  })
})

describe('standardErrorFromInterval', () => {
  it('gives the same error for a 95% and a wider 97.5% interval of one study', () => {
    const at = (level: number): number | null => standardErrorFromInterval({ estimate: 0, low: -zForLevel(level), high: zForLevel(level), level, scale: 'raw' })
    expect(at(0.95)).toBeCloseTo(1, 10)
    expect(at(0.975)).toBeCloseTo(1, 10)
  })

  it.each([
    ['touches zero', 0.14, 0, 0.71],
    ['has no width', 0.8, 0.8, 0.8],
    ['is crooked beyond rounding', 0.8, 0.79, 0.95],
    ['has no upper bound', 0.97, 0.8, Number.POSITIVE_INFINITY],
  ])('reads no error where the interval %s', (_case, estimate, low, high) => {
    expect(standardErrorFromInterval({ estimate, low, high, level: 0.95, scale: 'log' })).toBeNull()
  })

  it('forgives what rounding to the digits shown explains', () => {
    expect(standardErrorFromInterval({ estimate: 0.5, low: 0.4, high: 0.6, level: 0.95, scale: 'log' })).not.toBeNull()
    expect(standardErrorFromInterval({ estimate: 1.1, low: 0.4, high: 2.6, level: 0.95, scale: 'log' })).not.toBeNull()
  })
})

describe('absolute effects', () => {
  it('turns ratios into risks by their own formula', () => {
    expect(treatedRisk('RR', 0.8, 0.2)).toBeCloseTo(0.16, 10)
    expect(treatedRisk('OR', 0.8, 0.2)).toBeCloseTo(0.16 / 0.96, 10)
    expect(treatedRisk('HR', 0.8, 0.2)).toBeCloseTo(1 - 0.8 ** 0.8, 10)
  })

  it('aspirin, OR 0.90 at 100 per 1000: about 9 fewer (5 to 14)', () => {
    expect([0.9, 0.95, 0.85].map((ratio) => Math.round(differencePer1000('OR', ratio, 0.1)))).toEqual([-9, -5, -14])
  })

  it('makes no difference at a ratio of 1, and is never more than everybody', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0.01, max: 20, noNaN: true }), (risk, ratio) => {
      for (const measure of ['RR', 'OR', 'HR', 'IRR'] as const) {
        expect(differencePer1000(measure, 1, risk)).toBeCloseTo(0, 9)
        expect(treatedRisk(measure, ratio, risk)).toBeGreaterThanOrEqual(0)
        expect(treatedRisk(measure, ratio, risk)).toBeLessThanOrEqual(1)
      }
    }))
  })

  it('computes the brain-swelling ratio of Clarity AD from counts: 7.5 (4.4–12.8)', () => {
    const ratio = riskRatioFromCounts(113, 898, 15, 897)
    expect([ratio?.estimate, ratio?.low, ratio?.high].map((value) => value?.toFixed(1))).toEqual(['7.5', '4.4', '12.8'])
  })

  it('computes none with an empty cell or impossible counts', () => {
    expect(riskRatioFromCounts(0, 10, 3, 10)).toBeNull()
    expect(riskRatioFromCounts(11, 10, 3, 10)).toBeNull()
  })
})

describe('properties of pooling', () => {
  const study = fc.record({ estimate: fc.double({ min: -3, max: 3, noNaN: true }), standardError: fc.double({ min: 0.05, max: 2, noNaN: true }) })
  const studies = fc.array(study, { minLength: 2, maxLength: 12 })
  const close = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? NaN) - (b ?? NaN)) < 1e-5 * Math.max(1, Math.abs(b ?? 0))

  it('the order of the studies changes nothing', () => {
    fc.assert(fc.property(studies, (list) => {
      const [a, b] = [poolInverseVariance(list), poolInverseVariance([...list].toReversed())]
      expect((['estimate', 'low', 'high', 'tau2', 'i2'] as const).filter((key) => !close(a?.[key], b?.[key]))).toEqual([])
    }))
  })

  it('the opposite signs give the opposite result', () => {
    fc.assert(fc.property(studies, (list) => {
      const [a, b] = [poolInverseVariance(list), poolInverseVariance(list.map((one) => ({ ...one, estimate: -one.estimate })))]
      expect(close(a?.estimate, -(b?.estimate ?? NaN))).toBe(true)
      expect(close(a?.low, -(b?.high ?? NaN))).toBe(true)
      expect(close(a?.tau2, b?.tau2)).toBe(true)
    }))
  })

  it('ten times the unit gives ten times the result', () => {
    fc.assert(fc.property(studies, (list) => {
      const [a, b] = [poolInverseVariance(list), poolInverseVariance(list.map(({ estimate, standardError }) => ({ estimate: 10 * estimate, standardError: 10 * standardError })))]
      expect(close(10 * (a?.estimate ?? NaN), b?.estimate)).toBe(true)
      expect(close(100 * (a?.tau2 ?? NaN), b?.tau2)).toBe(true)
      expect(close(a?.i2, b?.i2)).toBe(true)
    }))
  })

  it('the estimate lies among the studies, and the interval is never narrower than the normal one', () => {
    fc.assert(fc.property(studies, (list) => {
      const pooled = poolInverseVariance(list)
      const estimates = list.map(({ estimate }) => estimate)
      expect(pooled?.estimate ?? NaN).toBeGreaterThanOrEqual(Math.min(...estimates) - 1e-9)
      expect(pooled?.estimate ?? NaN).toBeLessThanOrEqual(Math.max(...estimates) + 1e-9)
      const normal = Math.sqrt(1 / list.reduce((sum, { standardError }) => sum + 1 / (standardError ** 2 + (pooled?.tau2 ?? 0)), 0))
      expect((pooled?.high ?? NaN) - (pooled?.low ?? NaN)).toBeGreaterThanOrEqual(2 * Z_95 * normal - 1e-9)
    }))
  })

  it('one study is no pool', () => {
    expect(poolInverseVariance([{ estimate: 0, standardError: 1 }])).toBeNull()
  })
})

type Reference = { readonly id: string; readonly expected: { readonly yi: readonly (number | null)[]; readonly vi: readonly (number | null)[]; readonly included: readonly boolean[]; readonly models: Readonly<Record<string, Readonly<Record<string, number>>>> } }

function readReference(line: string): Reference {
  const row: Reference = JSON.parse(line)
  return row
}

const FILE = join(process.env['CONSILIUM_EVAL'] ?? 'CONSILIUM_EVAL is not set', 'meta-analysis', 'analyses.jsonl')
const references: readonly Reference[] = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n').map((line) => readReference(line)) : []

describe.skipIf(references.length === 0)(`published meta-analyses against metafor 3.8-1${references.length === 0 ? ' (skipped: no data)' : ''}`, () => {
  const near = (value: number, expected: number | undefined, tolerance = 1e-6): boolean => expected !== undefined && Math.abs(value - expected) <= tolerance * Math.max(0.01, Math.abs(expected))

  it('agrees on all of them', () => {
    const wrong: string[] = []
    for (const { id, expected } of references) {
      const studies = expected.yi.flatMap((estimate, index) => {
        const variance = expected.vi[index]
        return estimate !== null && variance !== null && variance !== undefined && expected.included[index] === true ? [{ estimate, standardError: Math.sqrt(variance) }] : []
      })
      const pooled = poolInverseVariance(studies)
      const model = studies.length === 2 ? 'FE' : 'REML_HKadhoc'
      const reference = expected.models[model]
      const common = expected.models['FE']
      const agrees = pooled !== null && reference !== undefined && near(pooled.estimate, reference['estimate']) && near(pooled.low, reference['ciLow']) && near(pooled.high, reference['ciHigh'])
        && near(pooled.tau2, reference['tau2'], 1e-5) && near(pooled.q, common?.['Q']) && near(pooled.i2, common?.['I2'], 1e-5)
      if (!agrees) wrong.push(`${id}: ${JSON.stringify(pooled)} against ${JSON.stringify(reference)}`)
    }
    expect(wrong).toEqual([])
  })
})
