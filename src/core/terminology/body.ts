import { z } from 'zod'

/** An organization that issues positions, with whether it is on the curated list of qualified panels and why. */
export const guidelineBodySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Short name for tables: "USPSTF". */
  short: z.string(),
  region: z.string(),
  /** Explicit evidence-to-decision method (docs/methods/guidelines.md: qualified). */
  qualified: z.boolean(),
  reason: z.string(),
  /** Years after which the body itself calls its guidance expired (ACP: five). Absent: no such rule known. */
  expiresAfterYears: z.number().positive().optional(),
})
export type GuidelineBody = Readonly<z.infer<typeof guidelineBodySchema>>
