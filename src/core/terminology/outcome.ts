import { z } from 'zod'

/**
 * What an outcome is to a patient; appraisal and GRADE read the category (docs/methods/certainty.md and effects.md).
 * `care-driven` outcomes depend on a decision by someone who knows the treatment; `surrogate`, `utilization`,
 * `cost` and `administrative` outcomes are never critical.
 */
export const outcomeCategorySchema = z.enum([
  'death', 'screening-death', 'organ-event', 'infection', 'recovery', 'response', 'symptom', 'function', 'qol',
  'harm-serious', 'harm', 'care-driven', 'surrogate', 'utilization', 'cost', 'administrative',
])
export type OutcomeCategory = z.infer<typeof outcomeCategorySchema>

/** An outcome with its decision threshold: events per 1000 people over the study's follow-up (docs/methods/effects.md). */
export const outcomeConceptSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  plain: z.string(),
  category: outcomeCategorySchema,
  thresholdPer1000: z.number().positive().nullable(),
  synonyms: z.array(z.string()),
  /** Rated by an examiner and not by the person: an examiner who does not know the treatment keeps an open trial's rating fair. */
  observerRated: z.boolean().optional(),
  /** A composite by its name alone: a result filed under it without its parts is pooled with nothing. */
  composite: z.boolean().optional(),
})
export type OutcomeConcept = Readonly<z.infer<typeof outcomeConceptSchema>>
