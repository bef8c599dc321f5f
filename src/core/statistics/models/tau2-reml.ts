import { findRoot } from '../distributions/find-root.ts'
import { fitAt, residualDegrees, type Design } from './design.ts'

/** Points a decade at which the likelihood is looked at before its peak is refined: it can have more than one. */
const POINTS_A_DECADE = 6

/**
 * Between-study variance by restricted maximum likelihood (Viechtbauer 2005, equations 9–11; with moderators
 * Raudenbush 2009): the highest point of the restricted log-likelihood at τ² ≥ 0.
 *
 * The peak is found on a grid and refined where the slope y′PPy − tr(P) is 0, so that the result does not depend on a
 * starting value or a stopping rule.
 */
export function tau2Reml(design: Design): number {
  if (residualDegrees(design) < 1) return 0
  const points = grid(design)
  let best = 0
  for (let i = 1, height = logLikelihood(design, 0); i < points.length; i += 1) {
    const other = logLikelihood(design, points[i] ?? 0)
    if (other > height) [best, height] = [i, other]
  }
  return refine(design, points[best - 1] ?? 0, points[best] ?? 0, points[best + 1] ?? Infinity)
}

/** Twice the slope of the restricted log-likelihood: y′PPy − tr(P). */
function slope(design: Design, tau2: number): number {
  const fit = fitAt(design, tau2)
  return fit === null ? Number.NaN : fit.squaresPP - fit.traceP
}

/** −½ (Σ ln(vᵢ + τ²) + ln |X′WX| + y′Py), without its constant. */
function logLikelihood(design: Design, tau2: number): number {
  const fit = fitAt(design, tau2)
  if (fit === null) return Number.NaN
  return -0.5 * (design.studies.reduce((sum, { vi }) => sum + Math.log(vi + tau2), 0) + fit.logDeterminant + fit.squares)
}

/** 0, then from far below the smallest variance to above all the spread there is. */
function grid(design: Design): number[] {
  const variances = design.studies.map(({ vi }) => vi)
  const estimates = design.studies.map(({ yi }) => yi)
  const smallest = Math.min(...variances) / 100
  const largest = 10 * (Math.max(...estimates) - Math.min(...estimates)) ** 2 + Math.max(...variances)
  const steps = Math.min(1_000, Math.ceil(Math.log10(largest / smallest) * POINTS_A_DECADE))
  return [0, ...Array.from({ length: steps + 1 }, (_, i) => smallest * (largest / smallest) ** (i / steps))]
}

/** The zero of the slope between the neighbours of the highest point. */
function refine(design: Design, below: number, best: number, above: number): number {
  const here = slope(design, best)
  if (here > 0 && above < Infinity) return slope(design, above) < 0 ? findRoot((tau2) => slope(design, tau2), best, above) : best
  if (here < 0 && best > 0) return slope(design, below) > 0 ? findRoot((tau2) => slope(design, tau2), below, best) : best
  return best
}
