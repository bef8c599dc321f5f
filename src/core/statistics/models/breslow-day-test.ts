import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import type { TwoByTwo } from '../effect-sizes/study-data.ts'

/**
 * Breslow–Day test that the studies share one odds ratio: Σ (a − A)² / var(a), A the events expected in group 1 at the
 * Mantel–Haenszel odds ratio (Breslow & Day 1980, equations 4.30–4.32). Studies without events, or with nothing but
 * events, have no say. Null below two studies.
 */
export function breslowDayTest(studies: readonly TwoByTwo[], oddsRatio: number): { readonly breslowDay: number | null; readonly breslowDayP: number | null } {
  const informative = studies.filter(({ events1, total1, events2, total2 }) => events1 + events2 > 0 && events1 + events2 < total1 + total2)
  if (informative.length < 2) return { breslowDay: null, breslowDayP: null }
  let breslowDay = 0
  for (const { events1: a, total1: n1, events2: c, total2: n2 } of informative) {
    const events = a + c
    const A = eventsAt(oddsRatio, events, n1, n2)
    breslowDay += (a - A) ** 2 * (1 / A + 1 / (n1 - A) + 1 / (events - A) + 1 / (n2 - events + A))
  }
  if (!Number.isFinite(breslowDay)) return { breslowDay: null, breslowDayP: null }
  return { breslowDay, breslowDayP: chiSquareUpperTail(breslowDay, informative.length - 1) }
}

/** The A that solves A (n₂ − t + A) = ψ (n₁ − A)(t − A) within the margins. */
function eventsAt(oddsRatio: number, events: number, n1: number, n2: number): number {
  if (oddsRatio === 1) return (events * n1) / (n1 + n2)
  const a = 1 - oddsRatio
  const b = n2 - events + oddsRatio * (n1 + events)
  const c = -oddsRatio * n1 * events
  // The root within the margins, in the form that does not cancel near ψ = 1.
  return (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c))
}
