import { fitAt, residualDegrees, type Design } from './design.ts'

/**
 * Between-study variance by the method of moments: (Q − (k − p)) / tr(P), never below 0 (DerSimonian & Laird 1986,
 * equation 8; with moderators Raudenbush 2009, equation 16.34).
 */
export function tau2DerSimonianLaird(design: Design): number {
  const fit = fitAt(design, 0)
  const degrees = residualDegrees(design)
  return fit === null || degrees < 1 ? 0 : Math.max(0, (fit.squares - degrees) / fit.traceP)
}
