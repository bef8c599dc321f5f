import { z } from 'zod'

/**
 * A scale and the smallest difference on it that patients are taken to notice (docs/methods/effects.md).
 *
 * `mid` is in the scale's own units. `midSource` names who set it; `midVerified` is false where the value is the
 * usual one but no held source states it, so it is used as a line and never printed as a fact.
 */
export const instrumentSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Plain words: "a 100-point scale of daily trouble from back pain". */
  plain: z.string(),
  range: z.tuple([z.number(), z.number()]).nullable(),
  unit: z.string(),
  mid: z.number().positive().nullable(),
  midSource: z.string(),
  midVerified: z.boolean(),
  higherIsBetter: z.boolean(),
})
export type Instrument = Readonly<z.infer<typeof instrumentSchema>>
