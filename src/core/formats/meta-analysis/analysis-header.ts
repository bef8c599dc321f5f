import { z } from 'zod'
import { MEASURES, MODEL_NAMES, type InputType, type ModelName } from '../../statistics/index.ts'

const INPUT_TYPES = ['2x2', 'means', 'rates', 'proportion', 'correlation', 'generic'] as const satisfies readonly InputType[]
const text = z.string().nullish().transform((value) => value ?? null)

/** What stands around the studies of one analysis; other fields are left alone. */
export const analysisHeaderSchema = z.object({
  id: text,
  title: text,
  outcome: text,
  source: text,
  unit: text,
  inputType: z.enum(INPUT_TYPES).nullish(),
  measure: z.enum(MEASURES).nullish(),
  scale: z.enum(['log', 'logit', 'fisherZ', 'raw']).nullish(),
  zeroCells: z.object({ add: z.number().min(0).max(1).default(0.5), to: z.enum(['only0', 'none']).default('only0'), drop00: z.boolean().default(false) }).nullish(),
  group: text,
  moderators: z.array(z.string()).nullish(),
  model: z.custom<ModelName>((value) => MODEL_NAMES.some((name) => name === value), `one of ${MODEL_NAMES.join(', ')} is needed`).nullish(),
  studies: z.array(z.record(z.string(), z.unknown())).min(1, 'there are no studies'),
})

export type AnalysisHeader = z.infer<typeof analysisHeaderSchema>
