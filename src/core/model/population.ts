import { z } from 'zod'

/** A closed numeric range; an absent bound is open. Null bounds are never invented. */
export const rangeSchema = z.object({ min: z.number().optional(), max: z.number().optional() })
export type Range = Readonly<z.infer<typeof rangeSchema>>

const conjunction = {
  ranges: z.record(z.string(), rangeSchema).default({}),
  tags: z.array(z.string()).default([]),
  notTags: z.array(z.string()).default([]),
}

/**
 * Whom a trial studied or a recommendation speaks of, as far as the text says it.
 *
 * `ranges` are keyed by dimension: `age` (years), `ejection-fraction` (percent), `cardiovascular-risk-10y`
 * (percent), `egfr` (mL/min/1.73 m2), `uacr` (mg/g), `bmi`, `feverpain`, `centor`, `symptom-days`, `pain-months`,
 * `hours-since-onset`, `systolic` …; bounds are inclusive (an "above 40%" is `min: 40.01`, "younger than 60" is
 * `max: 59.99`). `tags` must hold, `notTags` must not hold: kebab-case facts such as `diabetes`,
 * `bleeding-risk-raised`, `pregnant`, `oxygen-therapy`, `osteoporosis`. Not stated is not "all": a dimension that
 * is absent is unknown.
 *
 * `anyOf` are alternatives: beside the rest, one of them must hold ("men of 55 or women of 60"). Absent, there are none.
 */
export const populationCriteriaSchema = z.object({ ...conjunction, anyOf: z.array(z.object(conjunction)).min(2).optional() })
export type PopulationCriteria = Readonly<z.infer<typeof populationCriteriaSchema>>
