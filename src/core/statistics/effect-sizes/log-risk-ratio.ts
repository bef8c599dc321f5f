import type { Cells } from './two-by-two-cells.ts'
import { effectSize, type EffectSize } from './effect-size.ts'

/** ln RR, variance 1/a − 1/n₁ + 1/c − 1/n₂ (Katz et al. 1978; Fleiss & Berlin 2009, equations 12.11 and 12.12). */
export function logRiskRatio({ a, b, c, d, isCorrected }: Cells): EffectSize {
  const n1 = a + b
  const n2 = c + d
  return effectSize(Math.log(a / n1) - Math.log(c / n2), 1 / a - 1 / n1 + 1 / c - 1 / n2, isCorrected)
}
