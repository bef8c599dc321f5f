import type { Certainty, ClinicalQuestion, PopulationCriteria, Source, Stance } from '../../core/model/index.ts'
import type { Appraisal, AppraisedFinding, DesignTier, Position } from '../appraisal/index.ts'
import type { EvidenceSignal, GuidelineSignal } from '../../core/methods/index.ts'
import type { Effect } from '../../core/statistics/index.ts'


/** Risk of the outcome without the treatment: where it comes from and over what time. */
export type Baseline = {
  /** 0–1. */
  readonly proportion: number
  /** Counts added over the control arms, a share the source states, a yearly rate turned into a risk over the follow-up, or what an absolute difference stated beside the ratio implies. */
  readonly basis: 'counts' | 'percent' | 'rate' | 'difference'
  readonly from: readonly AppraisedFinding[]
  readonly months: number | null
}

/** Events per 1000 people over the baseline's time; positive `fewer` means fewer events. */
export type AbsoluteEffect = {
  readonly controlPer1000: number
  readonly treatedPer1000: number
  /** Treated minus control, per 1000, with its bounds in numerical order. */
  readonly difference: number
  readonly low: number | null
  readonly high: number | null
  /** Number needed to treat (or harm), only when the interval excludes no difference; rounded up. */
  readonly numberNeeded: { readonly estimate: number; readonly low: number; readonly high: number } | null
}

/** What counts as a difference that matters (docs/methods/effects.md). */
export type Threshold = { readonly kind: 'per-1000' | 'ratio' | 'points'; readonly value: number; readonly label: string; readonly verified: boolean }

export type Zone = 'important-benefit' | 'small-benefit' | 'trivial' | 'small-harm' | 'important-harm' | 'inconclusive'

/** One GRADE domain: what was seen and what it cost. */
export type DomainRating = {
  readonly domain: 'risk of bias' | 'inconsistency' | 'imprecision' | 'indirectness' | 'publication bias' | 'large effect' | 'stated rating'
  readonly concern: 'none' | 'note' | 'serious' | 'very-serious' | 'not-assessable' | 'not-judged' | 'raises-once' | 'raises-twice'
  readonly reason: string
  /** Who set it, where a reader did. */
  readonly by?: string
}

/**
 * A reader's judgement of one domain, with a reason and a name: it replaces what the program found, is shown beside the
 * body, and flows into certainty and verdict. `outcome` is an outcome concept or the label of a body.
 */
export type DomainOverride = {
  readonly outcome: string
  readonly domain: Exclude<DomainRating['domain'], 'stated rating' | 'large effect'>
  readonly concern: DomainRating['concern']
  readonly reason: string
  readonly by: string
}

/** The verdict on part of the evidence: what is left when studies of known or unknown funding are taken out. */
export type Sensitivity = {
  readonly id: 'without-known-industry' | 'only-known-independent'
  readonly studiesLeft: number
  readonly studies: number
  readonly stance: Stance
  readonly certainty: Certainty | null
  readonly evidenceSignal: EvidenceSignal | null
}

/** One outcome of one comparison, by study. */
export type OutcomeBody = {
  /** Unique in a synthesis: the same outcome told for other people has another id. */
  readonly id: string
  /** The group it speaks of, where the strata are told different things; empty when it is the same for all. */
  readonly group: string
  readonly label: string
  readonly plain: string
  readonly outcomeConcept: string | null
  readonly components: readonly string[]
  readonly kind: 'benefit' | 'harm'
  readonly importance: AppraisedFinding['importance']
  readonly tier: DesignTier
  readonly comparison: ComparisonClass
  /** The finding that is quoted: the published pool or the trial that speaks for the outcome. */
  readonly headline: AppraisedFinding
  /** Trials of this outcome, by study. */
  readonly trials: readonly AppraisedFinding[]
  /** Trials inside the published pool: shown indented, without weight. */
  readonly inside: readonly string[]
  readonly overlapping: readonly AppraisedFinding[]
  readonly effect: Effect | null
  /** Our own pool of the trials inside the published one: shown as recomputed, never a second support. */
  readonly recomputed: { readonly effect: Effect; readonly k: number; readonly i2: number; readonly studies: readonly AppraisedFinding[] } | null
  readonly pool: { readonly k: number; readonly tau2: number; readonly i2: number; readonly qPValue: number; readonly model: string; readonly prediction: { readonly low: number; readonly high: number } | null } | null
  readonly people: number | null
  readonly baseline: Baseline | null
  readonly absolute: AbsoluteEffect | null
  readonly threshold: Threshold | null
  readonly zone: Zone | null
  /** Whether the interval rules out a benefit as large as the threshold; false where it cannot be told. */
  readonly excludesThreshold: boolean
  readonly certainty: Certainty
  readonly start: Certainty
  readonly domains: readonly DomainRating[]
  /** Trials of ≥ 200 people disagree about direction or about mattering. */
  readonly contradictory: boolean
  /** Why composites that their sources define or name differently count as one outcome here; null where nothing differs. */
  readonly countedAsSame: string | null
}

export type ComparisonClass = 'sham-or-placebo' | 'no-treatment-or-usual-care' | 'active' | 'other'


export type ModifierNote = { readonly id: 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'note'; readonly text: string }

/** The verdict for one group of people, with its working. */
export type Stratum = {
  readonly id: string
  readonly label: string
  readonly criteria: PopulationCriteria
  /** The condition that sets this group apart; null where it is the one asked about. */
  readonly condition?: string | null
  readonly votes: readonly Position[]
  readonly guidelineSignal: GuidelineSignal
  readonly evidenceSignal: EvidenceSignal
  readonly evidenceReason: string
  readonly bodies: readonly OutcomeBody[]
  /** The critical outcomes that decided the evidence signal. */
  readonly deciding: readonly OutcomeBody[]
  readonly comparison: { readonly tier: DesignTier; readonly comparison: ComparisonClass } | null
  readonly certainty: Certainty | null
  readonly certaintyBasis: string | null
  readonly row: string
  readonly stance: Stance
  readonly modifiers: readonly ModifierNote[]
}

/** Two sides that say different things, and what the data give as the reason. */
export type Conflict = {
  readonly between: readonly string[]
  readonly about: string
  readonly kind: 'true' | 'apparent'
  readonly why: readonly string[]
  readonly sides: readonly (readonly Position[])[]
  /** Where sources state the reasons that were read from their words. */
  readonly grounds: readonly { readonly source: Source; readonly start: number; readonly end: number }[]
}

/** A large trial of a critical outcome; `year` is that of its earliest report held. */
export type PivotalTrial = { readonly studyId: string; readonly name: string; readonly year: number }

export type Synthesis = {
  readonly question: ClinicalQuestion
  readonly appraisal: Appraisal
  readonly strata: readonly Stratum[]
  /** The stratum that speaks for the whole when there is one, else the first. */
  readonly main: Stratum | null
  readonly stance: Stance
  readonly certainty: Certainty | null
  readonly certaintyBasis: string | null
  /** Dimensions the verdict turns on, in words: "age", "10-year cardiovascular risk". */
  readonly dependsOn: readonly string[]
  /** Groups of people on whom neither a body nor a trial speaks. */
  readonly unspokenStrata: readonly string[]
  readonly conflicts: readonly Conflict[]
  /** Positions a newer one of the same body has replaced on these people. */
  readonly superseded: readonly { readonly older: Position; readonly newer: Position }[]
  readonly coverage: readonly Position[]
  readonly sensitivity: readonly Sensitivity[]
}

export type { Effect, EvidenceSignal, GuidelineSignal }
