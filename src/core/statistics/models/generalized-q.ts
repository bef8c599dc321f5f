import { findPositiveRoot } from '../distributions/find-root.ts'
import { fitAt, type Design } from './design.ts'

/** The generalized Q statistic: Σ r² / (vᵢ + τ²) around its own weighted fit; falls as τ² grows (DerSimonian & Kacker 2007). */
export function generalizedQ(design: Design, tau2: number): number {
  return fitAt(design, tau2)?.squares ?? Number.NaN
}

/** The τ² at which the generalized Q statistic equals `target`; 0 where it is below it from the start. */
export function tau2WhereQIs(target: number, design: Design): number {
  if (!(generalizedQ(design, 0) > target)) return 0
  return findPositiveRoot((tau2) => generalizedQ(design, tau2), target, Math.min(...design.studies.map(({ vi }) => vi)))
}
