import { z } from 'zod'
import { populationCriteriaSchema } from './population.ts'

/** Kinds of clinical question (docs/methods/wording.md). */
export const questionKindSchema = z.enum(['indication', 'therapy', 'harm', 'comparison', 'diagnosis', 'prognosis', 'screening', 'cost', 'dose'])
export type QuestionKind = z.infer<typeof questionKindSchema>

export const audienceSchema = z.enum(['clinician', 'patient', 'student', 'reviewer'])
export type Audience = z.infer<typeof audienceSchema>

/** Why a question is not, or not only, answered as asked. */
export const safetySchema = z.object({
  kind: z.enum(['emergency', 'diagnosis', 'personal-dose', 'out-of-scope']),
  message: z.string(),
  /** True when the article must not follow (a clear emergency under way). */
  stops: z.boolean(),
})
export type Safety = Readonly<z.infer<typeof safetySchema>>

/** One slot of PICO: the words understood, and the concepts they name (empty when the vocabulary has none). */
export const picoSlotSchema = z.object({
  text: z.string().nullable(),
  concepts: z.array(z.string()),
})
export type PicoSlot = Readonly<z.infer<typeof picoSlotSchema>>

/**
 * A clinical question as understood: PICO, kind, and the facts of the case apart. Framing ("is it not indicated?")
 * leaves no trace; `stopping` is another intervention, not the negation.
 */
export const clinicalQuestionSchema = z.object({
  text: z.string(),
  kind: questionKindSchema,
  population: picoSlotSchema,
  intervention: picoSlotSchema,
  comparator: picoSlotSchema,
  outcomes: z.array(picoSlotSchema),
  /** Facts about the person, as given; they never carry a literature citation. */
  caseFacts: z.array(z.object({ text: z.string(), origin: z.enum(['question', 'case-file']) })),
  /** The case facts and stated population as criteria: `age: {min: 58, max: 58}`, tags held, tags denied. */
  criteria: populationCriteriaSchema,
  stopping: z.boolean(),
  /** What was assumed or repaired ("a topic was given; read as …"). */
  assumptions: z.array(z.string()),
  safety: safetySchema.nullable(),
  /** Content words of the question that no slot explains. */
  unexplained: z.array(z.string()),
})
export type ClinicalQuestion = Readonly<z.infer<typeof clinicalQuestionSchema>>
