import type { Source } from '../../core/model/index.ts'
import { nameSource } from '../../core/text/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'

export { nameSource }

const FUNDING_WORDS: Readonly<Record<Source['funding'], string>> = { industry: 'industry-funded', mixed: 'partly industry-funded', public: 'publicly funded', none: 'no outside funding', unclear: 'funding not known' }

const KIND_WORDS: Readonly<Partial<Record<Source['kind'], string>>> = {
  'systematic-review': 'systematic review', 'meta-analysis': 'pooled analysis', 'single-arm': 'no comparison group', cohort: 'cohort', 'case-control': 'case-control study',
  'case-series': 'case series', 'narrative-review': 'narrative review', 'cost-study': 'economic model', label: 'label', policy: 'policy', registration: 'registration',
}

/** What a reader must know before the number: year, people, design, who paid. "SMART (2018, 225 people, double-blind, …)". */
export function describeStudy({ source, tier, finding, synthesis, conduct }: AppraisedFinding): string {
  const people = source.evidence?.n ?? null
  const comparator = finding.comparatorType === 'sham' ? 'sham-controlled' : finding.comparatorType === 'placebo' ? 'placebo-controlled' : null
  const oneArm = tier === 'uncontrolled' && source.kind === 'rct'
  const design = oneArm ? 'one arm of a trial, not the comparison' : KIND_WORDS[source.kind] ?? (tier === 'blinded-randomized' ? (isBlindingKnown(conduct) ? 'double-blind randomized' : 'randomized, blinding not known') : tier === 'open-randomized' ? (isOpenLabel(conduct) ? 'open-label randomized' : 'randomized, blinding not known') : tier === 'uncontrolled' ? 'no comparison group' : tier === 'observational' ? 'not compared as randomized' : null)
  const facts = [
    source.year === null ? 'year not known' : String(source.year),
    people === null ? null : `${people.toLocaleString('en')} people`,
    design,
    synthesis || tier === 'uncontrolled' ? null : comparator,
    finding.indirect ? 'indirect comparison' : null,
    source.preprint ? 'preprint, not peer reviewed' : null,
    source.retraction.state === 'corrected' ? 'corrected' : null,
    FUNDING_WORDS[source.funding],
  ].filter((fact) => fact !== null)
  return `${nameSource(source)} (${facts.join(', ')})`
}

/** Whether a source says in words who knew what people had; a placebo alone does not tell. */
export function isBlindingKnown({ evidence }: Source): boolean {
  return /blind|mask|open|conceal/i.test(evidence?.design.blinding ?? '')
}

/** Whether a source says that people knew what they had; that assessors did not know says nothing of them. */
function isOpenLabel({ evidence }: Source): boolean {
  return evidence?.design.participantsBlinded === false || /\bopen|\b(?:not|un)[ -]?(?:blind|mask)/i.test(evidence?.design.blinding ?? '')
}
