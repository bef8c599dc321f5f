import type { Finding } from '../model/index.ts'

/** Whether a hazard ratio compares how soon something came that comes to most ("time to resolution of shock"): above 1 is sooner, not more often. */
export function isTimeTo({ measure, outcome }: Pick<Finding, 'measure' | 'outcome'>): boolean {
  return measure === 'HR' && /^time to\b/i.test(outcome.trim())
}
