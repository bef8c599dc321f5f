import { chiSquareUpperTail } from './distributions/chi-square.ts'
import { Z_95 } from './distributions/normal.ts'
import { tQuantile975 } from './distributions/student-t.ts'

/** One study on the scale it is pooled on (log for ratios, raw for differences). */
export type StudyEffect = { readonly estimate: number; readonly standardError: number }

export type PooledEffect = {
  readonly k: number
  readonly estimate: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  readonly tau2: number
  /** Percent, 0–100: (Q − df) / Q, floored at 0 (Higgins & Thompson 2002). */
  readonly i2: number
  readonly q: number
  readonly qPValue: number
  readonly model: 'common' | 'random-REML-HK'
}

/**
 * Pools studies by inverse variance: two studies with a common effect, because a between-study variance cannot be
 * estimated from two; from three on REML with Hartung–Knapp intervals (Cochrane Handbook chapter 10; Viechtbauer
 * 2005; Hartung & Knapp 2001, never narrower than the normal interval). Null for fewer than two studies.
 */
export function poolInverseVariance(studies: readonly StudyEffect[]): PooledEffect | null {
  const k = studies.length
  if (k < 2) return null
  const common = weighted(studies, 0)
  const q = studies.reduce((sum, study) => sum + ((study.estimate - common.estimate) / study.standardError) ** 2, 0)
  const i2 = q > 0 ? Math.max(0, (100 * (q - (k - 1))) / q) : 0
  const heterogeneity = { i2, q, qPValue: chiSquareUpperTail(q, k - 1) }
  if (k === 2) {
    return { k, estimate: common.estimate, standardError: common.standardError, low: common.estimate - Z_95 * common.standardError, high: common.estimate + Z_95 * common.standardError, tau2: 0, ...heterogeneity, model: 'common' }
  }
  const tau2 = remlTau2(studies)
  const random = weighted(studies, tau2)
  const scatter = studies.reduce((sum, study) => sum + (study.estimate - random.estimate) ** 2 / (study.standardError ** 2 + tau2), 0) / (k - 1)
  const standardError = random.standardError * Math.sqrt(Math.max(1, scatter))
  const t = tQuantile975(k - 1)
  return { k, estimate: random.estimate, standardError, low: random.estimate - t * standardError, high: random.estimate + t * standardError, tau2, ...heterogeneity, model: 'random-REML-HK' }
}

function weighted(studies: readonly StudyEffect[], tau2: number): { estimate: number; standardError: number } {
  let sumWeights = 0
  let sum = 0
  for (const { estimate, standardError } of studies) {
    const weight = 1 / (standardError ** 2 + tau2)
    sumWeights += weight
    sum += weight * estimate
  }
  return { estimate: sum / sumWeights, standardError: Math.sqrt(1 / sumWeights) }
}

/** Restricted maximum likelihood by fixed-point iteration (Viechtbauer 2005, equation 11). */
function remlTau2(studies: readonly StudyEffect[]): number {
  let tau2 = 0
  for (let step = 0; step < 1000; step += 1) {
    const { estimate } = weighted(studies, tau2)
    let sumSquares = 0
    let sumWeights = 0
    let numerator = 0
    for (const study of studies) {
      const weight = 1 / (study.standardError ** 2 + tau2)
      sumWeights += weight
      sumSquares += weight ** 2
      numerator += weight ** 2 * ((study.estimate - estimate) ** 2 - study.standardError ** 2)
    }
    const next = Math.max(0, numerator / sumSquares + 1 / sumWeights)
    if (Math.abs(next - tau2) < 1e-12) return next
    tau2 = next
  }
  return tau2
}
