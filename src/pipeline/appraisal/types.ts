import type { BodyClass, ClinicalQuestion, Finding, Recommendation, SilenceKind, Snapshot, Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'

/** How a source's intervention stands to the one asked about. Only `exact` and `class` speak (docs/methods/guidelines.md). */
export type InterventionMatch = 'exact' | 'class' | 'comparator-only' | 'same-technique' | 'other'

/** How a population stands to the one asked about; `outside` on any dimension is off-PICO. */
export type PopulationMatch = 'exact' | 'overlaps' | 'outside' | 'not-stated'

/**
 * Design tier of a result. Tiers are never mixed in one body: blinded randomized before open randomized before
 * network before controlled observational; uncontrolled and modelled results never state an effect.
 */
export type DesignTier = 'blinded-randomized' | 'open-randomized' | 'network' | 'observational' | 'uncontrolled' | 'modelled'

/**
 * An outcome in the words of a piece of advice, at their place in its source: what it is for (`aim`) or what it was
 * weighed by. `outcomes` are those the vocabulary knows; `isWhole` when every word of the clause is understood.
 */
export type StatedOutcome = { readonly kind: 'aim' | 'weighed'; readonly outcomes: readonly string[]; readonly isWhole: boolean; readonly start: number; readonly end: number }

/** A study held that a document rests on, or did not have, with the place of the sentence that says so, there or in the study's own report. */
export type NamedStudy = { readonly studyId: string; readonly name: string; readonly relation: 'cited' | 'not-seen'; readonly source: Source; readonly start: number; readonly end: number }

/** What an organization says about the intervention, and whether it may vote. */
export type Position = {
  readonly source: Source
  readonly recommendation: Recommendation
  readonly bodyId: string
  /** Name as printed. */
  readonly organization: string
  readonly bodyClass: BodyClass
  /** On the curated list of bodies with an explicit evidence-to-decision method, and not linked to the maker. */
  readonly qualified: boolean
  readonly linked: boolean | null
  readonly interested: boolean | null
  /** Strength after docs/methods/guidelines.md: linked or interested "strong for", consensus and expired ones count as conditional. */
  readonly votingStrength: 'strong' | 'conditional'
  readonly votes: boolean
  /** Why it does not vote; null when it votes. */
  readonly whyNoVote: string | null
  /** True when a newer position of the same body replaces it. */
  readonly superseded?: boolean
  /** What a reader should know beside it ("over five years old", "ungraded", "later versions not held"). */
  readonly flags: readonly string[]
  readonly interventionMatch: 'exact' | 'class'
  readonly populationMatch: PopulationMatch
  readonly silence: SilenceKind | null
  /** End of the evidence search, else last update, else publication; null when none is known. */
  readonly date: string | null
  /** The outcomes that the advice states, and the studies on the question that its document names. */
  readonly outcomes: readonly StatedOutcome[]
  readonly studies: readonly NamedStudy[]
  /** The words by which it says that it is for another outcome than the one asked about: then it does not vote. */
  readonly otherOutcome: string | null
}

/** One result on the question's topic, with what appraisal read off its design. */
export type AppraisedFinding = {
  readonly source: Source
  readonly finding: Finding
  /** Identity of the study that measured it: one study counts once, however many reports. */
  readonly studyId: string
  readonly studyName: string | null
  /** The report whose design and conduct speak for the study: its randomized one, which may not be this source. */
  readonly conduct: Source
  readonly tier: DesignTier
  readonly synthesis: boolean
  readonly interventionMatch: 'exact' | 'class'
  readonly populationMatch: PopulationMatch
  /** Tags of its population that the question does not state: it speaks of narrower people. */
  readonly narrowerBy: readonly string[]
  /** `critical` outcomes decide; `important` are shown; the rest are listed. */
  readonly importance: 'critical' | 'important' | 'other'
  /** True when the question asks "A against B" and the study has B as its intervention. */
  readonly reversed: boolean
  /** Why it cannot carry a between-arm effect; null when it can. */
  readonly notAnEffect: string | null
}

/** A source set aside, with the reason a reader sees. */
export type Exclusion = {
  readonly sourceId: string
  readonly title: string
  readonly reason: string
  readonly kind: 'retracted' | 'own-article' | 'other-intervention' | 'other-population' | 'superseded' | 'overlapping'
  /** A trial of the treatment and condition that hid the treatment from people and left these people out: its name. */
  readonly concealedTrial: string | null
}

/** A passage of a source without structured evidence that speaks about the question, verbatim. */
export type OpenPassage = { readonly source: Source; readonly start: number; readonly end: number; readonly quote: string }

export type Appraisal = {
  /** The question, with what the sources at hand had to decide (an open population, the order of a comparison). */
  readonly question: ClinicalQuestion
  readonly positions: readonly Position[]
  readonly findings: readonly AppraisedFinding[]
  /** Every on-topic source, whether or not it carries a finding or a position. */
  readonly onTopic: readonly Source[]
  /** Results of other treatments of the same condition. */
  readonly alternatives: readonly AppraisedFinding[]
  readonly alternativePositions: readonly Position[]
  readonly openPassages: readonly OpenPassage[]
  readonly excluded: readonly Exclusion[]
  /** Year of the first study of the intervention that we hold; null when none has a year. */
  readonly firstEvidenceYear: number | null
  /** What could be asked instead when nothing is on topic. */
  readonly nearest: readonly string[]
  readonly considered: number
  readonly snapshot: Snapshot
}

export type AppraisalDependencies = { readonly vocabulary: Vocabulary }

export type AppraisalInput = {
  readonly question: ClinicalQuestion
  readonly sources: readonly Source[]
  readonly passages: readonly { readonly source: Source; readonly start: number; readonly end: number; readonly quote: string }[]
  readonly snapshot: Snapshot
}
