import { effectSize, type EffectSize } from './effect-size.ts'
import type { TwoMeans } from './study-data.ts'

/** MD = m₁ − m₂, variance sd₁²/n₁ + sd₂²/n₂, groups not assumed equally spread (Cochrane Handbook 6.5.1.1; Bond et al. 2003). */
export function meanDifference({ mean1, sd1, n1, mean2, sd2, n2 }: TwoMeans): EffectSize {
  return effectSize(mean1 - mean2, sd1 ** 2 / n1 + sd2 ** 2 / n2)
}
