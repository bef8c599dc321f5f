import { logGamma } from '../distributions/log-gamma.ts'

/** J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)): what makes Cohen's d unbiased in small samples (Hedges 1981, equation 6e). m > 1. */
export function hedgesCorrection(degrees: number): number {
  return Math.exp(logGamma(degrees / 2) - 0.5 * Math.log(degrees / 2) - logGamma((degrees - 1) / 2))
}
