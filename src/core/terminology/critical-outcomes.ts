import type { OutcomeCategory } from './outcome.ts'

/**
 * Which outcomes decide, by condition (GRADE guidelines 2, H14: at most seven critical and important together).
 * The first group whose condition the question's condition falls in applies. Curated; the reason is part of it.
 */
export type CriticalOutcomeGroup = {
  readonly conditions: readonly string[]
  readonly critical: readonly string[]
  readonly reason: string
}

/** Outcome categories that are never critical: a surrogate, use of care or money is not how a patient fares. */
export const NEVER_CRITICAL: readonly OutcomeCategory[] = ['surrogate', 'utilization', 'cost', 'administrative', 'qol']

/** Without a group, these categories are critical and the article says that no curated list covers the condition. */
export const CRITICAL_BY_DEFAULT: readonly OutcomeCategory[] = ['death', 'screening-death', 'organ-event', 'infection', 'recovery', 'response', 'harm-serious']
