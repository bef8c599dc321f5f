import { z } from 'zod'
import { findingSchema } from './finding.ts'
import { populationCriteriaSchema } from './population.ts'
import { recommendationSchema } from './recommendation.ts'
import { spanSchema } from './span.ts'

/** What kind of report a source is (Cochrane study designs, PubMed publication types, policies and labels). */
export const sourceKindSchema = z.enum([
  'guideline', 'systematic-review', 'meta-analysis', 'rct', 'single-arm', 'cohort', 'case-control', 'case-series',
  'narrative-review', 'policy', 'label', 'registration', 'cost-study', 'other',
])
export type SourceKind = z.infer<typeof sourceKindSchema>

/** `record` is our own summary of verified facts: the reader is told so and gets the link to the original. */
export const textKindSchema = z.enum(['fulltext', 'abstract', 'record'])
export type TextKind = z.infer<typeof textKindSchema>

/** A titled part of a source's text. `heading` spans are not quoted as evidence. */
export const sectionSchema = z.object({
  title: z.string(),
  kind: z.enum(['title', 'abstract', 'body', 'table', 'summary', 'findings', 'recommendations', 'limitations', 'facts', 'other']),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Section = Readonly<z.infer<typeof sectionSchema>>

/** Who speaks (the organization is classified, not the record's kind; docs/methods/guidelines.md). */
export const bodyClassSchema = z.enum(['clinical', 'draft', 'hta', 'coverage', 'licence', 'relayed'])
export type BodyClass = z.infer<typeof bodyClassSchema>

/** A design or conduct signal that GRADE's risk-of-bias domain reads, with the words that state it. */
export const studySignalSchema = z.object({
  kind: z.enum([
    'stopped-early-benefit', 'stopped-early-other', 'attrition', 'crossover', 'per-protocol-only', 'primary-outcome-changed',
    'open-label', 'unadjudicated', 'concealment-unclear', 'cluster', 'contamination', 'run-in', 'overlapping-cohort', 'other',
  ]),
  /** Percent where the signal has one (share lost, share crossed over), of all people together. */
  value: z.number().nullable().default(null),
  /** The same percent arm by arm, where the record states it: arms that lose unlike shares are no longer alike. */
  byArm: z.array(z.object({ name: z.string(), percent: z.number().min(0).max(100) })).default([]),
  span: spanSchema.nullable().default(null),
  note: z.string(),
})
export type StudySignal = Readonly<z.infer<typeof studySignalSchema>>

/**
 * What is known about a source beyond its text: the structured facts that appraisal reads. Null on a source that
 * was ingested as plain text.
 */
export const evidenceSchema = z.object({
  population: z.string().nullable(),
  intervention: z.string().nullable(),
  comparator: z.string().nullable(),
  setting: z.string().nullable(),
  /** People randomized or included, as stated. */
  n: z.int().nullable(),
  followUp: z.string().nullable(),
  followUpMonths: z.number().nullable().default(null),
  design: z.object({
    randomized: z.boolean().nullable(),
    controlled: z.boolean().nullable(),
    /** null = unknown; an empty blinding field is unknown, never "not blinded". */
    participantsBlinded: z.boolean().nullable(),
    assessorsBlinded: z.boolean().nullable(),
    /** The words on blinding as the record gives them. */
    blinding: z.string().nullable(),
  }),
  interventions: z.array(z.string()),
  comparators: z.array(z.string()).default([]),
  comparatorType: z.string().default('not-stated'),
  conditions: z.array(z.string()),
  criteria: populationCriteriaSchema.nullable().default(null),
  signals: z.array(studySignalSchema).default([]),
  /** For a synthesis: the studies inside it, curated. */
  contains: z.array(z.string()).default([]),
  /** When every number of the review on the topic rests on one trial: that trial. */
  restsOnStudy: z.string().nullable().default(null),
  /** End of the evidence search (ISO year, month or day), when stated. */
  searchDate: z.string().nullable().default(null),
  /** GRADE certainty the review itself states for its main results; caps ours, never lifts it. */
  statedCertainty: z.array(z.object({ outcomeConcept: z.string().nullable(), certainty: z.enum(['high', 'moderate', 'low', 'very-low']), span: spanSchema.nullable() })).default([]),
  /** For a review: the guidelines held (ids of sources) that rest on it, with the words that say so. */
  basisOf: z.array(z.object({ guideline: z.string(), span: spanSchema.nullable() })).default([]),
  body: z.object({
    /** Id in the curated list of bodies. */
    id: z.string(),
    class: bodyClassSchema,
    /** Members or body declare ties to the maker; null when not known. */
    linked: z.boolean().nullable(),
    /** Its members perform the procedure and declare nothing. */
    interested: z.boolean().nullable(),
    why: z.string(),
    consensusOnly: z.boolean().default(false),
    /** `condition`: covers the care of the condition, so that its silence on one treatment means something; `intervention`: speaks of one treatment only. */
    scope: z.enum(['condition', 'intervention']).default('intervention'),
    /** Last update (ISO year, month or day) when it differs from the publication year, and what was updated. */
    updated: z.string().nullable().default(null),
    updateNote: z.string().nullable().default(null),
    /** ISO country codes or "international". */
    region: z.string().nullable().default(null),
  }).nullable().default(null),
  /** Ids of older sources of the same organization that this one replaces or refreshes. */
  supersedes: z.array(z.string()).default([]),
  /** A living guideline with later versions that are not held. */
  laterVersionsNotHeld: z.boolean().default(false),
  findings: z.array(findingSchema),
  recommendations: z.array(recommendationSchema),
  limitations: z.array(z.object({ text: z.string(), span: spanSchema })),
  summary: z.array(z.object({ text: z.string(), span: spanSchema })),
})
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>

/** One report that can be cited, with its exact text. */
export const sourceSchema = z.object({
  id: z.string(),
  studyId: z.string().nullable(),
  studyName: z.string().nullable().default(null),
  kind: sourceKindSchema,
  title: z.string(),
  /** False when the title is our description because no exact title was seen. */
  titleIsExact: z.boolean().default(true),
  authors: z.array(z.string()),
  authorsEtAl: z.boolean().default(false),
  organization: z.string().nullable(),
  journal: z.string().nullable(),
  year: z.int().nullable(),
  volume: z.string().nullable().default(null),
  issue: z.string().nullable().default(null),
  pages: z.string().nullable().default(null),
  pmid: z.string().nullable(),
  pmcid: z.string().nullable().default(null),
  doi: z.string().nullable(),
  /** Trial registrations such as NCT01446419, ISRCTN…, EudraCT. */
  registrations: z.array(z.string()).default([]),
  url: z.string().nullable(),
  retraction: z.object({
    state: z.enum(['none', 'retracted', 'corrected', 'expression-of-concern']),
    notice: z.string().nullable(),
  }),
  /** A preprint is not peer reviewed. */
  preprint: z.boolean().default(false),
  funding: z.enum(['industry', 'public', 'mixed', 'none', 'unclear']),
  fundingNote: z.string().nullable(),
  conflictsOfInterest: z.string().nullable().default(null),
  licence: z.string().nullable().default(null),
  meshHeadings: z.array(z.string()).default([]),
  publicationTypes: z.array(z.string()).default([]),
  keywords: z.array(z.string()).default([]),
  textKind: textKindSchema,
  /** NFC text; every quote and span is a slice of it. */
  text: z.string(),
  sections: z.array(sectionSchema),
  /** Newest date among its data (`checkedOn`, retrieval or publication), ISO; never the clock. Null when unknown. */
  dataDate: z.string().nullable(),
  /** Where each fact was verified, for records. */
  provenance: z.object({ level: z.string(), pages: z.array(z.string()) }).nullable().default(null),
  evidence: evidenceSchema.nullable().default(null),
})
export type Source = Readonly<z.infer<typeof sourceSchema>>

/** The trial behind one or several reports. */
export type Study = {
  readonly id: string
  readonly name: string | null
  readonly registrations: readonly string[]
  readonly reports: readonly string[]
}

/** A contiguous part of a source's text; the unit of search and of citation. */
export const passageSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  section: z.string(),
  text: z.string(),
})
export type Passage = Readonly<z.infer<typeof passageSchema>>
