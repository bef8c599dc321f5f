import { eggerLinear } from './bias/egger-linear.ts'
import { FEWEST_FOR_ASYMMETRY, FEWEST_FOR_PREDICTION } from './meta-analysis/notes.ts'
import { fitModel } from './models/fit-model.ts'

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
  /** Where a new study would fall (t with k − 2; Higgins & Riley 2009); null below five studies, where it says nothing. */
  readonly prediction: { readonly low: number; readonly high: number } | null
  /** p of Egger's regression (Egger 1997); null below ten studies, where it has no power. */
  readonly asymmetryP: number | null
}

/**
 * Pools studies by inverse variance: two studies with a common effect, because a between-study variance cannot be
 * estimated from two; from three on REML with Hartung–Knapp intervals (Cochrane Handbook chapter 10; Viechtbauer
 * 2005; Hartung & Knapp 2001, never narrower than the normal interval). Null for fewer than two studies.
 */
export function poolInverseVariance(studies: readonly StudyEffect[]): PooledEffect | null {
  if (studies.length < 2) return null
  const estimates = studies.map(({ estimate, standardError }) => ({ yi: estimate, vi: standardError ** 2 }))
  const common = fitModel('FE', estimates)
  const fit = studies.length === 2 ? common : fitModel('REML_HKadhoc', estimates)
  if (common === null || fit === null) return null
  return {
    k: fit.k, estimate: fit.estimate, standardError: fit.se, low: fit.ciLow, high: fit.ciHigh, tau2: fit.tau2,
    i2: common.I2, q: common.Q, qPValue: common.Qp, model: studies.length === 2 ? 'common' : 'random-REML-HK',
    prediction: studies.length < FEWEST_FOR_PREDICTION || fit.piLowT === null || fit.piHighT === null ? null : { low: fit.piLowT, high: fit.piHighT },
    asymmetryP: studies.length < FEWEST_FOR_ASYMMETRY ? null : (eggerLinear(estimates)?.pValue ?? null),
  }
}
