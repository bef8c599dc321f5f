import type { Certainty } from '../model/index.ts'

const LEVELS: readonly Certainty[] = ['very-low', 'low', 'moderate', 'high']

/** 0 for very low to 3 for high, so that levels compare. */
export function certaintyRank(certainty: Certainty): number {
  return LEVELS.indexOf(certainty)
}

/** The lowest of several levels; null of none. */
export function lowestCertainty(values: readonly Certainty[]): Certainty | null {
  return values.length === 0 ? null : values.reduce((lowest, value) => (certaintyRank(value) < certaintyRank(lowest) ? value : lowest))
}

/** The level that many steps below another (above, for a negative number); never beyond the four levels. */
export function lowered(certainty: Certainty, steps: number): Certainty {
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, certaintyRank(certainty) - steps))] ?? 'very-low'
}
