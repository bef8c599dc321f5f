import { findPositiveRoot } from './find-root.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/** Upper tail of the F distribution: the p value of a test of several coefficients at once (Abramowitz & Stegun 1964, 26.6.2). */
export function fUpperTail(f: number, degrees1: number, degrees2: number): number {
  if (!(f > 0)) return 1
  if (f === Infinity) return 0
  const scaled = degrees1 * f
  return incompleteBeta(degrees2 / 2, degrees1 / 2, degrees2 / (degrees2 + scaled), scaled / (degrees2 + scaled)).lower
}

/** The value below which a proportion p (0–1) of the F distribution lies. */
export function fQuantile(p: number, degrees1: number, degrees2: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Infinity
  if (p < 0.5) return 1 / fQuantile(1 - p, degrees2, degrees1)
  return findPositiveRoot((x) => fUpperTail(x, degrees1, degrees2), 1 - p)
}
