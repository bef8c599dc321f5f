import { residualDegrees, type Design } from './design.ts'
import { tau2WhereQIs } from './generalized-q.ts'

/** Between-study variance at which the generalized Q equals its expectation k − p (Paule & Mandel 1982; DerSimonian & Kacker 2007). */
export function tau2PauleMandel(design: Design): number {
  const degrees = residualDegrees(design)
  return degrees < 1 ? 0 : tau2WhereQIs(degrees, design)
}
