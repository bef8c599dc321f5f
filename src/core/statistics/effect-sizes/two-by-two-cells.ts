import type { TwoByTwo } from './study-data.ts'
import type { ZeroCellRule } from './zero-cell-rule.ts'

/** The four cells: events and non-events of group 1 (a, b) and of group 2 (c, d). */
export type Cells = { readonly a: number; readonly b: number; readonly c: number; readonly d: number; readonly isCorrected: boolean }

/** Cells with the correction for empty ones; null for a study that the rule leaves out. */
export function twoByTwoCells(study: TwoByTwo, rule: ZeroCellRule): Cells | null {
  const cells = { a: study.events1, b: study.total1 - study.events1, c: study.events2, d: study.total2 - study.events2 }
  if (rule.drop00 && tellsNothing(study)) return null
  if (Object.values(cells).every((count) => count !== 0)) return { ...cells, isCorrected: false }
  return { a: cells.a + rule.add, b: cells.b + rule.add, c: cells.c + rule.add, d: cells.d + rule.add, isCorrected: rule.add > 0 }
}

/** No events, or nothing but events, in both groups: such a study says nothing about a ratio. */
export function tellsNothing({ events1, total1, events2, total2 }: TwoByTwo): boolean {
  return (events1 === 0 && events2 === 0) || (events1 === total1 && events2 === total2)
}
