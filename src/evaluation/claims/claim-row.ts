import { z } from 'zod'
import { STANCES } from '../../pipeline/verification/passage-stance/index.ts'

/** A claim against a passage. Other fields of a data set are not even read in. */
export const claimRowSchema = z.object({ id: z.string(), claim: z.string(), evidence: z.string(), label: z.enum(STANCES).nullable().optional() })
export type ClaimRow = Readonly<z.infer<typeof claimRowSchema>>
