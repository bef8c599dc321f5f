import type { Finding, Recommendation, Source, SourceKind, Span } from '../../../core/model/index.ts'

/**
 * A value and the words that state it. `span` is where `quote` stands in the source's text; null only when the words
 * stand in the document's metadata (a publication type, a funding group) and not in its text.
 */
export type Stated<T> = { readonly value: T; readonly quote: string; readonly span: Span | null }

/**
 * How a study was built. `observational` is a comparison without allocation that says no more of itself; `animal-study`
 * is about animals, however it was randomized: it is no evidence on people.
 */
export type StudyDesign =
  | 'randomised-trial' | 'non-randomised-trial' | 'single-arm' | 'cohort' | 'case-control' | 'cross-sectional' | 'observational' | 'case-series'
  | 'systematic-review' | 'meta-analysis' | 'narrative-review' | 'guideline' | 'policy' | 'label' | 'protocol' | 'cost-study' | 'animal-study' | 'other'

/** How a trial lays out its groups; a parallel trial that says nothing has none. */
export type TrialLayout = 'parallel' | 'crossover' | 'cluster' | 'factorial' | 'non-inferiority' | 'pilot' | 'post-hoc' | 'adaptive'

export type ExtractedDesign = {
  readonly design: Stated<StudyDesign>
  /** The same in the kinds a source may have. */
  readonly kind: SourceKind
  readonly layouts: readonly Stated<TrialLayout>[]
  readonly randomised: Stated<boolean> | null
  /** How the sequence was made, or that it was drawn by computer, table or envelope. */
  readonly sequence: Stated<'adequate' | 'inadequate'> | null
  readonly concealment: Stated<'adequate' | 'inadequate'> | null
  readonly participantsBlinded: Stated<boolean> | null
  readonly assessorsBlinded: Stated<boolean> | null
  /** The words on blinding, as the document has them ("double-blind", "open-label"). */
  readonly blinding: Stated<string> | null
}

export type ExtractedArm = { readonly name: string; readonly n: Stated<number> }

export type ExtractedSample = {
  /** People (or animals) put into groups by chance. Null when nothing states it, or the statements contradict each other. */
  readonly randomised: Stated<number> | null
  /** Groups put into arms as a whole (schools, practices) in a cluster trial. */
  readonly clusters: Stated<number> | null
  /** People included where nobody was put into groups by chance. */
  readonly included: Stated<number> | null
  readonly arms: readonly ExtractedArm[]
  readonly followUp: Stated<{ readonly words: string; readonly months: number }> | null
  /** Share lost, in percent, with the counts where they are stated. */
  readonly lost: Stated<{ readonly percent: number; readonly lost: number | null; readonly of: number | null }> | null
}

export type ExtractedIndependence = {
  readonly funding: Source['funding']
  readonly fundingStatement: Stated<string> | null
  readonly conflictStatement: Stated<string> | null
  /** Whether the conflict statement says that there is none; null without a statement. */
  readonly declaresNoConflict: boolean | null
  readonly registrations: readonly Stated<string>[]
}

/** Words of the document on whom and what it studied, with the concepts they name. */
export type ExtractedTopic = Stated<string> & { readonly concepts: readonly string[] }

export type ExtractedPico = {
  readonly population: ExtractedTopic | null
  readonly intervention: ExtractedTopic | null
  readonly comparator: ExtractedTopic | null
  readonly outcomes: readonly ExtractedTopic[]
}

/**
 * A finding with the way its sentence says the outcome went in the group it speaks of (`no-difference`: the sentence's
 * own words, not ours); null when it does not say, as in tables and curated records.
 */
export type ExtractedFinding = Finding & { readonly statedDirection: 'higher' | 'lower' | 'no-difference' | null }

/** A number that contradicts itself or its unit: never kept as a finding. */
export type RefusedNumber = { readonly reason: string; readonly quote: string; readonly span: Span }

/** What one document says, each part with the words that say it. */
export type ExtractedEvidence = {
  readonly sourceId: string
  /** `record`: taken over from a curated record; `text`: read from the document's words by rules. */
  readonly origin: 'record' | 'text'
  readonly design: ExtractedDesign
  readonly sample: ExtractedSample
  readonly independence: ExtractedIndependence
  readonly pico: ExtractedPico
  readonly findings: readonly ExtractedFinding[]
  readonly recommendations: readonly Recommendation[]
  readonly refused: readonly RefusedNumber[]
}
