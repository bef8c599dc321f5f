import { z } from 'zod'
import { populationCriteriaSchema } from './population.ts'
import { spanSchema } from './span.ts'

/**
 * Effect measures (Cochrane Handbook chapter 6). `mean-change` is a change within one arm and never a difference
 * between arms; `proportion` is an uncontrolled share; `RR` with unit "rate ratio" is a rate; `efficacy` is
 * 100 × (1 − RR) in percent; `relative-change` a signed percent change.
 */
export const measureSchema = z.enum(['HR', 'RR', 'OR', 'RD', 'MD', 'SMD', 'IRR', 'efficacy', 'relative-change', 'proportion', 'mean-change', 'other'])
export type Measure = z.infer<typeof measureSchema>

/** What one group was compared with. Sham, placebo, active care and usual care are never mixed in one body. */
export const comparatorTypeSchema = z.enum(['sham', 'placebo', 'active', 'usual-care', 'no-treatment', 'dose', 'own-baseline', 'none', 'mixed', 'not-stated'])
export type ComparatorType = z.infer<typeof comparatorTypeSchema>

/** Counts and means of one arm. `percent` (0–100) and `ratePer1000PersonYears` only as the source states them. */
export const armSchema = z.object({
  name: z.string(),
  role: z.enum(['intervention', 'control', 'other']).default('other'),
  n: z.int().nullable(),
  mean: z.number().nullable(),
  sd: z.number().nonnegative().nullable(),
  events: z.number().nonnegative().nullable(),
  total: z.int().nullable(),
  percent: z.number().nullable().default(null),
  ratePer1000PersonYears: z.number().nullable().default(null),
})
export type Arm = Readonly<z.infer<typeof armSchema>>

/** Which randomized people were analysed; `as-treated` and `responders` break randomization. */
export const analysisSetSchema = z.enum(['itt', 'per-protocol', 'on-treatment', 'as-treated', 'subgroup', 'not-stated'])
export type AnalysisSet = z.infer<typeof analysisSetSchema>

/**
 * One result: population, intervention, comparator, outcome, time, measure, estimate, interval, and the exact
 * words that state it. Nothing is filled in: null means "not held".
 */
export const findingSchema = z.object({
  id: z.string(),
  /** The outcome as the source names it. */
  outcome: z.string(),
  /** Outcome concept (`death`, `pain`, `major-bleeding` …) or null when it is none we know. */
  outcomeConcept: z.string().nullable(),
  /** Parts of a composite, as outcome concepts; empty for a single outcome. */
  components: z.array(z.string()).default([]),
  outcomeKind: z.enum(['benefit', 'harm', 'cost', 'administrative']),
  /** Instrument and cut (`ODI`, `ODI responder >=10`) when the outcome is a scale. */
  instrument: z.string().nullable().default(null),
  /** Full range of the scale, such as [0, 100]. */
  scale: z.tuple([z.number(), z.number()]).nullable().default(null),
  /** Whether a higher value (or, for ratios, more events) is good for the patient. */
  higherIsBetter: z.boolean().nullable().default(null),
  role: z.enum(['primary', 'secondary', 'subgroup', 'post-hoc', 'not-stated']).default('not-stated'),
  interventions: z.array(z.string()).default([]),
  comparators: z.array(z.string()).default([]),
  comparatorType: comparatorTypeSchema,
  /** The comparison within a study when it holds several (dose arm, "versus exercise"). */
  contrast: z.string().nullable().default(null),
  criteria: populationCriteriaSchema.nullable().default(null),
  conditions: z.array(z.string()).default([]),
  analysis: analysisSetSchema.default('not-stated'),
  /** A network or otherwise indirect estimate: no trial compared the two directly. */
  indirect: z.boolean().default(false),
  /** Time point or follow-up in months; null when not stated. */
  timeMonths: z.number().nullable().default(null),
  measure: measureSchema,
  estimate: z.number().nullable(),
  ciLow: z.number().nullable(),
  ciHigh: z.number().nullable(),
  /** Confidence level 0–1, `credible` for a Bayesian 95% interval, null when the source does not say. */
  ciLevel: z.union([z.number(), z.literal('credible')]).nullable().default(0.95),
  /** Absolute difference that the source states beside a ratio, in percentage points, intervention minus control. */
  statedDifference: z.object({ percent: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable().default(null),
  /** I² that a published pool states for this result, in percent; null when it states none. */
  i2: z.number().min(0).max(100).nullable().default(null),
  /** Non-inferiority margin in the finding's own measure, when stated. */
  nonInferiorityMargin: z.number().nullable().default(null),
  nonInferiorityMet: z.boolean().nullable().default(null),
  p: z.string().nullable(),
  unit: z.string().nullable(),
  arms: z.array(armSchema),
  favours: z.enum(['intervention', 'comparator', 'neither', 'unclear']),
  /** The study that really measured it, when this source only relays it. */
  relayedFrom: z.string().nullable().default(null),
  /** Why the number must not be used as an effect (borrowed, disputed, uncontrolled …); null when it may. */
  notAnEffect: z.string().nullable().default(null),
  text: z.string(),
  span: spanSchema,
})
export type Finding = Readonly<z.infer<typeof findingSchema>>
