import { z } from 'zod'
import { evidenceSchema, findingSchema, recommendationSchema, sourceKindSchema, studySignalSchema } from '../../model/index.ts'

/**
 * The evidence record: verified facts about one publication, in our own words, one JSON object a line.
 *
 * Spans are not written in a record: they are computed when its text is rendered (`renderRecord`). A signal, a
 * stated certainty or a limitation points at its words by `quote`, which must be an exact slice of one of the
 * record's own sentences.
 */
export const recordFindingSchema = findingSchema.omit({ id: true, span: true })
export const recordRecommendationSchema = recommendationSchema.omit({ id: true, span: true })

const quoted = z.string().nullable().default(null)

export const evidenceRecordSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: sourceKindSchema,
  title: z.string().min(3),
  titleIsExact: z.boolean().default(true),
  authors: z.array(z.string()),
  authorsEtAl: z.boolean(),
  organization: z.string().nullable(),
  journal: z.string().nullable(),
  year: z.int().min(1900).max(2100).nullable(),
  pmid: z.string().regex(/^\d{1,8}$/).nullable(),
  doi: z.string().regex(/^10\.\d{4,9}\/\S+$/).nullable(),
  url: z.url().nullable(),
  registrations: z.array(z.string()).default([]),
  population: z.string().nullable(),
  intervention: z.string().nullable(),
  comparator: z.string().nullable(),
  setting: z.string().nullable(),
  n: z.int().positive().nullable(),
  followUp: z.string().nullable(),
  blinding: z.string().nullable(),
  funding: z.enum(['industry', 'public', 'mixed', 'none', 'unclear']),
  fundingNote: z.string().nullable(),
  retracted: z.boolean(),
  retractionNotice: z.string().nullable().default(null),
  preprint: z.boolean().default(false),
  findings: z.array(recordFindingSchema),
  recommendations: z.array(recordRecommendationSchema),
  limitations: z.array(z.string()),
  summary: z.array(z.string()),
  verification: z.object({
    checkedOn: z.iso.date(),
    level: z.enum(['original-page', 'copy-of-page']),
    /** Pages the facts were read on; empty where the original list was not kept, which the library command counts. */
    pages: z.array(z.url()),
  }),
  /** Curated: the study behind this report, and its common name (a name is never an identity). */
  studyId: z.string().nullable().default(null),
  studyName: z.string().nullable().default(null),
  design: evidenceSchema.shape.design.omit({ blinding: true }).default({ randomized: null, controlled: null, participantsBlinded: null, assessorsBlinded: null }),
  followUpMonths: z.number().nullable().default(null),
  interventions: z.array(z.string()).default([]),
  comparators: z.array(z.string()).default([]),
  comparatorType: z.string().default('not-stated'),
  conditions: z.array(z.string()).default([]),
  criteria: evidenceSchema.shape.criteria,
  signals: z.array(studySignalSchema.omit({ span: true }).extend({ quote: quoted })).default([]),
  contains: z.array(z.string()).default([]),
  restsOnStudy: z.string().nullable().default(null),
  searchDate: z.string().nullable().default(null),
  basisOf: z.array(z.object({ guideline: z.string(), quote: z.string() })).default([]),
  statedCertainty: z.array(z.object({
    outcomeConcept: z.string().nullable(),
    certainty: z.enum(['high', 'moderate', 'low', 'very-low']),
    quote: quoted,
  })).default([]),
  body: evidenceSchema.shape.body,
  supersedes: z.array(z.string()).default([]),
  laterVersionsNotHeld: z.boolean().default(false),
})
export type EvidenceRecord = Readonly<z.infer<typeof evidenceRecordSchema>>
/** A record as written, before defaults are filled in. */
export type EvidenceRecordInput = z.input<typeof evidenceRecordSchema>
