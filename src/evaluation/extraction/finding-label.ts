import { z } from 'zod'
import { measureSchema } from '../../core/model/index.ts'

/** Where a label was read: the abstract, or the first table with results. */
export const findingPlaceSchema = z.enum(['abstract', 'table'])
export type FindingPlace = z.infer<typeof findingPlaceSchema>

/**
 * One result as a person read it in an article, before the program ran on it: facts alone, no words of the article but
 * the key words of its outcome.
 *
 * `measure` holds every measure that would be right (a "treatment effect" may be called a difference or nothing), and is
 * empty for a number that contradicts itself and must be refused. `outcome` is a pattern that the outcome's words or its
 * concept have to match. `arms` are those of the comparison, each with what the article prints of it.
 */
export const findingLabelSchema = z.object({
  pmcid: z.string().regex(/^PMC\d+$/),
  place: findingPlaceSchema,
  measure: z.array(measureSchema),
  outcome: z.string().min(1),
  estimate: z.number().nullable().default(null),
  low: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
  p: z.string().nullable().default(null),
  arms: z.array(z.object({ mean: z.number(), sd: z.number(), events: z.int(), total: z.int(), percent: z.number() }).partial()).default([]),
  refused: z.boolean().default(false),
})
export type FindingLabel = Readonly<z.infer<typeof findingLabelSchema>>

/** `articles` names every article that was read: a place without a label holds no result, and what is read there is wrong. */
export const findingLabelsSchema = z.object({ articles: z.array(z.string()), findings: z.array(findingLabelSchema) })
export type FindingLabels = Readonly<z.infer<typeof findingLabelsSchema>>
