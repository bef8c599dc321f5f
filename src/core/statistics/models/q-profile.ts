import { chiSquareQuantile } from '../distributions/chi-square.ts'
import { interceptOnly } from './design.ts'
import { USUAL_LEVEL } from './fit-model.ts'
import { generalizedQ, tau2WhereQIs } from './generalized-q.ts'
import type { StudyEstimate } from './study-estimate.ts'
import { relativeHeterogeneity, typicalVariance } from './typical-variance.ts'

export type HeterogeneityInterval = { readonly tau2CiLow: number; readonly tau2CiHigh: number; readonly I2CiLow: number; readonly I2CiHigh: number }

/**
 * Confidence interval of the between-study variance and of I² (percent) by the Q profile: the τ² at which the
 * generalized Q meets the quantiles of chi-square with k − 1 degrees of freedom (Viechtbauer 2007, section 2.4).
 *
 * When the studies agree better than chance allows, no τ² fits and both bounds are 0. `searchLimit` stops the upper
 * bound early, as some programs do. Null for fewer than two studies.
 */
export function qProfile(studies: readonly StudyEstimate[], options: { readonly level?: number; readonly searchLimit?: number } = {}): HeterogeneityInterval | null {
  const design = interceptOnly(studies)
  const typical = typicalVariance(design)
  if (typical === null) return null
  const level = options.level ?? USUAL_LEVEL
  const limit = options.searchLimit ?? Infinity
  const degrees = studies.length - 1
  const low = tau2WhereQIs(chiSquareQuantile((1 + level) / 2, degrees), design)
  const target = chiSquareQuantile((1 - level) / 2, degrees)
  const isBeyondLimit = limit < Infinity && generalizedQ(design, limit) > target
  const high = isBeyondLimit ? limit : tau2WhereQIs(target, design)
  return { tau2CiLow: low, tau2CiHigh: high, I2CiLow: relativeHeterogeneity(low, typical).I2, I2CiHigh: relativeHeterogeneity(high, typical).I2 }
}
