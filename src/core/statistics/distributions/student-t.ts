import { findPositiveRoot } from './find-root.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/** Two-sided p value of Student's t with `degrees` > 0: I_x(ν/2, ½), x = ν/(ν + t²) (Abramowitz & Stegun 1964, 26.7.1). */
export function tTwoSidedP(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? Number.NaN : 0
  const square = t * t
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square)).lower
}

/** Probability below t. */
export function tCdf(t: number, degrees: number): number {
  const tail = tTwoSidedP(t, degrees) / 2
  return t > 0 ? 1 - tail : tail
}

/** The t below which a proportion p (0–1) of the distribution lies. */
export function tQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  if (!(tail > 0)) return p > 0.5 ? Infinity : -Infinity
  const t = findPositiveRoot((x) => tTwoSidedP(x, degrees), 2 * tail)
  return p > 0.5 ? t : -t
}

/** The t of a two-sided 95% interval. */
export function tQuantile975(degrees: number): number {
  return tQuantile(0.975, degrees)
}
