import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { effectSizeOf } from '../effect-sizes/effect-size-of.ts'
import type { TwoByTwo } from '../effect-sizes/study-data.ts'
import { breslowDayTest } from './breslow-day-test.ts'
import { cochranMantelHaenszelTest } from './cochran-mantel-haenszel-test.ts'
import { USUAL_LEVEL } from './fit-model.ts'
import type { HomogeneityTest, PooledEstimate } from './model-fit.ts'
import { pooledEstimate } from './pooled-estimate.ts'

/** A pool of the counts themselves, on the scale of its measure (log for OR and RR). */
export type CountsFit = PooledEstimate & HomogeneityTest & {
  /** Studies with something to say: not those without (or with nothing but) events in both groups. */
  readonly k: number
  /** Percent, (Q − df) / Q floored at 0. */
  readonly I2: number
}

export type MantelHaenszelFit = CountsFit & {
  /** Cochran–Mantel–Haenszel test, with continuity correction; odds ratio only. */
  readonly cmhChi2: number | null
  readonly cmhP: number | null
  /** Breslow–Day test of equal odds ratios; odds ratio only. */
  readonly breslowDay: number | null
  readonly breslowDayP: number | null
}

/**
 * Mantel–Haenszel pool of 2×2 tables, with the counts as they are (Mantel & Haenszel 1959; Cochrane Handbook 10.4.1).
 *
 * Q is around this estimate with inverse-variance weights, half an event added where a cell is empty and uninformative
 * studies left out. Null where the estimate is undefined or without variance (no events at all in a group).
 */
export function mantelHaenszel(measure: 'OR' | 'RR' | 'RD', studies: readonly TwoByTwo[], level = USUAL_LEVEL): MantelHaenszelFit | null {
  const { estimate, variance } = POOLS[measure](studies.filter(({ total1, total2 }) => total1 > 0 && total2 > 0))
  if (!Number.isFinite(estimate) || !(variance > 0 && variance < Infinity)) return null
  const sizes = studies.map((study) => effectSizeOf(study, measure, { add: 0.5, drop00: true })).filter((size) => size.isIncluded)
  const tests = measure === 'OR' ? { ...cochranMantelHaenszelTest(studies), ...breslowDayTest(studies, Math.exp(estimate)) } : { cmhChi2: null, cmhP: null, breslowDay: null, breslowDayP: null }
  return { ...pooledEstimate(estimate, Math.sqrt(variance), level), ...homogeneityAround(estimate, sizes), ...tests }
}

/** Q of studies around a given estimate, weights 1/v, with its p value and I². */
export function homogeneityAround(estimate: number, studies: readonly { readonly yi: number; readonly vi: number }[]): Pick<CountsFit, 'k' | 'Q' | 'Qdf' | 'Qp' | 'I2'> {
  const Q = studies.reduce((sum, { yi, vi }) => sum + (yi - estimate) ** 2 / vi, 0)
  const Qdf = Math.max(0, studies.length - 1)
  return { k: studies.length, Q, Qdf, Qp: Qdf < 1 ? 1 : chiSquareUpperTail(Q, Qdf), I2: Q > 0 && Qdf > 0 ? Math.max(0, (100 * (Q - Qdf)) / Q) : 0 }
}

type Pool = (studies: readonly TwoByTwo[]) => { readonly estimate: number; readonly variance: number }

const POOLS: Readonly<Record<'OR' | 'RR' | 'RD', Pool>> = { OR: poolOddsRatio, RR: poolRiskRatio, RD: poolRiskDifference }

/** ln (Σ ad/N / Σ bc/N), variance of Robins, Breslow & Greenland (1986, equation 3). */
function poolOddsRatio(studies: readonly TwoByTwo[]): ReturnType<Pool> {
  let [r, s, pr, mixed, qs] = [0, 0, 0, 0, 0]
  for (const { events1: a, total1, events2: c, total2 } of studies) {
    const [b, d, n] = [total1 - a, total2 - c, total1 + total2]
    const [ri, si, pi, qi] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n]
    r += ri
    s += si
    pr += pi * ri
    mixed += pi * si + qi * ri
    qs += qi * si
  }
  return { estimate: Math.log(r / s), variance: (pr / r ** 2 + mixed / (r * s) + qs / s ** 2) / 2 }
}

/** ln (Σ a n₂/N / Σ c n₁/N), variance of Greenland & Robins (1985, equation 13). */
function poolRiskRatio(studies: readonly TwoByTwo[]): ReturnType<Pool> {
  let [r, s, p] = [0, 0, 0]
  for (const { events1: a, total1: n1, events2: c, total2: n2 } of studies) {
    const n = n1 + n2
    r += a * (n2 / n)
    s += c * (n1 / n)
    p += ((n1 / n) * (n2 / n) * (a + c)) - (a / n) * c
  }
  return { estimate: Math.log(r / s), variance: p / (r * s) }
}

/** Σ (a n₂ − c n₁)/N / Σ n₁n₂/N, variance of Sato (1989, equation 2), consistent for many small and few large studies. */
function poolRiskDifference(studies: readonly TwoByTwo[]): ReturnType<Pool> {
  let [r, s, p, q] = [0, 0, 0, 0]
  for (const { events1: a, total1: n1, events2: c, total2: n2 } of studies) {
    const [b, d, n] = [n1 - a, n2 - c, n1 + n2]
    r += (a * n2 - c * n1) / n
    s += n1 * (n2 / n)
    p += c * (n1 / n) ** 2 - a * (n2 / n) ** 2 + (n1 / n) * (n2 / n) * ((n2 - n1) / 2)
    q += (a * (d / n) + c * (b / n)) / 2
  }
  return { estimate: r / s, variance: ((r / s) * p + q) / s ** 2 }
}
