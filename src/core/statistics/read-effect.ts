import type { Finding } from '../model/index.ts'
import { riskRatioFromCounts } from './absolute-effect.ts'
import { isRatio, type Effect } from './effect.ts'
import { intervalFromP } from './interval-from-p.ts'

/** A finding with what appraisal says of it: whether it was studied the other way round, and why it is no effect. */
export type StatedResult = { readonly finding: Finding; readonly reversed: boolean; readonly notAnEffect: string | null }

/**
 * A finding as a between-arm effect, or null when it states none. Efficacy in percent becomes a risk ratio with its
 * bounds swapped; where only counts are held the ratio is ours and says so. A study of B against A is turned round
 * when A against B was asked. An interval whose level is not stated is shown but is not used: its bounds are null. Where
 * no interval is held at all, one is worked out from an exact p of everyone as randomized, and marked.
 */
export function readEffect({ finding, reversed, notAnEffect }: StatedResult): Effect | null {
  if (notAnEffect !== null || finding.higherIsBetter === null) return null
  const stated = fromReport(finding, finding.higherIsBetter) ?? fromCounts(finding, finding.higherIsBetter)
  const effect = stated === null ? null : withIntervalFromP(stated, finding)
  return effect === null ? null : reversed ? turnRound(effect) : effect
}

function fromReport(finding: Finding, higherIsBetter: boolean): Effect | null {
  const { estimate, measure } = finding
  if (estimate === null) return null
  const usable = finding.ciLevel !== null
  const low = usable ? finding.ciLow : null
  const high = usable ? finding.ciHigh : null
  const held = low !== null && high !== null
  const base = { origin: 'reported', higherIsBetter } as const
  switch (measure) {
    case 'RR': case 'OR': case 'HR': case 'IRR':
      if (estimate <= 0) return null
      return withCountsWhenBare({ ...base, measure, estimate, low: held ? low : null, high: held ? high : null }, finding, higherIsBetter)
    case 'MD': case 'SMD':
      return { ...base, measure, estimate, low: held ? low : null, high: held ? high : null }
    case 'RD': {
      const beyondOne = [estimate, finding.ciLow, finding.ciHigh].some((value) => value !== null && Math.abs(value) > 1)
      const scale = beyondOne || (finding.unit !== null && /%|percent/i.test(finding.unit)) ? 0.01 : 1
      return { ...base, measure, estimate: estimate * scale, low: held ? low * scale : null, high: held ? high * scale : null }
    }
    case 'efficacy':
      return { ...base, measure: 'RR', estimate: 1 - estimate / 100, low: held ? Math.max(0, 1 - high / 100) : null, high: held ? 1 - low / 100 : null }
    case 'relative-change':
      return { ...base, measure: 'RR', estimate: 1 + estimate / 100, low: held ? 1 + low / 100 : null, high: held ? 1 + high / 100 : null }
    case 'proportion': case 'mean-change': case 'other':
      return null
  }
}

/** A ratio without an interval gains one from the counts only when it is the same ratio (within rounding). */
function withCountsWhenBare(effect: Effect, finding: Finding, higherIsBetter: boolean): Effect {
  if (effect.low !== null) return effect
  const counted = fromCounts(finding, higherIsBetter)
  return effect.measure === 'RR' && counted !== null && Math.abs(counted.estimate - effect.estimate) < 0.01 ? counted : effect
}

const PARTIAL_ANALYSES: readonly Finding['analysis'][] = ['per-protocol', 'on-treatment', 'as-treated']

/** The p of people who kept to the plan says nothing on everyone as randomized, so it lends no interval. */
function withIntervalFromP(effect: Effect, { p, ciLow, ciHigh, analysis }: Finding): Effect {
  if (effect.low !== null || ciLow !== null || ciHigh !== null || p === null || PARTIAL_ANALYSES.includes(analysis)) return effect
  const interval = intervalFromP({ estimate: effect.estimate, p, scale: isRatio(effect) ? 'log' : 'raw' })
  return interval === null ? effect : { ...effect, ...interval, origin: 'p-value' }
}

function fromCounts(finding: Finding, higherIsBetter: boolean): Effect | null {
  if (finding.measure === 'MD' || finding.measure === 'SMD' || finding.measure === 'mean-change') return null
  const treated = finding.arms.filter((arm) => arm.role === 'intervention')
  const control = finding.arms.filter((arm) => arm.role === 'control')
  const [a] = treated
  const [b] = control
  if (treated.length !== 1 || control.length !== 1 || a === undefined || b === undefined) return null
  if (a.events === null || a.total === null || b.events === null || b.total === null) return null
  const ratio = riskRatioFromCounts(a.events, a.total, b.events, b.total)
  return ratio === null ? null : { measure: 'RR', estimate: ratio.estimate, low: ratio.low, high: ratio.high, origin: 'counts', higherIsBetter }
}

function turnRound(effect: Effect): Effect {
  if (isRatio(effect)) return { ...effect, estimate: 1 / effect.estimate, low: effect.high === null ? null : 1 / effect.high, high: effect.low === null || effect.low === 0 ? null : 1 / effect.low }
  return { ...effect, estimate: -effect.estimate, low: effect.high === null ? null : -effect.high, high: effect.low === null ? null : -effect.low }
}
