import { effectSize, type EffectSize } from './effect-size.ts'
import type { Proportion } from './study-data.ts'
import type { ZeroCellRule } from './zero-cell-rule.ts'

/** Logit of a proportion, ln(x / m) with m = n − x, variance 1/x + 1/m (Stijnen, Hamza & Özdemir 2010). */
export function logitProportion(study: Proportion, rule: ZeroCellRule): EffectSize {
  const { x, m, isCorrected } = partsOf(study, rule)
  return effectSize(Math.log(x / m), 1 / x + 1 / m, isCorrected)
}

/** The proportion itself, variance p(1 − p)/n. */
export function rawProportion(study: Proportion, rule: ZeroCellRule): EffectSize {
  const { x, m, isCorrected } = partsOf(study, rule)
  const n = x + m
  return effectSize(x / n, ((x / n) * (m / n)) / n, isCorrected)
}

/** People with and without the event; the correction where one of them is nobody. */
function partsOf({ events, total }: Proportion, { add }: ZeroCellRule): { readonly x: number; readonly m: number; readonly isCorrected: boolean } {
  const isCorrected = (events === 0 || events === total) && add > 0
  return { x: events + (isCorrected ? add : 0), m: total - events + (isCorrected ? add : 0), isCorrected }
}
