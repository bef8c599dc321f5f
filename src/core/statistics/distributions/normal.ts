import { incompleteGamma } from './incomplete-gamma.ts'

/** z of a two-sided 95% interval. */
export const Z_95 = 1.959963984540054

/** The standard normal distribution function: half an incomplete gamma function of z²/2 (Abramowitz & Stegun 1964, 7.1.2, 6.5.17). */
export function normalCdf(z: number): number {
  return normalUpperTail(-z)
}

/** Probability above z; keeps its digits far out, where 1 − Φ(z) would be 0. */
export function normalUpperTail(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z > 0 ? upper / 2 : 0.5 + lower / 2
}

/** Two-sided p value of a standard normal statistic. */
export function normalTwoSidedP(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper
}

/**
 * The z below which a proportion p (0–1) of the standard normal distribution lies: a rational start (Abramowitz &
 * Stegun 1964, 26.2.23), then Halley steps to full precision. ∓Infinity at 0 and 1.
 */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  if (!(tail > 0)) return p > 0.5 ? Infinity : -Infinity
  const t = Math.sqrt(-2 * Math.log(tail))
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 4; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    if (density === 0) break
    const error = (normalUpperTail(z) - tail) / density
    z += error / (1 - (error * z) / 2)
  }
  return p > 0.5 ? z : -z
}

/** z for the confidence level of an interval (0–1): 1.96 for 0.95. */
export function zForLevel(level: number): number {
  return -normalQuantile((1 - level) / 2)
}
