import { RULES } from '../../core/methods/index.ts'
import { differencePer1000, directionOf, excludesNull, isRatio, treatedRisk } from '../../core/statistics/index.ts'
import type { AbsoluteEffect, Baseline, Effect, Threshold, Zone } from './types.ts'

/** Estimate and bounds in the direction of benefit, in the unit of the threshold. */
type Oriented = { readonly estimate: number; readonly low: number; readonly high: number }

/**
 * Where an interval lies against no difference and against a difference that matters (docs/methods/verdict.md):
 * important at or beyond T, trivial inside ±T, small when it excludes no difference below T, else inconclusive.
 * Without an interval there is no zone. Without a baseline risk a ratio can be important, small or inconclusive,
 * never trivial and never "excludes T".
 */
export function zoneOf(effect: Effect, threshold: Threshold | null, baseline: Baseline | null): { readonly zone: Zone | null; readonly excludesThreshold: boolean } {
  const beyondNull = excludesNull(effect)
  if (beyondNull === null) return { zone: null, excludesThreshold: false }
  const good = directionOf(effect) >= 0
  if (threshold === null || threshold.kind === 'ratio') {
    if (!beyondNull) return { zone: 'inconclusive', excludesThreshold: false }
    const important = threshold !== null && isRatio(effect) && (effect.estimate <= RULES.ratioThresholdLow || effect.estimate >= RULES.ratioThresholdHigh)
    return { zone: good ? (important ? 'important-benefit' : 'small-benefit') : important ? 'important-harm' : 'small-harm', excludesThreshold: false }
  }
  const oriented = orient(effect, baseline)
  if (oriented === null) return { zone: null, excludesThreshold: false }
  const t = threshold.value
  const excludesThreshold = oriented.high < t
  if (beyondNull && oriented.estimate >= t) return { zone: 'important-benefit', excludesThreshold }
  if (beyondNull && oriented.estimate <= -t) return { zone: 'important-harm', excludesThreshold }
  if (oriented.low > -t && oriented.high < t) return { zone: 'trivial', excludesThreshold }
  if (beyondNull) return { zone: good ? 'small-benefit' : 'small-harm', excludesThreshold }
  return { zone: 'inconclusive', excludesThreshold }
}

function orient(effect: Effect, baseline: Baseline | null): Oriented | null {
  const { low, high } = effect
  if (low === null || high === null) return null
  const value = (x: number): number | null => {
    if (isRatio(effect)) return baseline === null ? null : differencePer1000(effect.measure, x, baseline.proportion)
    return effect.measure === 'RD' ? 1000 * x : x
  }
  const [estimate, a, b] = [value(effect.estimate), value(low), value(high)]
  if (estimate === null || a === null || b === null) return null
  const sign = effect.higherIsBetter ? 1 : -1
  return { estimate: sign * estimate, low: Math.min(sign * a, sign * b), high: Math.max(sign * a, sign * b) }
}

/** Where the estimate alone lies: a benefit that matters (1), a harm that matters (−1), or between (0); by the sign where no line is held. */
export function sideOfThreshold(effect: Effect, threshold: Threshold | null, baseline: Baseline | null): number {
  if (threshold === null) return directionOf(effect)
  if (threshold.kind === 'ratio') return isRatio(effect) && effect.estimate > RULES.ratioThresholdLow && effect.estimate < RULES.ratioThresholdHigh ? 0 : directionOf(effect)
  const point = orient({ ...effect, low: effect.estimate, high: effect.estimate }, baseline)
  if (point === null) return directionOf(effect)
  return point.estimate >= threshold.value ? 1 : point.estimate <= -threshold.value ? -1 : 0
}

/** How many thresholds (T, −T) the interval crosses: 0, 1 or 2; null without an interval. */
export function thresholdsCrossed(effect: Effect, threshold: Threshold | null, baseline: Baseline | null): number | null {
  if (effect.low === null || effect.high === null) return null
  if (threshold === null) return excludesNull(effect) === true ? 0 : 1
  if (threshold.kind === 'ratio') {
    const crosses = (line: number): number => (effect.low !== null && effect.high !== null && effect.low < line && effect.high > line ? 1 : 0)
    return crosses(RULES.ratioThresholdLow) + crosses(RULES.ratioThresholdHigh)
  }
  const oriented = orient(effect, baseline)
  if (oriented === null) return null
  const crosses = (line: number): number => (oriented.low < line && oriented.high > line ? 1 : 0)
  return crosses(threshold.value) + crosses(-threshold.value)
}

/** The effect per 1000 people at the stated baseline; null for means and where no baseline is held. */
export function absoluteEffect(effect: Effect, baseline: Baseline | null): AbsoluteEffect | null {
  if (baseline === null || effect.measure === 'MD' || effect.measure === 'SMD') return null
  const { proportion } = baseline
  const treated = (x: number): number => 1000 * (isRatio(effect) ? treatedRisk(effect.measure, x, proportion) : Math.min(1, Math.max(0, proportion + x)))
  const control = 1000 * proportion
  const bounds = effect.low === null || effect.high === null ? null : [treated(effect.low) - control, treated(effect.high) - control].toSorted((a, b) => a - b)
  const difference = treated(effect.estimate) - control
  const low = bounds?.[0] ?? null
  const high = bounds?.[1] ?? null
  const conclusive = low !== null && high !== null && Math.sign(low) === Math.sign(high) && low !== 0 && high !== 0
  const nearest = conclusive ? Math.max(Math.abs(low), Math.abs(high)) : 0
  const farthest = conclusive ? Math.min(Math.abs(low), Math.abs(high)) : 0
  return {
    controlPer1000: control,
    treatedPer1000: treated(effect.estimate),
    difference,
    low,
    high,
    numberNeeded: conclusive ? { estimate: Math.ceil(1000 / Math.abs(difference) - 1e-9), low: Math.ceil(1000 / nearest - 1e-9), high: Math.ceil(1000 / farthest - 1e-9) } : null,
  }
}
