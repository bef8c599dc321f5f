/** An effect on its own scale; `benefit` is +1 when a larger number is good, −1 when it is bad. */
export type Effect = {
  readonly measure: 'RR' | 'OR' | 'HR' | 'IRR' | 'RD' | 'MD' | 'SMD'
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
  /**
   * `reported` by the source, `counts` = our calculation from its counts, `pooled` = ours over several studies, `p-value` =
   * the estimate is the source's and the interval is ours, worked out from its exact p.
   */
  readonly origin: 'reported' | 'counts' | 'pooled' | 'p-value'
  readonly higherIsBetter: boolean
}

const RATIO = ['RR', 'OR', 'HR', 'IRR'] as const
type RatioName = (typeof RATIO)[number]

/** Whether the effect is a ratio, where 1 and not 0 means no difference. */
export function isRatio(effect: Effect): effect is Effect & { readonly measure: RatioName } {
  return RATIO.some((measure) => measure === effect.measure)
}

/** The value of "no difference" on the effect's scale. */
export function nullValue(effect: Effect): number {
  return isRatio(effect) ? 1 : 0
}

/** Whether the interval lies wholly on one side of no difference; null without an interval. */
export function excludesNull(effect: Effect): boolean | null {
  if (effect.low === null || effect.high === null) return null
  return effect.low > nullValue(effect) || effect.high < nullValue(effect)
}

/** +1 when the estimate is on the good side, −1 on the bad side, 0 at no difference. */
export function directionOf(effect: Effect): number {
  const side = Math.sign(effect.estimate - nullValue(effect))
  return effect.higherIsBetter ? side : -side
}
