import { fitAt, residualDegrees, type Design } from './design.ts'

/**
 * The typical within-study variance s² = (k − p) / tr(P) at τ² = 0; with the intercept alone (k − 1) Σw / ((Σw)² − Σw²)
 * (Higgins & Thompson 2002, equation 9). Null without degrees of freedom.
 */
export function typicalVariance(design: Design): number | null {
  const degrees = residualDegrees(design)
  const fit = fitAt(design, 0)
  return degrees < 1 || fit === null ? null : degrees / fit.traceP
}

/** I² = 100 τ² / (τ² + s²) in percent and H² = 1 + τ² / s² (Higgins & Thompson 2002). */
export function relativeHeterogeneity(tau2: number, typical: number): { readonly I2: number; readonly H2: number } {
  return { I2: (100 * tau2) / (tau2 + typical), H2: 1 + tau2 / typical }
}
