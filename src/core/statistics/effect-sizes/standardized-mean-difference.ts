import { effectSize, leftOut, type EffectSize } from './effect-size.ts'
import { hedgesCorrection } from './hedges-correction.ts'
import type { TwoMeans } from './study-data.ts'

/**
 * Hedges' g = J d with d = (m₁ − m₂) / pooled SD, variance 1/n₁ + 1/n₂ + g² / (2(n₁ + n₂)) (Hedges 1981, equations 6e
 * and 8; Hedges & Olkin 1985, chapter 5).
 */
export function standardizedMeanDifference({ mean1, sd1, n1, mean2, sd2, n2 }: TwoMeans): EffectSize {
  const degrees = n1 + n2 - 2
  const pooledSd = Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / degrees)
  if (!(degrees > 1)) return leftOut('too few people for a standard deviation')
  if (!(pooledSd > 0)) return leftOut('its standard deviation is 0')
  const g = (hedgesCorrection(degrees) * (mean1 - mean2)) / pooledSd
  return effectSize(g, 1 / n1 + 1 / n2 + g ** 2 / (2 * (n1 + n2)))
}
