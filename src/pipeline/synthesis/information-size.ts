import { RULES } from '../../core/methods/index.ts'
import { eventsForHazardRatio, isRatio, peoplePerArmForRisk, Z_95 } from '../../core/statistics/index.ts'
import type { Baseline, Effect, Threshold } from './types.ts'

export type InformationInput = {
  readonly effect: Effect
  readonly threshold: Threshold | null
  readonly baseline: Baseline | null
  readonly people: number | null
  readonly events: number | null
}

/**
 * Whether as many people or events were studied as one adequate trial needs to show a difference that matters
 * (GRADE guidelines 6; α 0.05, power 0.80). Null where too little is held to tell.
 *
 * Hazard and rate ratios go by events. Risks go by people, at the baseline held, for a 25% relative reduction; without
 * a baseline 300 events. For means the spread is read off the interval (Cochrane Handbook 6.5.2.3), so that the size is
 * met when the standard error is at most T / 2.80; without an interval 400 people.
 */
export function meetsInformationSize({ effect, threshold, baseline, people, events }: InformationInput): boolean | null {
  if (effect.measure === 'MD' || effect.measure === 'SMD') {
    if (threshold?.kind === 'points' && effect.low !== null && effect.high !== null) return (effect.high - effect.low) / (2 * Z_95) <= threshold.value / 2.8
    return people === null ? null : people >= RULES.informationSizePeople
  }
  if (isRatio(effect) && (effect.measure === 'HR' || effect.measure === 'IRR')) return events === null ? null : events >= eventsForHazardRatio(RULES.informationSizeRatio)
  if (baseline !== null && baseline.proportion > 0 && people !== null) return people >= 2 * peoplePerArmForRisk(baseline.proportion, RULES.informationSizeRatio)
  return events === null ? null : events >= RULES.informationSizeEvents
}
