import { findPositiveRoot } from './find-root.ts'
import { incompleteGamma } from './incomplete-gamma.ts'

/** Upper tail of the chi-square distribution: the p value of Cochran's Q (Abramowitz & Stegun 1964, 26.4.19). `degrees` > 0. */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).upper
}

/** The value below which a proportion p (0–1) of the chi-square distribution lies, from the smaller of its tails. */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Infinity
  return p < 0.5
    ? findPositiveRoot((x) => -incompleteGamma(degrees / 2, x / 2).lower, -p, degrees)
    : findPositiveRoot((x) => chiSquareUpperTail(x, degrees), 1 - p, degrees)
}
