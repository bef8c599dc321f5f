import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { fitAt, interceptOnly } from './design.ts'
import { estimateTau2 } from './estimate-tau2.ts'
import type { InverseVarianceModel, ModelFit, Tau2Method } from './model-fit.ts'
import { criticalValue, pooledEstimate } from './pooled-estimate.ts'
import type { StudyEstimate } from './study-estimate.ts'
import { relativeHeterogeneity, typicalVariance } from './typical-variance.ts'

/** Confidence level of intervals unless told otherwise. */
export const USUAL_LEVEL = 0.95

/** A scatter of the studies so far below what their variances let expect is rounding. */
const SMALLEST_FACTOR = 1e-10

export type FitOptions = {
  readonly level?: number
  /** The between-study variance where the caller has estimated it already. */
  readonly tau2?: number
}

/**
 * Pools studies by inverse variance under one model (Cochrane Handbook 10.3–10.4; Borenstein et al. 2010).
 *
 * Null without studies; for the Knapp–Hartung forms with fewer than two, or, for the plain one, when the studies agree
 * exactly, since its standard error would then be 0. One study is its own pool: τ² = 0, Q = 0.
 */
export function fitModel(model: InverseVarianceModel, studies: readonly StudyEstimate[], options: FitOptions = {}): ModelFit | null {
  const { method, form } = partsOf(model)
  const level = options.level ?? USUAL_LEVEL
  const k = studies.length
  const design = interceptOnly(studies)
  const common = k === 0 ? null : fitAt(design, 0)
  if (common === null || (form !== 'normal' && k < 2)) return null
  const tau2 = options.tau2 ?? estimateTau2(method, design)
  const fit = fitAt(design, tau2)
  const estimate = fit?.coefficients[0]
  const plainSe = fit?.standardErrors[0]
  if (fit === null || estimate === undefined || plainSe === undefined) return null
  const degrees = k - 1
  const factor = form === 'normal' ? 1 : knappHartungFactor(fit.squares / degrees, form)
  if (factor < SMALLEST_FACTOR) return null
  const se = plainSe * factor
  const df = form === 'normal' ? null : degrees
  return {
    k,
    ...pooledEstimate(estimate, se, level, df),
    tau2,
    tau: Math.sqrt(tau2),
    ...(method === 'FE' ? fromQ(common.squares, degrees) : fromTau2(tau2, typicalVariance(design))),
    Q: common.squares,
    Qdf: degrees,
    Qp: degrees < 1 ? 1 : chiSquareUpperTail(common.squares, degrees),
    ...predictionIntervals(method, { estimate, spread: Math.hypot(se, Math.sqrt(tau2)), df, k, level }),
  }
}

type Form = 'normal' | 'HK' | 'HKadhoc'

function partsOf(model: InverseVarianceModel): { readonly method: Tau2Method; readonly form: Form } {
  switch (model) {
    case 'FE': case 'DL': case 'REML': case 'PM': return { method: model, form: 'normal' }
    case 'DL_HK': return { method: 'DL', form: 'HK' }
    case 'REML_HK': return { method: 'REML', form: 'HK' }
    case 'PM_HK': return { method: 'PM', form: 'HK' }
    case 'DL_HKadhoc': return { method: 'DL', form: 'HKadhoc' }
    case 'REML_HKadhoc': return { method: 'REML', form: 'HKadhoc' }
    case 'PM_HKadhoc': return { method: 'PM', form: 'HKadhoc' }
  }
}

/**
 * By how much the scatter of the studies widens or narrows the standard error: √(Σ w (y − μ)² / (k − 1)) (Hartung &
 * Knapp 2001; Sidik & Jonkman 2002). The ad hoc form never narrows (Knapp & Hartung 2003; Röver, Knapp & Friede 2015).
 */
function knappHartungFactor(scatter: number, form: 'HK' | 'HKadhoc'): number {
  return Math.sqrt(form === 'HK' ? scatter : Math.max(1, scatter))
}

/** H² = Q / (k − 1) and I² = 100 (Q − (k − 1)) / Q, floored at 0 (Higgins & Thompson 2002). */
function fromQ(Q: number, degrees: number): { readonly I2: number; readonly H2: number } {
  if (degrees < 1) return { I2: 0, H2: 1 }
  return { I2: Q > 0 ? Math.max(0, (100 * (Q - degrees)) / Q) : 0, H2: Q / degrees }
}

function fromTau2(tau2: number, typical: number | null): { readonly I2: number; readonly H2: number } {
  return typical === null ? { I2: 0, H2: 1 } : relativeHeterogeneity(tau2, typical)
}

type Prediction = { readonly estimate: number; readonly spread: number; readonly df: number | null; readonly k: number; readonly level: number }

/**
 * Where the effect of a new study is expected: μ ± c √(τ² + se²), c from the model's own distribution or from t with
 * k − 2 degrees of freedom (Higgins, Thompson & Spiegelhalter 2009, equation 12; Riley, Higgins & Deeks 2011).
 */
function predictionIntervals(method: Tau2Method, { estimate, spread, df, k, level }: Prediction): Pick<ModelFit, 'piLow' | 'piHigh' | 'piLowT' | 'piHighT'> {
  if (method === 'FE' || k < 2) return { piLow: null, piHigh: null, piLowT: null, piHighT: null }
  const reach = criticalValue(level, df) * spread
  const reachT = k < 3 ? null : criticalValue(level, k - 2) * spread
  return { piLow: estimate - reach, piHigh: estimate + reach, piLowT: reachT === null ? null : estimate - reachT, piHighT: reachT === null ? null : estimate + reachT }
}
