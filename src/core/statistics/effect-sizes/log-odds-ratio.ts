import type { Cells } from './two-by-two-cells.ts'
import { effectSize, type EffectSize } from './effect-size.ts'

/** ln OR = ln(ad / bc), variance 1/a + 1/b + 1/c + 1/d (Woolf 1955; Fleiss & Berlin 2009, equations 12.19 and 12.22). */
export function logOddsRatio({ a, b, c, d, isCorrected }: Cells): EffectSize {
  return effectSize(Math.log(a / b) - Math.log(c / d), 1 / a + 1 / b + 1 / c + 1 / d, isCorrected)
}
