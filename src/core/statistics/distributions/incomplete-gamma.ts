import { logGamma, stirlingRemainder } from './log-gamma.ts'

const STEPS = 100_000
const EPSILON = 1e-17
const TINY = 1e-300

/** Both regularised incomplete gamma functions of one argument; they add up to 1. */
export type GammaTails = { readonly lower: number; readonly upper: number }

/**
 * P(a, x) and Q(a, x), a > 0: the series below x = a + 1, the continued fraction (Lentz) above, so that the smaller of
 * the two keeps its digits (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31; Press et al. 2007, 6.2).
 */
export function incompleteGamma(a: number, x: number): GammaTails {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    const lower = series(a, x) * density(a, x)
    return { lower, upper: 1 - lower }
  }
  const upper = fraction(a, x) * density(a, x)
  return { lower: 1 - upper, upper }
}

/** xᵃ e⁻ˣ / Γ(a), for large a from the distance of x to a, where large logarithms would cancel (Loader 2000). */
function density(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a))
  const distance = (x - a) / a
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * (distance - Math.log1p(distance)) - stirlingRemainder(a))
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < STEPS && term > sum * EPSILON; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let n = 1; n < STEPS; n += 1) {
    const step = -n * (n - a)
    b += 2
    d = 1 / awayFromZero(step * d + b)
    c = awayFromZero(b + step / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
