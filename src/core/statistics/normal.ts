/** z of a two-sided 95% interval. */
export const Z_95 = 1.959963984540054

/**
 * The standard normal distribution function.
 *
 * Method: erfc by the continued rational approximation of W. J. Cody as given in Numerical Recipes (3rd ed., 6.2.2),
 * relative error below 1.2e-7, enough for p values that are printed with three digits.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  const series = -1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))))
  const erfc = t * Math.exp(-x * x + series)
  return z >= 0 ? 1 - erfc / 2 : erfc / 2
}

/** z for the confidence level of an interval (0–1), by bisection of the distribution function. */
export function zForLevel(level: number): number {
  let low = 0
  let high = 8
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (2 * normalCdf(middle) - 1 < level) low = middle
    else high = middle
  }
  return (low + high) / 2
}
