import { directionOf, type Effect } from '../../core/statistics/index.ts'
import { decimal } from './format-number.ts'
import { rangeText } from './patient-frequency.ts'

/** Who is compared on a score: "people with aspirin", "people with a dummy drug". */
export type ScoreWords = { readonly scale: string; readonly unit: string; readonly treatment: string; readonly comparator: string; readonly when: string }

/** "On a 100-point pain scale, people with X did 4.6 points better than people with Y after 3 months (it could be 0 to 9 better)". */
export function scoreDifference(effect: Effect, { scale, unit, treatment, comparator, when }: ScoreWords): string {
  const toBenefit = (value: number): number => (effect.higherIsBetter ? value : -value)
  const range = effect.low === null || effect.high === null ? '' : ` (it could be ${rangeText(toBenefit(effect.low), toBenefit(effect.high), 'worse', 'better')})`
  const size = decimal(Math.abs(effect.estimate), 1)
  const did = size === '0' ? 'about as well as' : `${size} ${size === '1' ? unit.replace(/s$/, '') : unit} ${directionOf(effect) >= 0 ? 'better' : 'worse'} than`
  return `On ${scale}, people with ${treatment} did ${did} people with ${comparator}${when}${range}.`
}

/** What a score without a known scale is called: days are days, anything else was measured on a scale of some kind. */
export function unnamedScale(outcome: string, unit: string | null): string {
  return scoreUnit(undefined, unit) === 'points' ? `the scale used for ${outcome}` : outcome
}

/** The unit of a score as people say it; a unit of its own only where it is a time. */
export function scoreUnit(instrumentUnit: string | undefined, unit: string | null): string {
  if (instrumentUnit !== undefined && instrumentUnit !== '') return instrumentUnit
  return unit !== null && /^(?:days|seconds|minutes|hours|weeks|months|years|points|metres|meters)\b/.test(unit) ? (unit.split(' ')[0] ?? 'points') : 'points'
}

/** That a range is ours, worked out from an exact p value: a reader would take it for the study's own. Empty for a range that the source states. */
export function ownRangeNote({ origin, low, high }: Effect): string {
  return origin === 'p-value' && low !== null && high !== null ? ' We worked out this range ourselves.' : ''
}
