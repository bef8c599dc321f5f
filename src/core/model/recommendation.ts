import { z } from 'zod'
import { populationCriteriaSchema } from './population.ts'
import { spanSchema } from './span.ts'

/** Direction of a position. `silent` is never `against`. */
export const directionSchema = z.enum(['for', 'against', 'neither', 'insufficient-evidence', 'silent'])
export type Direction = z.infer<typeof directionSchema>

export const strengthSchema = z.enum(['strong', 'conditional', 'ungraded', 'consensus'])
export type Strength = z.infer<typeof strengthSchema>

/** Certainty of evidence in GRADE's four levels. */
export const certaintySchema = z.enum(['high', 'moderate', 'low', 'very-low'])
export type Certainty = z.infer<typeof certaintySchema>

/** Why a document says nothing; `not-read` is not silence: it could not be read. */
export const silenceKindSchema = z.enum(['predates', 'outside-scope', 'in-scope-not-mentioned', 'not-read'])
export type SilenceKind = z.infer<typeof silenceKindSchema>

/** What one body advises for one population and intervention, with the words that say it. */
export const recommendationSchema = z.object({
  id: z.string(),
  direction: directionSchema,
  strength: strengthSchema,
  /** The body's own letter or class, verbatim: "Grade C", "Class IIb, level A", "1A". */
  letter: z.string().nullable().default(null),
  /** Certainty as the body states it; null when ungraded or not seen. */
  certainty: certaintySchema.nullable(),
  population: z.string(),
  intervention: z.string(),
  interventions: z.array(z.string()).default([]),
  comparators: z.array(z.string()).default([]),
  conditions: z.array(z.string()).default([]),
  criteria: populationCriteriaSchema.nullable().default(null),
  /** True when it is the edge of the same body's position ("not with osteoporosis"): defines a stratum, never opposition. */
  carveOut: z.boolean().default(false),
  /** Threshold, dose or age target that makes two "for" positions rivals ("systolic below 130"). */
  target: z.string().nullable().default(null),
  silence: silenceKindSchema.nullable().default(null),
  /** The body whose position this text relays, when the record is not its own document. */
  relayedFor: z.string().nullable().default(null),
  text: z.string(),
  span: spanSchema,
})
export type Recommendation = Readonly<z.infer<typeof recommendationSchema>>
