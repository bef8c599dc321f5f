/** What is done about cells without events (or without anybody free of them). Mantel–Haenszel and Peto use the counts as they are. */
export type ZeroCellRule = {
  /** Added to every cell of a study that has an empty one. */
  readonly add: number
  /** Whether studies without events (or with nothing but events) in both groups are left out of inverse-variance models. */
  readonly drop00: boolean
}

/** Half an event per cell, and nobody left out (Gart & Zweifel 1967; Cochrane Handbook 10.4.4.2). */
export const USUAL_ZERO_CELLS: ZeroCellRule = { add: 0.5, drop00: false }
