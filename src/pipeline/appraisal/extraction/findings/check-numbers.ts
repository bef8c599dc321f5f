import type { Measure } from '../../../../core/model/index.ts'

/** An effect as read, before it is believed. */
export type ReadEffectNumbers = {
  readonly measure: Measure
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
  /** What rounding may have moved, so that "1.0 (1.02 to 1.3)" is no contradiction. */
  readonly rounding: number
  readonly estimateUnit: string | null
  readonly intervalUnit: string | null
}

const RATIOS: readonly Measure[] = ['OR', 'RR', 'HR', 'IRR']
const SHARES: readonly Measure[] = ['proportion', 'efficacy', 'RD']

/** Why the numbers of an effect cannot all be true; null when nothing speaks against them. */
export function whyEffectRefused({ measure, estimate, low, high, rounding, estimateUnit, intervalUnit }: ReadEffectNumbers): string | null {
  if (low !== null && high !== null && low > high) return `the interval is reversed (${low} to ${high})`
  if (RATIOS.includes(measure) && [estimate, low, high].some((value) => value !== null && value < 0)) return 'a ratio cannot be negative'
  if (estimate !== null && low !== null && high !== null && estimateUnit === '%' && high <= 1 && estimate > 1 && estimate / 100 >= low && estimate / 100 <= high) return `mixed units: ${estimate}% and an interval in shares (${low} to ${high})`
  if (estimate !== null && low !== null && high !== null && (estimate < low - 2 * rounding || estimate > high + 2 * rounding)) return `the interval (${low} to ${high}) does not hold its estimate (${estimate})`
  if (SHARES.includes(measure) && estimateUnit === '%' && [estimate, low, high].some((value) => value !== null && value > 100)) return 'a percentage above 100'
  if (estimateUnit !== null && intervalUnit !== null && family(estimateUnit) !== family(intervalUnit)) return `mixed units: ${estimateUnit} and ${intervalUnit}`
  return null
}

/** Spellings of one unit; "g/week" beside "g" leaves the time out. */
function family(unit: string): string {
  return unit.toLowerCase().replace(/\s/gu, '').replace(/\/(?:day|week|month|year|min|h)$/u, '').replace(/s$/u, '').replace(/^percentagepoint$/u, '%').replace(/^minute/u, 'min')
}

/** Counts and means of one arm, before they are believed. */
export type ReadArmNumbers = { readonly events: number | null; readonly total: number | null; readonly percent: number | null; readonly sd: number | null }

/** A percentage may be off by this many points of what its counts give: rounding, a missing value or two (convention). */
const PERCENT_TOLERANCE = 1.5

/** Why the numbers of an arm cannot all be true; null when nothing speaks against them. */
export function whyArmRefused({ events, total, percent, sd }: ReadArmNumbers): string | null {
  if (events !== null && total !== null && events > total) return `${events} events of ${total}`
  if (percent !== null && (percent > 100 || percent < 0)) return `${percent}% is not a share`
  if (sd !== null && sd < 0) return `a negative standard deviation (${sd})`
  if (events !== null && total !== null && total > 0 && percent !== null && Math.abs((100 * events) / total - percent) > PERCENT_TOLERANCE) return `${events} of ${total} is not ${percent}%`
  return null
}
