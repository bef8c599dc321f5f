import { z } from 'zod'
import { EFFECT_LABELS } from '../../pipeline/appraisal/effect-direction/index.ts'

/** One row of Evidence Inference. Label and evidence may be absent; a prediction never reads them. */
export const promptSchema = z.object({
  promptId: z.string(),
  pmcid: z.string(),
  intervention: z.string(),
  comparator: z.string(),
  outcome: z.string(),
  title: z.string().default(''),
  abstractText: z.string().default(''),
  label: z.enum(EFFECT_LABELS).nullable().optional(),
  evidence: z.array(z.object({ text: z.string() })).nullable().optional(),
})
export type Prompt = Readonly<z.infer<typeof promptSchema>>

/** What makes a prompt itself: the key by which rows that were learned from are known again. */
export function identityOf({ pmcid, intervention, comparator, outcome }: Prompt): readonly string[] {
  return [pmcid, intervention, comparator, outcome]
}
