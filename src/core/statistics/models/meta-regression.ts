import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { fUpperTail } from '../distributions/f-distribution.ts'
import { fitAt, interceptOnly, residualDegrees, type Design } from './design.ts'
import { estimateTau2 } from './estimate-tau2.ts'
import { USUAL_LEVEL } from './fit-model.ts'
import { pooledEstimate } from './pooled-estimate.ts'
import type { StudyEstimate } from './study-estimate.ts'
import { relativeHeterogeneity, typicalVariance } from './typical-variance.ts'

export type MetaRegressionModel = 'REML' | 'REML_HK' | 'DL'
export const META_REGRESSION_MODELS: readonly MetaRegressionModel[] = ['REML', 'REML_HK', 'DL']

/** A column of numbers, one a study. */
export type Moderator = { readonly name: string; readonly values: readonly number[] }

/** Coefficients in the order of `terms`, the intercept (`intrcpt`) first; arrays are parallel. */
export type MetaRegressionFit = {
  readonly terms: readonly string[]
  readonly estimate: readonly number[]
  readonly se: readonly number[]
  readonly statistic: readonly number[]
  readonly pValue: readonly number[]
  readonly ciLow: readonly number[]
  readonly ciHigh: readonly number[]
  readonly k: number
  readonly tau2: number
  /** Percent of what is left that is between studies. */
  readonly I2: number
  /** Percent of the between-study variance that the moderators account for; null where there is none to account for. */
  readonly R2: number | null
  /** Test of all moderators together: chi-square, or F for REML_HK. */
  readonly QM: number
  readonly QMp: number
  /** Test of what is left. */
  readonly QE: number
  readonly QEdf: number
  readonly QEp: number
}

/**
 * Mixed-effects meta-regression (Raudenbush 2009; van Houwelingen, Arends & Stijnen 2002): R² by the drop in τ²
 * (Raudenbush 1994), `REML_HK` with the tests of Knapp & Hartung (2003).
 *
 * Null where there are no more studies than coefficients, or where moderators depend on each other.
 */
export function metaRegression(model: MetaRegressionModel, studies: readonly StudyEstimate[], moderators: readonly Moderator[], level = USUAL_LEVEL): MetaRegressionFit | null {
  const design: Design = { studies, columns: [studies.map(() => 1), ...moderators.map(({ values }) => values)] }
  const degrees = residualDegrees(design)
  const typical = typicalVariance(design)
  const common = fitAt(design, 0)
  const method = model === 'DL' ? 'DL' : 'REML'
  if (degrees < 1 || typical === null || common === null) return null
  const tau2 = estimateTau2(method, design)
  const fit = fitAt(design, tau2)
  const moderated = fit === null ? null : waldSquare(fit.coefficients.slice(1), fit.covariance.slice(1).map((row) => row.slice(1)))
  if (fit === null || moderated === null) return null
  const isKnappHartung = model === 'REML_HK'
  const inflation = isKnappHartung ? fit.squares / degrees : 1
  const rows = fit.coefficients.map((coefficient, j) => pooledEstimate(coefficient, (fit.standardErrors[j] ?? Number.NaN) * Math.sqrt(inflation), level, isKnappHartung ? degrees : null))
  const QM = isKnappHartung ? moderated / inflation / moderators.length : moderated
  const tau2Without = estimateTau2(method, interceptOnly(studies))
  return {
    terms: ['intrcpt', ...moderators.map(({ name }) => name)],
    estimate: rows.map((row) => row.estimate),
    se: rows.map((row) => row.se),
    statistic: rows.map((row) => row.statistic),
    pValue: rows.map((row) => row.pValue),
    ciLow: rows.map((row) => row.ciLow),
    ciHigh: rows.map((row) => row.ciHigh),
    k: studies.length,
    tau2,
    I2: relativeHeterogeneity(tau2, typical).I2,
    R2: tau2Without > 0 ? Math.max(0, (100 * (tau2Without - tau2)) / tau2Without) : null,
    QM,
    QMp: isKnappHartung ? fUpperTail(QM, moderators.length, degrees) : chiSquareUpperTail(QM, moderators.length),
    QE: common.squares,
    QEdf: degrees,
    QEp: chiSquareUpperTail(common.squares, degrees),
  }
}

/** b′ V⁻¹ b by elimination: the Wald statistic of several coefficients. Null where V has no inverse. */
function waldSquare(coefficients: readonly number[], covariance: readonly (readonly number[])[]): number | null {
  // Cholesky by rows, forward substitution alongside: the statistic is the squared length of L⁻¹ b.
  const lower: number[][] = []
  const solved: number[] = []
  for (const [i, row] of covariance.entries()) {
    const own: number[] = []
    for (let j = 0; j <= i; j += 1) {
      const other = j === i ? own : lower[j] ?? []
      const rest = (row[j] ?? 0) - own.reduce((sum, value, n) => sum + (n < j ? value * (other[n] ?? 0) : 0), 0)
      if (j < i) own.push(rest / (other[j] ?? Number.NaN))
      else if (rest > 0) own.push(Math.sqrt(rest))
      else return null
    }
    const known = solved.reduce((sum, value, n) => sum + value * (own[n] ?? 0), 0)
    solved.push(((coefficients[i] ?? 0) - known) / (own[i] ?? Number.NaN))
    lower.push(own)
  }
  return solved.reduce((sum, value) => sum + value * value, 0)
}
