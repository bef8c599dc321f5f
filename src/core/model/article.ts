import { z } from 'zod'
import { audienceSchema, questionKindSchema, safetySchema } from './question.ts'
import { certaintySchema, directionSchema } from './recommendation.ts'
import { sourceKindSchema, textKindSchema } from './source.ts'

export const stanceSchema = z.enum(['recommended', 'conditional', 'contested', 'not-recommended', 'insufficient-evidence', 'no-evidence', 'not-a-decision'])
export type Stance = z.infer<typeof stanceSchema>

/**
 * A citation's quote is always `source.text.slice(start, end)`. `n` is the reference number printed. `notes` is the standing
 * of the source that is told at the citation itself: preprint, corrected, expression of concern, replaced, secondary source.
 */
export const citationSchema = z.object({ n: z.int(), sourceId: z.string(), quote: z.string(), start: z.int(), end: z.int(), notes: z.array(z.string()).optional() })
export type Citation = Readonly<z.infer<typeof citationSchema>>

export const claimKindSchema = z.enum(['evidence', 'guideline', 'case-fact', 'definition', 'advice', 'computed'])

/**
 * One sentence of an article. `evidence` and `guideline` claims stand on quotes; `computed` claims (certainty,
 * silence, omissions, verdict, absolute effects) carry the inputs they were computed from; a `case-fact` cites the case.
 */
export const claimSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind: claimKindSchema,
  citations: z.array(citationSchema),
  inputs: z.record(z.string(), z.unknown()).optional(),
  check: z.object({ verdict: z.enum(['supported', 'partly', 'contradicted', 'not-supported']), why: z.string() }),
})
export type Claim = Readonly<z.infer<typeof claimSchema>>

/** Rows of a table; a cell may cite. */
export const tableSchema = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.object({ text: z.string(), citations: z.array(citationSchema).default([]) }))),
})
export type Table = Readonly<z.infer<typeof tableSchema>>

/**
 * A forest plot as data: each row a study with its estimate and interval in the measure's own units, and the diamond,
 * if there is one, with where it comes from. Without a diamond, `note` says why.
 */
export const forestPlotSchema = z.object({
  kind: z.literal('forest'),
  outcome: z.string(),
  measure: z.string(),
  scale: z.enum(['log', 'raw']),
  rows: z.array(z.object({
    sourceId: z.string(), studyId: z.string(), label: z.string(), outcome: z.string(),
    estimate: z.number(), low: z.number().nullable(), high: z.number().nullable(), insidePublishedPool: z.boolean(), citations: z.array(citationSchema).default([]),
  })),
  summary: z.object({ label: z.string(), estimate: z.number(), low: z.number().nullable(), high: z.number().nullable(), origin: z.enum(['published', 'pooled']), sourceId: z.string().nullable() }).nullable(),
  recomputed: z.object({ estimate: z.number(), low: z.number().nullable(), high: z.number().nullable(), i2: z.number() }).nullable(),
  note: z.string().nullable(),
})
export type ForestPlot = Readonly<z.infer<typeof forestPlotSchema>>

export const articleSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  claims: z.array(claimSchema),
  table: tableSchema.optional(),
  plot: forestPlotSchema.optional(),
})
export type ArticleSection = Readonly<z.infer<typeof articleSectionSchema>>

export const stratumVerdictSchema = z.object({
  id: z.string(),
  label: z.string(),
  stance: stanceSchema,
  certainty: certaintySchema.nullable(),
  guidelineSignal: z.string(),
  evidenceSignal: z.string(),
  row: z.string(),
  modifiers: z.array(z.object({ id: z.string(), text: z.string() })),
  certaintyBasis: z.string().nullable(),
})
export type StratumVerdict = Readonly<z.infer<typeof stratumVerdictSchema>>

export const verdictSchema = z.object({
  stance: stanceSchema,
  headline: z.string(),
  certainty: certaintySchema.nullable(),
  reasons: z.array(z.string()),
  strata: z.array(stratumVerdictSchema),
  guidelineSignal: z.string().nullable(),
  evidenceSignal: z.string().nullable(),
  /** The cell of the decision table, such as "G2×E2". */
  row: z.string().nullable(),
  modifiers: z.array(z.object({ id: z.string(), text: z.string() })),
  certaintyBasis: z.string().nullable(),
  coverage: z.array(z.object({ sourceId: z.string(), organization: z.string(), position: z.string() })),
})
export type Verdict = Readonly<z.infer<typeof verdictSchema>>

/**
 * How this audience's version compares with the clinician's: how many of its claims are told the same, and each that is
 * not, with what it does to a reader. A claim that differs is not printed; a harm is then told in the reference's words.
 */
export const paritySchema = z.object({
  audience: audienceSchema,
  claims: z.int(),
  same: z.int(),
  differences: z.array(z.object({ id: z.string(), kind: z.enum(['added', 'dropped', 'strengthened', 'weakened', 'changed']), what: z.string() })),
})

export const articleSchema = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  contentHash: z.string(),
  status: z.enum(['draft', 'submitted', 'under-review', 'changes-requested', 'approved', 'withdrawn', 'superseded']),
  updatedAt: z.string().nullable(),
  audience: audienceSchema,
  question: z.object({
    text: z.string(),
    kind: questionKindSchema,
    pico: z.object({ population: z.string().nullable(), intervention: z.string().nullable(), comparator: z.string().nullable(), outcomes: z.array(z.string()) }),
    caseFacts: z.array(z.string()),
    assumptions: z.array(z.string()),
  }),
  verdict: verdictSchema,
  safety: safetySchema.omit({ stops: true }).nullable(),
  answer: z.array(claimSchema),
  sections: z.array(articleSectionSchema),
  sources: z.array(z.object({
    id: z.string(),
    studyId: z.string().nullable(),
    kind: sourceKindSchema,
    title: z.string(),
    authors: z.array(z.string()),
    organization: z.string().nullable(),
    journal: z.string().nullable(),
    year: z.int().nullable(),
    pmid: z.string().nullable(),
    doi: z.string().nullable(),
    url: z.string().nullable(),
    retracted: z.boolean(),
    funding: z.string(),
    textKind: textKindSchema,
    /** Formatted in AMA style, without its number. */
    reference: z.string(),
  })),
  guidelines: z.array(z.object({
    sourceId: z.string(),
    organization: z.string(),
    year: z.int().nullable(),
    direction: directionSchema,
    strength: z.string(),
    certainty: z.string().nullable(),
    independence: z.string(),
    note: z.string(),
  })),
  conflicts: z.array(z.object({ between: z.array(z.string()), about: z.string(), kind: z.enum(['true', 'apparent']), why: z.array(z.string()) })),
  pooled: z.array(z.object({
    outcome: z.string(),
    measure: z.string(),
    k: z.int().nullable(),
    n: z.int().nullable(),
    estimate: z.number().nullable(),
    ci: z.tuple([z.number(), z.number()]).nullable(),
    tau2: z.number().nullable(),
    i2: z.number().nullable(),
    predictionInterval: z.tuple([z.number(), z.number()]).nullable(),
    certainty: certaintySchema.nullable(),
    downgrades: z.array(z.string()),
  })),
  omissions: z.array(z.object({ text: z.string(), why: z.string() })),
  excluded: z.array(z.object({ sourceId: z.string(), reason: z.string() })),
  provenance: z.object({
    snapshot: z.string(),
    searchedAt: z.string().nullable(),
    considered: z.int(),
    engine: z.string(),
    /** The question asked again with its framing turned: how many ways, and whether each was read the same. */
    framing: z.object({ variants: z.int(), same: z.boolean() }),
    parity: paritySchema,
    verification: z.object({ claims: z.int(), supported: z.int(), partly: z.int(), contradicted: z.int(), notSupported: z.int() }),
  }),
})
export type Article = Readonly<z.infer<typeof articleSchema>>
