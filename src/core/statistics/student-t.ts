import { logGamma } from './chi-square.ts'

/** The 0.975 quantile of Student's t with `degrees` ≥ 1, by bisection of its distribution function (A&S 26.7). */
export function tQuantile975(degrees: number): number {
  let low = 0
  let high = 1000
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (tCdf(middle, degrees) < 0.975) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function tCdf(t: number, degrees: number): number {
  const x = degrees / (degrees + t * t)
  return 1 - incompleteBeta(x, degrees / 2, 0.5) / 2
}

/** Regularised incomplete beta function by its continued fraction (Numerical Recipes 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1), tiny)
  let h = d
  for (let m = 1; m < 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d, tiny)
    c = guard(1 + even / c, tiny)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d, tiny)
    c = guard(1 + odd / c, tiny)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return h
}

function guard(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
