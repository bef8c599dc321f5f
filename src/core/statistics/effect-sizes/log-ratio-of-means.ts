import { effectSize, leftOut, type EffectSize } from './effect-size.ts'
import type { TwoMeans } from './study-data.ts'

/** ln(m₁/m₂), variance sd₁²/(n₁m₁²) + sd₂²/(n₂m₂²) (Hedges, Gurevitch & Curtis 1999, equation 1; Friedrich et al. 2008). */
export function logRatioOfMeans({ mean1, sd1, n1, mean2, sd2, n2 }: TwoMeans): EffectSize {
  if (!(mean1 / mean2 > 0)) return leftOut('a ratio needs two means of one sign')
  return effectSize(Math.log(mean1 / mean2), sd1 ** 2 / (n1 * mean1 ** 2) + sd2 ** 2 / (n2 * mean2 ** 2))
}
