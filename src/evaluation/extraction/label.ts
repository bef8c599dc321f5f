import { z } from 'zod'

/**
 * What a person read in one article, before the program ran on it.
 *
 * `randomised` is the number put into groups by chance, in a cluster trial its people; null where nobody was or the
 * article does not tell (or tells two numbers that cannot both be true). `fundingStatement`: whether it names who
 * paid for the work or its authors' time, or says that nobody did; ties of authors to companies are none.
 */
export const extractionLabelSchema = z.object({
  pmcid: z.string().regex(/^PMC\d+$/),
  /** Rules were improved on the mistakes of the first set; on the other, never: its figures are the honest ones. */
  set: z.enum(['improved-on', 'held-out']),
  design: z.enum([
    'randomised-trial', 'non-randomised-trial', 'single-arm', 'cohort', 'case-control', 'cross-sectional', 'observational', 'case-series',
    'systematic-review', 'meta-analysis', 'narrative-review', 'guideline', 'policy', 'label', 'protocol', 'cost-study', 'animal-study', 'other',
  ]),
  randomised: z.int().positive().nullable(),
  fundingStatement: z.boolean(),
  /** Where in the article it was read. */
  readFrom: z.string(),
})
export type ExtractionLabel = Readonly<z.infer<typeof extractionLabelSchema>>
