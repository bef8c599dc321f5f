import { z } from 'zod'
import type { OutcomeCategory } from './outcome.ts'

/**
 * Which outcomes decide, by condition (GRADE guidelines 2, H14: at most seven critical and important together).
 * The group of the nearest condition applies. Curated; the reason is part of it.
 */
export const criticalOutcomeGroupSchema = z.strictObject({
  /** Condition concepts the group speaks for, with everything within them. */
  conditions: z.array(z.string()).min(1),
  /** Outcome concepts that decide. */
  critical: z.array(z.string()).min(1).max(9),
  reason: z.string(),
})
export type CriticalOutcomeGroup = Readonly<z.infer<typeof criticalOutcomeGroupSchema>>

/** Outcome categories that are never critical: a surrogate, use of care or money is not how a patient fares. */
export const NEVER_CRITICAL: readonly OutcomeCategory[] = ['surrogate', 'utilization', 'cost', 'administrative', 'qol']

/** Without a group, these categories are critical and the article says that no curated list covers the condition. */
export const CRITICAL_BY_DEFAULT: readonly OutcomeCategory[] = ['death', 'screening-death', 'organ-event', 'infection', 'recovery', 'response', 'harm-serious']
