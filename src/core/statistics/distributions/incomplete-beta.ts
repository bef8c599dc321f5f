import { logBeta } from './log-gamma.ts'

const STEPS = 100_000
const TINY = 1e-300

/** Both tails of a beta distribution; they add up to 1. */
export type BetaTails = { readonly lower: number; readonly upper: number }

/**
 * The regularised incomplete beta function I_x(a, b) and its complement I_y(b, a), y = 1 − x.
 *
 * Takes both x and y, because one of them is lost to rounding when the other is near 1. Continued fraction, evaluated
 * on the side where it converges (Press et al. 2007, 6.4; Abramowitz & Stegun 1964, 26.5.8).
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): BetaTails {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (!(y > 0)) return { lower: 1, upper: 0 }
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-y)
  const logY = y < 0.5 ? Math.log(y) : Math.log1p(-x)
  const front = Math.exp(a * logX + b * logY - logBeta(a, b))
  if (x * (a + b + 2) < a + 1) {
    const lower = (front * fraction(a, b, x)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = (front * fraction(b, a, y)) / b
  return { lower: 1 - upper, upper }
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
