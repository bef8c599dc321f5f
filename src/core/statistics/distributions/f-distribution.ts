import { findPositiveRoot } from './find-root.ts'
import { incompleteBeta, type BetaTails } from './incomplete-beta.ts'

/** Upper tail of the F distribution: the p value of a test of several coefficients at once (Abramowitz & Stegun 1964, 26.6.2). */
export function fUpperTail(f: number, degrees1: number, degrees2: number): number {
  return tails(f, degrees1, degrees2).lower
}

/** The tails of the beta distribution behind F: its lower one is the upper tail of F. */
function tails(f: number, degrees1: number, degrees2: number): BetaTails {
  if (!(f > 0)) return { lower: 1, upper: 0 }
  if (f === Infinity) return { lower: 0, upper: 1 }
  const scaled = degrees1 * f
  return incompleteBeta(degrees2 / 2, degrees1 / 2, degrees2 / (degrees2 + scaled), scaled / (degrees2 + scaled))
}

/** The value below which a proportion p (0–1) of the F distribution lies. */
export function fQuantile(p: number, degrees1: number, degrees2: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Infinity
  return p < 0.5
    ? findPositiveRoot((x) => -tails(x, degrees1, degrees2).upper, -p)
    : findPositiveRoot((x) => fUpperTail(x, degrees1, degrees2), 1 - p)
}
