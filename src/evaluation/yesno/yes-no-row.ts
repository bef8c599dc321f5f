import { z } from 'zod'
import { YES_NO_LABELS, type YesNoEvidence } from '../../pipeline/appraisal/yes-no/index.ts'

/** A row of PubMedQA (`contexts`) or BioASQ (`snippets`). Fields that give the answer away are not even read in. */
export const yesNoRowSchema = z.object({
  id: z.string(),
  question: z.string(),
  contexts: z.array(z.object({ label: z.string().default(''), text: z.string() })).optional(),
  longAnswer: z.string().nullable().optional(),
  snippets: z.array(z.object({ text: z.string() })).optional(),
  answer: z.enum(YES_NO_LABELS).nullable().optional(),
}).refine(({ contexts, snippets }) => contexts !== undefined || snippets !== undefined, 'has neither contexts nor snippets')
export type YesNoRow = Readonly<z.infer<typeof yesNoRowSchema>>

/** What may be read to answer; the conclusion only where that is the task. */
export function evidenceOf({ contexts, longAnswer, snippets }: YesNoRow, withConclusion: boolean): YesNoEvidence {
  if (contexts === undefined) return { kind: 'snippets', snippets: (snippets ?? []).map(({ text }) => text) }
  return { kind: 'abstract', contexts, conclusion: withConclusion ? longAnswer ?? null : null }
}

/** What makes a question itself, for knowing again what was learned from. */
export function identityOf({ id, question }: YesNoRow): readonly string[] {
  return [id, question]
}
