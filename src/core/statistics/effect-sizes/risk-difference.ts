import type { Cells } from './two-by-two-cells.ts'
import { effectSize, type EffectSize } from './effect-size.ts'

/** RD = p₁ − p₂, variance p₁q₁/n₁ + p₂q₂/n₂ (Fleiss & Berlin 2009, equations 12.5 and 12.6). */
export function riskDifference({ a, b, c, d, isCorrected }: Cells): EffectSize {
  const n1 = a + b
  const n2 = c + d
  return effectSize(a / n1 - c / n2, (a / n1) * (b / n1) / n1 + (c / n2) * (d / n2) / n2, isCorrected)
}
