/** One study on the scale it is pooled on. */
export type EffectSize =
  | { readonly isIncluded: true; readonly yi: number; readonly vi: number; readonly isCorrected: boolean }
  /** `yi` and `vi` where they could be computed; `reason` in words for a reader. */
  | { readonly isIncluded: false; readonly yi: number | null; readonly vi: number | null; readonly reason: string }

/** An estimate enters a pool only with a positive, finite variance: without one it has no weight. */
export function effectSize(yi: number, vi: number, isCorrected = false): EffectSize {
  const known = { yi: Number.isFinite(yi) ? yi : null, vi: Number.isFinite(vi) ? vi : null }
  if (known.yi === null || known.vi === null) return { isIncluded: false, yi: known.yi, vi: known.vi, reason: 'the estimate or its variance is undefined' }
  if (!(known.vi > 0)) return { isIncluded: false, ...known, reason: 'its variance is 0, so it has no weight' }
  return { isIncluded: true, yi: known.yi, vi: known.vi, isCorrected }
}

/** A study that does not enter the pool, with the reason. */
export function leftOut(reason: string): EffectSize {
  return { isIncluded: false, yi: null, vi: null, reason }
}
