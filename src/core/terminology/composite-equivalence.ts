import { z } from 'zod'

/**
 * Composite outcomes that count as one outcome although their sources define or name them differently, with the reason
 * that is printed wherever this is used. Curated judgement (convention); composites that no entry lists are never pooled
 * unless their parts are the same.
 */
export const compositeEquivalenceSchema = z.strictObject({
  id: z.string(),
  /** Sets of outcome concepts, each the parts of one composite; the first names the outcome they count as. */
  composites: z.array(z.array(z.string()).min(2)).min(1),
  /** Completes "counted as the same outcome because …". */
  reason: z.string(),
})
export type CompositeEquivalence = Readonly<z.infer<typeof compositeEquivalenceSchema>>
