import { fitModel } from '../models/fit-model.ts'
import type { StudyEstimate } from '../models/study-estimate.ts'
import { kendallRankCorrelation, type RankCorrelation } from './kendall-rank-correlation.ts'

/**
 * Begg & Mazumdar's rank correlation (1994): Kendall's τ between (y − μ) / √(v − 1/Σw) and v, μ the common effect.
 * Null for fewer than three studies, equal variances, or where one study holds all the weight.
 */
export function beggRank(studies: readonly StudyEstimate[]): RankCorrelation | null {
  const common = fitModel('FE', studies)
  if (common === null || studies.length < 3) return null
  const meanVariance = 1 / studies.reduce((sum, { vi }) => sum + 1 / vi, 0)
  if (studies.some(({ vi }) => !(vi > meanVariance))) return null
  return kendallRankCorrelation(studies.map(({ yi, vi }) => (yi - common.estimate) / Math.sqrt(vi - meanVariance)), studies.map(({ vi }) => vi))
}
