import { effectSize, leftOut, type EffectSize } from './effect-size.ts'
import type { Correlation } from './study-data.ts'

/** z = atanh r, variance 1/(n − 3) (Fisher 1921). */
export function fisherZ({ r, n }: Correlation): EffectSize {
  return n > 3 ? effectSize(Math.atanh(r), 1 / (n - 3)) : leftOut('a correlation needs more than three people')
}
