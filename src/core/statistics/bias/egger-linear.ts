import { tTwoSidedP } from '../distributions/student-t.ts'
import { fitAt } from '../models/design.ts'
import { USUAL_LEVEL } from '../models/fit-model.ts'
import { pooledEstimate } from '../models/pooled-estimate.ts'
import type { StudyEstimate } from '../models/study-estimate.ts'

export type EggerLinear = {
  /** Egger's bias coefficient: how far the estimate moves with the standard error. */
  readonly intercept: number
  readonly interceptSe: number
  readonly t: number
  readonly df: number
  readonly pValue: number
  /** The effect at a standard error of 0, with its interval. */
  readonly limitEstimate: number
  readonly limitCiLow: number
  readonly limitCiHigh: number
}

/**
 * Egger's regression of y/se on 1/se (Egger et al. 1997), fitted as y on se with weights 1/v and a dispersion estimated
 * from the residuals, which is the same (Sterne & Egger 2005). Null for fewer than three studies or equal errors.
 */
export function eggerLinear(studies: readonly StudyEstimate[], level = USUAL_LEVEL): EggerLinear | null {
  const fit = studies.length < 3 ? null : fitAt({ studies, columns: [studies.map(() => 1), studies.map(({ vi }) => Math.sqrt(vi))] }, 0)
  const [limit, intercept] = fit?.coefficients ?? []
  const [limitError, interceptError] = fit?.standardErrors ?? []
  if (fit === null || limit === undefined || intercept === undefined || limitError === undefined || interceptError === undefined) return null
  const df = studies.length - 2
  const dispersion = Math.sqrt(fit.squares / df)
  const interceptSe = interceptError * dispersion
  const atZero = pooledEstimate(limit, limitError * dispersion, level, df)
  const t = interceptSe > 0 ? intercept / interceptSe : 0
  return { intercept, interceptSe, t, df, pValue: tTwoSidedP(t, df), limitEstimate: limit, limitCiLow: atZero.ciLow, limitCiHigh: atZero.ciHigh }
}
