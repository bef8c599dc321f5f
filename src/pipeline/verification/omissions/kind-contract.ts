import type { QuestionKind } from '../../../core/model/index.ts'
import { isRatio, readEffect } from '../../../core/statistics/index.ts'
import { listed } from '../../../core/text/index.ts'
import type { AppraisedFinding } from '../../appraisal/index.ts'
import { costContract } from './cost-contract.ts'
import { isOfOutcome } from './is-of-outcome.ts'
import { inPlainWords } from './plain-words.ts'
import type { Omission, OmissionContext } from './types.ts'

/** What an answer of this kind must contain, and whether a source held gives it. */
export type Requirement = { readonly isHeld: boolean; readonly text: string; readonly why: string; readonly plain: string }

/**
 * What the question's kind asks for and no source held answers (docs/methods/wording.md, kinds of question): a harm
 * question without a rate, a comparison without a head-to-head trial, a dose that no source states.
 */
export function kindContract(context: OmissionContext): Omission[] {
  const { appraisal } = context.synthesis
  if (appraisal.findings.length + appraisal.positions.length === 0) return []
  const required = [...CONTRACTS[context.synthesis.question.kind](context), ...absoluteSizes(context)]
  return required.filter(({ isHeld }) => !isHeld).map(({ text, why, plain }) => ({ text, why, plain, cites: [] }))
}

const CONTRACTS: Readonly<Record<QuestionKind, (context: OmissionContext) => readonly Requirement[]>> = {
  indication: (context) => [advice(context), comparativeResult(context), alternatives(context)],
  therapy: (context) => [comparativeResult(context), timeOfBenefit(context)],
  harm: harmContract,
  comparison: comparisonContract,
  diagnosis: diagnosisContract,
  prognosis: prognosisContract,
  screening: screeningContract,
  cost: costContract,
  dose: doseContract,
}

function advice({ synthesis: { strata } }: OmissionContext): Requirement {
  return { isHeld: strata.some(({ votes }) => votes.length > 0), text: 'The advice of a clinical body', why: 'none held here takes a position for these people', plain: 'No expert group held here takes a side on this.' }
}

function comparativeResult({ synthesis: { appraisal } }: OmissionContext): Requirement {
  return { isHeld: appraisal.findings.some((appraised) => readEffect(appraised) !== null), text: 'A result that compares two groups', why: 'no study held compares treated people with others in numbers', plain: 'No study held here sets treated people against others in numbers.' }
}

function alternatives({ synthesis: { appraisal } }: OmissionContext): Requirement {
  return { isHeld: appraisal.alternatives.length + appraisal.alternativePositions.length > 0, text: 'Other treatments of the same condition', why: 'no result and no advice on one is held', plain: 'We hold nothing on other ways to treat this.' }
}

function timeOfBenefit({ synthesis: { appraisal } }: OmissionContext): Requirement {
  const effects = appraisal.findings.filter((appraised) => readEffect(appraised) !== null)
  return { isHeld: effects.length === 0 || effects.some(hasTime), text: 'After what time the effect was measured', why: 'no source held states it', plain: 'No source held here says after what time this was seen.' }
}

/** Ratios without a baseline: critical outcomes, and for a question about harm every harm. Only ever relative is told. */
function absoluteSizes({ vocabulary, synthesis: { strata, question } }: OmissionContext): Requirement[] {
  const bodies = strata.flatMap((stratum) => stratum.bodies).filter(({ effect, absolute, importance, kind }) => effect !== null && isRatio(effect) && absolute === null && (importance === 'critical' || (question.kind === 'harm' && kind === 'harm')))
  const labels = [...new Set(bodies.map(({ label }) => label))]
  const plain = [...new Set(bodies.map(({ outcomeConcept, label }) => inPlainWords(vocabulary, outcomeConcept, label)))]
  return [{ isHeld: labels.length === 0, text: `The size in absolute terms of ${listed(labels)}`, why: 'no source held gives the risk without the treatment, so only a ratio can be told', plain: `How many people of 1000 this means was not available to us for: ${listed(plain)}.` }]
}

function harmContract({ vocabulary, synthesis: { appraisal, question } }: OmissionContext): readonly Requirement[] {
  const asked = question.outcomes.flatMap(({ concepts }) => concepts)
  const isAsked = ({ finding }: AppraisedFinding): boolean => asked.some((id) => finding.outcomeConcept !== null && isOfOutcome(vocabulary, finding.outcomeConcept, id))
  const all = appraisal.findings.filter((appraised) => appraised.finding.outcomeKind === 'harm' || isAsked(appraised))
  const wanted = all.filter((appraised) => isAsked(appraised))
  const harms = wanted.length > 0 ? wanted : all
  // No harm at all is told as a gap of its own.
  if (harms.length === 0) return []
  return [
    { isHeld: harms.some(hasRate), text: 'A rate of the harm with its denominator', why: 'no source held gives how many of how many had it', plain: 'No source held here says how many of how many people had it.' },
    { isHeld: harms.some(hasTime), text: 'The time over which the harm was counted', why: 'no source held states it', plain: 'No source held here says over what time this was counted.' },
    { isHeld: harms.some(({ notAnEffect }) => notAnEffect === null), text: 'Whether the treatment causes the harm', why: 'the rates held come without a comparison group, so the cause is not shown', plain: 'No fair comparison is held. So no one can say that it was the cause.' },
    { isHeld: harms.some(({ finding, narrowerBy }) => finding.role === 'subgroup' || finding.analysis === 'subgroup' || narrowerBy.length > 0 || hasCriteria(finding.criteria)), text: 'Who is at more risk of the harm', why: 'no source held tells it apart by kind of person', plain: 'No source held here says who is at more risk.' },
  ]
}

function comparisonContract({ vocabulary, synthesis: { appraisal, question } }: OmissionContext): readonly Requirement[] {
  const { intervention, comparator } = question
  const [a, b] = [intervention.text ?? 'the treatment', comparator.text]
  if (comparator.concepts.length === 0) return [{ isHeld: b !== null, text: 'What it is to be compared with', why: 'the question names one treatment that we know, and no other', plain: 'We know only one of the things you want to compare.' }]
  const isOther = (id: string): boolean => comparator.concepts.some((asked) => vocabulary.isWithin(id, asked))
  const direct = appraisal.findings.filter(({ finding, source, reversed, notAnEffect }) => notAnEffect === null && !finding.indirect && (reversed || (finding.comparators.length > 0 ? finding.comparators : (source.evidence?.comparators ?? [])).some(isOther)))
  const priced = appraisal.findings.filter(({ finding }) => finding.outcomeKind === 'cost')
  return [
    { isHeld: direct.length > 0, text: `A trial that compares ${a} with ${b ?? 'the other'} directly`, why: 'none is held; two comparisons with other controls are never subtracted from each other', plain: `No study held here sets ${a} against ${b ?? 'the other'} in the same people.` },
    { isHeld: direct.some((appraised) => readEffect(appraised) !== null) || direct.length === 0, text: `The size of the difference between ${a} and ${b ?? 'the other'}`, why: 'the direct comparison is held without a number for it', plain: `How large the gap between ${a} and ${b ?? 'the other'} is was not available to us.` },
    { isHeld: priced.length > 0, text: 'The price of each', why: 'no source held reports it', plain: 'No source held here says what each costs.' },
  ]
}

function diagnosisContract({ synthesis: { appraisal, question } }: OmissionContext): readonly Requirement[] {
  const said = appraisal.findings.some(({ finding }) => /\b(?:sensitivity|specificity|accura\w+|predictive value|likelihood ratio)\b/i.test(finding.outcome))
  return [
    { isHeld: said, text: `The accuracy of ${question.intervention.text ?? 'the test'} (sensitivity, specificity)`, why: 'no accuracy study is held', plain: 'No source held here says how often this test is right.' },
    { isHeld: appraisal.findings.some((appraised) => readEffect(appraised) !== null), text: 'What testing does to how people fare', why: 'no study held compares people who were tested with people who were not', plain: 'No study held here shows if people do better when tested.' },
  ]
}

function prognosisContract({ synthesis: { appraisal } }: OmissionContext): readonly Requirement[] {
  const untreated = appraisal.findings.filter(({ finding, source }) => source.kind === 'cohort' || source.kind === 'case-series' || finding.arms.some(({ role, events, percent, mean }) => role === 'control' && (events !== null || percent !== null || mean !== null)))
  return [
    { isHeld: untreated.length > 0, text: 'How people fare without the treatment', why: 'no cohort and no control group with its numbers is held', plain: 'No source held here says how people do without it.' },
    { isHeld: untreated.length === 0 || untreated.some(({ source }) => source.kind === 'cohort' || source.kind === 'case-series'), text: 'The course outside trials', why: 'what is held are control groups of trials, who are chosen people under care', plain: 'What we hold comes from people who took part in tests. Other people may do better or worse.' },
    { isHeld: untreated.length === 0 || untreated.some(hasTime), text: 'The time over which the course was seen', why: 'no source held states it', plain: 'No source held here says over what time.' },
  ]
}

function screeningContract({ vocabulary, synthesis: { appraisal } }: OmissionContext): readonly Requirement[] {
  const holds = (test: (concept: string) => boolean): boolean => appraisal.findings.some(({ finding }) => [finding.outcomeConcept, ...finding.components].some((id) => id !== null && test(id)))
  const says = (pattern: RegExp): boolean => [...appraisal.findings.map(({ finding }) => `${finding.outcome} ${finding.text}`), ...appraisal.positions.map(({ recommendation }) => recommendation.text)].some((text) => pattern.test(text))
  return [
    { isHeld: holds((id) => vocabulary.outcome(id)?.category === 'screening-death'), text: 'Death from the disease, in people invited against people not invited', why: 'no source held reports it', plain: 'No source held here says if fewer people die of it.' },
    { isHeld: holds((id) => id === 'death'), text: 'Death from any cause', why: 'no source held reports it', plain: 'No source held here says if people live longer.' },
    { isHeld: holds((id) => id === 'false-positive') || says(/false[- ](?:positive|alarm)/i), text: 'False alarms', why: 'no source held counts them', plain: 'No source held here counts false alarms.' },
    { isHeld: holds((id) => id === 'overdiagnosis') || says(/overdiagnos/i), text: 'Overdiagnosis', why: 'no source held counts it', plain: 'No source held here says how often it finds things that would never have done harm.' },
    { isHeld: appraisal.positions.some(({ recommendation }) => recommendation.criteria?.ranges['age'] !== undefined), text: 'At what age to start and to stop', why: 'no advice held states it', plain: 'No advice held here says at what age to start and stop.' },
    { isHeld: says(/\b(?:every|yearly|annual(?:ly)?|biennial(?:ly)?|once|one-time|interval)\b/i), text: 'How often to screen', why: 'no advice held states it', plain: 'No advice held here says how often.' },
  ]
}

function doseContract({ synthesis: { appraisal } }: OmissionContext): readonly Requirement[] {
  const states = (text: string | null | undefined): boolean => text !== null && text !== undefined && /\b\d[\d.,]*\s*(?:mg|mcg|µg|μg|g|kg|ml|mL|IU|units?|Gy)\b/.test(text)
  return [
    { isHeld: appraisal.onTopic.some(({ kind, evidence }) => kind === 'rct' && (states(evidence?.intervention) || evidence?.findings.some(({ text, contrast }) => states(text) || states(contrast)) === true)), text: 'The doses that trials used', why: 'no trial held states its dose', plain: 'No study held here says which dose it used.' },
    { isHeld: appraisal.onTopic.some(({ kind }) => kind === 'label'), text: 'The dose on the product’s label', why: 'no label is held', plain: 'We do not hold the label that states the dose.' },
    { isHeld: appraisal.findings.some(({ finding }) => finding.comparatorType === 'dose'), text: 'A comparison of one dose with another', why: 'no trial held compares doses', plain: 'No study held here sets one dose against another.' },
    { isHeld: false, text: 'A dose for one person', why: 'doses here are those used in studies; the prescriber decides', plain: 'We do not give a dose for one person. Ask the person who prescribes it.' },
  ]
}

function hasRate({ finding }: AppraisedFinding): boolean {
  return finding.arms.some(({ events, total, percent, ratePer1000PersonYears }) => (events !== null && total !== null) || percent !== null || ratePer1000PersonYears !== null) || (finding.measure === 'proportion' && finding.estimate !== null)
}

function hasTime({ finding, source }: AppraisedFinding): boolean {
  return finding.timeMonths !== null || (source.evidence?.followUpMonths ?? null) !== null || (source.evidence?.followUp ?? null) !== null
}

function hasCriteria(criteria: AppraisedFinding['finding']['criteria']): boolean {
  return criteria !== null && Object.keys(criteria.ranges).length + criteria.tags.length + criteria.notTags.length > 0
}
