import { z } from 'zod'
import { populationCriteriaSchema } from '../model/index.ts'

/**
 * A clinical concept and the words for it. Curated data: every entry says where its words come from.
 *
 * `isA` is the class it belongs to (dapagliflozin → sglt2-inhibitor; hfpef → heart-failure). `sameTechniqueAs`
 * names siblings that look alike and are *not* it (facet denervation against basivertebral nerve ablation).
 */
export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(['intervention', 'condition', 'outcome', 'population-tag', 'other']),
  /** Professional name, lower case unless a proper name: "basivertebral nerve ablation". */
  label: z.string(),
  /** Plain words for patients: "a procedure that heats a nerve inside the spine bones". */
  plain: z.string(),
  /** Other words and spellings, including brand names and abbreviations people type. Matched whole-word, case-insensitive. */
  synonyms: z.array(z.string()),
  isA: z.array(z.string()).default([]),
  sameTechniqueAs: z.array(z.string()).default([]),
  /** Criteria that the concept holds by definition: heart failure with preserved ejection fraction means 50% or more. */
  criteria: populationCriteriaSchema.optional(),
  /** This intervention is the stopping (interrupting, deprescribing) of that one: another question, not its negation. */
  stops: z.string().optional(),
  /** For interventions: how it is taken, for wording. */
  form: z.enum(['procedure', 'drug', 'device', 'vaccine', 'test', 'therapy', 'strategy']).optional(),
  /** Where the words come from: a MeSH heading, a source id of the library, a product label. */
  source: z.string(),
})
export type Concept = Readonly<z.infer<typeof conceptSchema>>
