import type { TwoByTwo } from '../effect-sizes/study-data.ts'

/** Observed and expected events in group 1, and their hypergeometric variance, under no effect (Mantel & Haenszel 1959). */
export function expectedEvents({ events1, total1, events2, total2 }: TwoByTwo): { readonly observed: number; readonly expected: number; readonly variance: number } {
  const total = total1 + total2
  const events = events1 + events2
  return {
    observed: events1,
    expected: (total1 * events) / total,
    variance: total > 1 ? (total1 / total) * (total2 / total) * events * ((total - events) / (total - 1)) : 0,
  }
}
