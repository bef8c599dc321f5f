import { effectSize, leftOut, type EffectSize } from './effect-size.ts'
import type { TwoRates } from './study-data.ts'
import type { ZeroCellRule } from './zero-cell-rule.ts'

/** ln IRR = ln((x₁/t₁) / (x₂/t₂)), variance 1/x₁ + 1/x₂ (Rothman, Greenland & Lash 2008, chapter 14; Cochrane Handbook 6.7.1). */
export function logRateRatio({ events1, time1, events2, time2 }: TwoRates, rule: ZeroCellRule): EffectSize {
  if (rule.drop00 && events1 === 0 && events2 === 0) return leftOut('no events in either group')
  const isCorrected = events1 === 0 || events2 === 0
  const x1 = events1 + (isCorrected ? rule.add : 0)
  const x2 = events2 + (isCorrected ? rule.add : 0)
  return effectSize(Math.log(x1 / time1) - Math.log(x2 / time2), 1 / x1 + 1 / x2, isCorrected && rule.add > 0)
}
