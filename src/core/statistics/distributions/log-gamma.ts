const LOG_SQRT_2PI = 0.9189385332046727

/** From here on Stirling's series is exact to double precision with the terms below. */
const STIRLING_FROM = 10

/** ln Γ(x) for x > 0: Stirling's series, from x shifted up to 10 (Abramowitz & Stegun 1964, 6.1.41 and 6.1.15). */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < STIRLING_FROM) {
    product *= shifted
    shifted += 1
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + LOG_SQRT_2PI + stirlingRemainder(shifted) - Math.log(product)
}

/** ln Γ(x) less Stirling's leading term, for x ≥ 10: Σ B₂ₙ / (2n(2n−1) x²ⁿ⁻¹) (Abramowitz & Stegun 1964, 6.1.40). */
export function stirlingRemainder(x: number): number {
  const y = 1 / (x * x)
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y * (1 / 156 - (y * 3617) / 122400))))))) / x
}

/**
 * ln B(a, b) without the loss of digits that three separate logarithms of Γ would bring when one argument is large
 * (the arrangement of Fullerton's SLATEC routine ALBETA, 1977).
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  const share = small / (small + large)
  if (small >= STIRLING_FROM) {
    const remainder = stirlingRemainder(small) + stirlingRemainder(large) - stirlingRemainder(small + large)
    return -0.5 * Math.log(large) + LOG_SQRT_2PI + remainder + (small - 0.5) * Math.log(share) + large * Math.log1p(-share)
  }
  if (large >= STIRLING_FROM) {
    const remainder = stirlingRemainder(large) - stirlingRemainder(small + large)
    return logGamma(small) + remainder + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-share)
  }
  return logGamma(small) + logGamma(large) - logGamma(small + large)
}
