import type { Finding } from '../model/index.ts'

/**
 * Whether a ratio compares people across the levels of a scale (a proportional odds model: McCullagh 1980) and not how often
 * an event happened. It tells who did better; it has no share of people and no number needed to treat.
 */
export function isOrdinal({ measure, outcome }: Pick<Finding, 'measure' | 'outcome'>): boolean {
  return ['OR', 'RR', 'HR'].includes(measure) && /\b(?:scores?|shift)\b/i.test(outcome) && !/\b(?:or more|at least|responders?)\b|≥/i.test(outcome)
}
