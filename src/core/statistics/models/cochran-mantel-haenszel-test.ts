import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { expectedEvents } from './expected-events.ts'
import type { TwoByTwo } from '../effect-sizes/study-data.ts'

/**
 * Cochran–Mantel–Haenszel test that the common odds ratio is 1: (|Σ(O − E)| − ½)² / ΣV, chi-square with 1 degree of
 * freedom (Mantel & Haenszel 1959, with their continuity correction). Null where no study has events and non-events.
 */
export function cochranMantelHaenszelTest(studies: readonly TwoByTwo[]): { readonly cmhChi2: number | null; readonly cmhP: number | null } {
  let [difference, variance] = [0, 0]
  for (const study of studies) {
    const { observed, expected, variance: own } = expectedEvents(study)
    difference += observed - expected
    variance += own
  }
  if (!(variance > 0)) return { cmhChi2: null, cmhP: null }
  const cmhChi2 = (Math.abs(difference) - 0.5) ** 2 / variance
  return { cmhChi2, cmhP: chiSquareUpperTail(cmhChi2, 1) }
}
