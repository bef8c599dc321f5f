import { directionOf, excludesNull, isOrdinal, isTimeTo, readEffect } from '../../core/statistics/index.ts'
import type { Arm } from '../../core/model/index.ts'
import { countedAmong, saysNoClearDifference } from '../../core/text/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import { decimal, duration, per1000 } from './format-number.ts'
import { takesASide } from './patient-body.ts'
import type { PatientContext } from './patient-context.ts'
import { twoShares } from './patient-frequency.ts'
import { comparatorOf, treatmentOf } from './patient-names.ts'
import { eventOf, outcomeOf, surrogateNote } from './patient-outcome.ts'
import { plainCriteria, plainPeople } from './patient-people.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { ownRangeNote, scoreDifference, scoreUnit, unnamedScale } from './patient-score.ts'
import { capitalised } from './wording.ts'

/** Words of one result, with the numbers that presentation made of its fields. */
export type PatientFinding = { readonly text: string; readonly inputs: Readonly<Record<string, unknown>> }

/** How a result that is itself a statistic is told. */
const STATISTIC = 'a result in technical words'

/** More criteria than this are told in a sentence of their own. */
const MOST_CRITERIA_INSIDE = 2

/** What one study found between two groups, or null where its fields hold no comparison a patient can read. */
export function comparedText(context: PatientContext, appraised: AppraisedFinding): PatientFinding | null {
  const { finding, notAnEffect } = appraised
  const comparator = comparatorOf(context, appraised)
  if (notAnEffect !== null || comparator === null) return null
  const treatment = treatmentOf(context, appraised)
  const outcome = outcomeOf(context.vocabulary, finding)
  const effect = readEffect(appraised)
  const short = plainCriteria(context.vocabulary, finding.criteria).length <= MOST_CRITERIA_INSIDE
  const people = short ? plainPeople(context.vocabulary, finding.criteria) : null
  const whom = `${short ? '' : ` This is about ${plainPeople(context.vocabulary, finding.criteria) ?? 'people like those studied'}.`}${surrogateNote(context.vocabulary, finding.outcomeConcept)}`
  const shares = armShares(appraised)
  const settled = effect === null ? null : excludesNull(effect)
  const saysOpen = settled === false || (settled === null && finding.favours === 'neither' && saysNoClearDifference(finding.text))
  const unsure = saysOpen ? ' The study could not tell if this is a real difference.' : settled === null ? ' We hold no full range for this.' : ''
  const inputs = { people: finding.criteria }
  const margin = finding.nonInferiorityMet === null || (finding.nonInferiorityMet && settled === true) ? '' : finding.nonInferiorityMet ? ' It was not worse by more than the limit that the study had set.' : ' It could not rule out that it is worse by more than the limit that the study had set.'
  if (shares !== null) {
    const text = twoShares({ event: eventOf(context.vocabulary, finding), ...shares, treatment, comparator, months: finding.timeMonths, people: people ?? 'people' })
    return { text: `${text}${unsure}${margin}${whom}`, inputs: { ...inputs, treatedPer1000: shares.treated, controlPer1000: shares.control } }
  }
  const among = people === null ? '' : ` among ${people}`
  const time = finding.timeMonths === null ? '' : ` after ${duration(finding.timeMonths)}`
  if (effect === null) {
    const stated = favoured(context.vocabulary, appraised, { treatment, comparator, outcome, when: `${time}${among}` }, inputs)
    return stated === null ? null : { ...stated, text: `${stated.text}${whom}` }
  }
  if (effect.measure === 'MD') {
    const instrument = context.vocabulary.instrument(finding.instrument ?? '')
    const difference = scoreDifference(effect, { scale: instrument?.plain ?? unnamedScale(outcome, finding.unit), unit: scoreUnit(instrument?.unit, finding.unit), treatment, comparator, when: `${time}${among}` })
    return { text: `${difference}${ownRangeNote(effect)}${unsure}${margin}${whom}`, inputs }
  }
  const open = settled === false || (settled === null && !takesASide(finding))
  if (settled === null && effect.measure !== 'SMD' && !takesASide(finding) && !saysNoClearDifference(finding.text)) return { text: `We cannot place what ${treatment} does to ${outcome}${time}${among}, next to ${comparator}. We hold no full range for this, and we did not work out how many people that means.${margin}${whom}`, inputs }
  const more = directionIsMore(appraised)
  const told = effect.measure === 'SMD'
    ? `${capitalised(outcome)}: people with ${treatment} did ${directionOf(effect) >= 0 ? 'better' : 'worse'} than people with ${comparator}${time}${among}. The size has no plain unit.${unsure}`
    : open ? `The study could not tell if ${treatment} makes a difference to ${outcome}${time}${among}, next to ${comparator}.`: isTimeTo(finding) ? `With ${treatment}, ${outcome} came ${more ? 'sooner' : 'later'} than with ${comparator}${time}${among}. ${settled === null ? 'We hold no full range for this, and we did not work out how many people that means.' : 'We did not work out how many people that means.'}` : isOrdinal(finding) ? `On ${outcome}, people with ${treatment} did ${directionOf(effect) >= 0 ? 'better' : 'worse'} than people with ${comparator}${time}${among}. ${settled === null ? 'We hold no full range for this, and we did not work out how many people that means.' : 'We did not work out how many people that means.'}` : `With ${treatment}, ${outcome} happened ${more ? 'more' : 'less'} often than with ${comparator}${time}${among}. ${settled === null ? 'We hold no full range for this, and we did not work out how many people that means.' : 'We did not work out how many people that means.'}`
  return { text: `${told}${margin}${whom}`, inputs }
}

/** A comparison told without a number: which side it favoured, as the source says, never more. */
function favoured(vocabulary: Vocabulary, { finding, reversed }: AppraisedFinding, { treatment, comparator, outcome, when }: { readonly treatment: string; readonly comparator: string; readonly outcome: string; readonly when: string }, inputs: PatientFinding['inputs']): PatientFinding | null {
  const isAmount = ['surrogate', 'symptom', 'function', 'qol'].includes(vocabulary.outcome(finding.outcomeConcept ?? '')?.category ?? '')
  const first = finding.favours === (reversed ? 'comparator' : 'intervention')
  if (finding.favours === 'neither' && !saysNoClearDifference(finding.text)) return null
  if (finding.favours === 'neither') return { text: `The study could not tell if ${treatment} makes a difference to ${outcome}${when}, next to ${comparator}. We worked out no plain number for this.`, inputs }
  if (finding.favours === 'unclear') return null
  if (finding.outcomeKind === 'harm' && !isAmount) return { text: `With ${first ? comparator : treatment}, ${outcome} happened more often than with ${first ? treatment : comparator}${when}. We worked out no plain number for this.`, inputs }
  const [better, worse] = first ? [treatment, comparator] : [comparator, treatment]
  return { text: `On ${outcome}, people with ${better} did better than people with ${worse}${when}. We worked out no plain number for this.`, inputs }
}

function directionIsMore(appraised: AppraisedFinding): boolean {
  const effect = readEffect(appraised)
  return effect !== null && effect.estimate > (effect.measure === 'RD' ? 0 : 1)
}

/** Shares of 1000 in the two groups asked about, treated first; null unless both are held. */
function armShares({ finding, reversed }: Pick<AppraisedFinding, 'finding' | 'reversed'>): { readonly treated: number; readonly control: number } | null {
  const first = finding.arms.filter(({ role }) => role === 'intervention')
  const second = finding.arms.filter(({ role }) => role === 'control')
  if (first.length !== 1 || second.length !== 1) return null
  const [a, b] = [armShare(first[0]), armShare(second[0])]
  if (a === null || b === null) return null
  return reversed ? { treated: b, control: a } : { treated: a, control: b }
}

function armShare(arm: Arm | undefined): number | null {
  if (arm === undefined) return null
  if (arm.events !== null && arm.total !== null && arm.total > 0) return (1000 * arm.events) / arm.total
  return arm.percent === null ? null : 10 * arm.percent
}

/**
 * What was seen in people who all had it: a share of 1000, a change from where they began, or that it was looked at. The
 * first number of a list says what they had.
 */
export function seenText(context: PatientContext, appraised: AppraisedFinding, isFirst: boolean): PatientFinding & { readonly kind: 'number' | 'looked-at'; readonly outcome: string; readonly time: string } {
  const { finding } = appraised
  const outcome = outcomeOf(context.vocabulary, finding)
  const time = finding.timeMonths === null ? '' : ` after ${duration(finding.timeMonths)}`
  const treatment = treatmentOf(context, appraised)
  const people = plainPeople(context.vocabulary, finding.criteria) ?? 'people'
  const among = countedAmong(finding.text)
  const whom = `${isFirst ? `${people} who had ${treatment}` : `treated ${people}`}${among === null ? '' : ` (“${among}”)`}`
  // A statistic is no outcome: a patient reads that there is one.
  const base = { outcome: /number needed to/i.test(outcome) ? STATISTIC : outcome, time, inputs: { people: finding.criteria } }
  const share = finding.measure === 'proportion' && finding.estimate !== null && /%|percent/i.test(finding.unit ?? '%') ? 10 * finding.estimate : armShare(finding.arms.filter(({ role }) => role !== 'control')[0])
  if (share !== null && (finding.measure === 'proportion' || finding.measure === 'other')) {
    const two = armShares({ finding, reversed: false })
    if (two !== null) return { ...base, kind: 'looked-at', text: '' }
    return { ...base, kind: 'number', text: `About ${per1000(share)} of 1000 ${whom} ${eventOf(context.vocabulary, finding)}${time}.`, inputs: { ...base.inputs, sharePer1000: share } }
  }
  const range = /range (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)/.exec(finding.unit ?? '')
  if (range !== null && (finding.unit ?? '').includes('%')) {
    const [low, high] = [10 * Number(range[1]), 10 * Number(range[2])]
    return { ...base, kind: 'number', text: `From ${per1000(low)} to ${per1000(high)} of 1000 ${whom} ${eventOf(context.vocabulary, finding)}${time}, by study.`, inputs: { ...base.inputs, range: { lowPer1000: low, highPer1000: high } } }
  }
  if (finding.measure === 'mean-change' && finding.estimate !== null && finding.higherIsBetter !== null) {
    const instrument = context.vocabulary.instrument(finding.instrument ?? '')
    const percent = /%|percent/i.test(finding.unit ?? '')
    const better = finding.estimate > 0 === finding.higherIsBetter
    const size = `${decimal(Math.abs(finding.estimate), 1)}${percent ? '%' : ` ${instrument?.unit ?? scoreUnit(undefined, finding.unit)}`}`
    return { ...base, kind: 'number', text: `${isFirst ? `With ${treatment}, ${outcome}` : capitalised(outcome)} got ${better ? 'better' : 'worse'} by ${size}${instrument === undefined || percent ? '' : ` on ${instrument.plain}`}${time}, from where people began.` }
  }
  const sides = finding.contrast?.split(/ (?:against|versus|vs\.?) /) ?? []
  if (finding.comparatorType === 'none' && sides.length === 2 && finding.estimate !== null && ['OR', 'RR', 'HR', 'IRR'].includes(finding.measure)) {
    return { ...base, kind: 'number', text: `It also compared treated people with each other: ${sides.join(' against ')}. ${capitalised(outcome)} was ${finding.estimate > 1 ? 'more' : 'less'} common in the first group.` }
  }
  return { ...base, kind: 'looked-at', text: '' }
}
