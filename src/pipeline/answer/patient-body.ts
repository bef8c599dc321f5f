import type { Finding } from '../../core/model/index.ts'
import { directionOf, excludesNull, isOrdinal, isTimeTo, type Effect } from '../../core/statistics/index.ts'
import { saysNoClearDifference } from '../../core/text/index.ts'
import type { OutcomeBody, Threshold } from '../synthesis/index.ts'
import { reachesLine } from './effect-sentence.ts'
import { decimal, duration } from './format-number.ts'
import type { PatientContext } from './patient-context.ts'
import { differenceText, twoShares } from './patient-frequency.ts'
import { askedName, comparatorOf, invitedTo, orNames } from './patient-names.ts'
import { plainEvent, plainOutcome, surrogateNote } from './patient-outcome.ts'
import { plainPeople } from './patient-people.ts'
import { ownRangeNote, scoreDifference, scoreUnit, unnamedScale } from './patient-score.ts'
import { nameSource } from './name-source.ts'
import { CERTAINTY_FOR_PATIENTS, listed } from './wording.ts'

/**
 * What the studies of one outcome say together, for a patient (docs/methods/wording.md): absolute numbers first, both groups,
 * both framings, the time, whom it was compared with, and how sure we are. Very low certainty gives no number.
 */
export function patientBodyText(context: PatientContext, body: OutcomeBody): string {
  const treatment = invitedTo(body.headline, studiedName(context, body))
  const outcome = bodyOutcome(context, body)
  const comparator = comparatorOf(context, body.headline) ?? 'the other group'
  const months = body.baseline?.months ?? body.headline.finding.timeMonths
  const sure = `${marginText(body)}${contradicts(body) ? `We are ${CERTAINTY_FOR_PATIENTS[body.certainty]} of this.` : sureText(body)}${surrogateNote(context.vocabulary, body.outcomeConcept)}${body.countedAsSame === null ? '' : ' Studies named this result in different ways, and we count it as one.'}`
  const { effect, absolute } = body
  const after = months === null ? '' : ` within ${duration(months)}`
  if (effect === null) return `We hold no number for what ${treatment} does to ${outcome}. ${sure}`
  if (contradicts(body)) return `Large studies do not agree on what ${treatment} does to ${outcome}, next to ${comparator}. One number for all would mislead. ${sure}`
  if (body.certainty === 'very-low') return `We are very unsure what ${treatment} does to ${outcome}${after}, next to ${comparator}.`
  const indirect = body.tier === 'network' ? ' The two were not set side by side in one study. This was worked out from other studies.' : ''
  if (body.tier === 'observational') return `${watchedText(body, treatment, outcome)} ${sure}`
  if (effect.measure === 'MD' || effect.measure === 'SMD') return `${scoreText(context, body, { treatment, comparator, outcome, months })}${indirect} ${sure}`
  if (absolute === null) return `${directionText(body, { treatment, comparator, outcome, after })}${indirect} ${sure}`
  const own = plainPeople(context.vocabulary, body.headline.finding.criteria)
  const shares = twoShares({ event: plainEvent(context.vocabulary, { outcomeConcept: body.outcomeConcept, components: body.components, label: body.label, instrument: body.headline.finding.instrument, higherIsBetter: effect.higherIsBetter }), treated: absolute.treatedPer1000, control: absolute.controlPer1000, treatment, comparator, months, people: own ?? 'people like those studied' })
  return `${shares}${baselineText(body)}${workedOutText(body)} ${meaningText(body)}${absolute.low === null || absolute.high === null ? '' : ownRangeNote(effect)}${indirect} ${sure}`
}

/** What was studied: a result of one drug or of a wider class is told of that, whatever was asked about. */
function studiedName(context: PatientContext, { headline, trials }: OutcomeBody): string {
  if (headline.reversed) return askedName(context)
  const studied = new Set((headline.synthesis || trials.length === 0 ? [headline] : trials).flatMap(({ finding, source }) => (finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? []))))
  const [only] = studied
  return studied.size !== 1 || only === undefined || context.synthesis.question.intervention.concepts.includes(only) ? askedName(context) : orNames(context.vocabulary, [only])
}

/** Large trials that contradict each other have no one number, though one can be added up. */
export function contradicts({ contradictory, effect }: OutcomeBody): boolean {
  return contradictory && effect?.origin === 'pooled'
}

/** A margin that was met says that it is not worse; not that it is equal, and not that it is better. */
function marginText({ zone, headline: { finding } }: OutcomeBody): string {
  return zone === 'inconclusive' && finding.nonInferiorityMet === true ? 'It was not worse by more than the limit that the study had set. Not worse is not the same as equal. ' : ''
}

/** How sure we are of it; of a result that settles nothing, how sure of the numbers that leave it open. */
function sureText(body: OutcomeBody): string {
  const { certainty, zone } = body
  const word = CERTAINTY_FOR_PATIENTS[certainty]
  if (isUnplaced(body)) return `We are ${word} of these results.`
  if (zone !== 'inconclusive') return `We are ${word} of this.`
  return certainty === 'high' || certainty === 'moderate' ? `We are ${word} of these results, and they leave it open.` : `We are ${word} of these results.`
}

/** Whether neither an interval nor the source itself says on which side a ratio falls. */
function isUnplaced({ zone, headline: { finding }, effect, absolute }: Pick<OutcomeBody, 'zone' | 'headline' | 'effect' | 'absolute'>): boolean {
  return effect !== null && absolute === null && effect.measure !== 'MD' && effect.measure !== 'SMD' && zone === null && !takesASide(finding) && !saysNoClearDifference(finding.text)
}

/** The outcome of a body in plain words; a score has no other way round. */
export function bodyOutcome({ vocabulary }: PatientContext, { effect, headline, outcomeConcept, components, label }: OutcomeBody): string {
  const isScore = effect?.measure === 'MD' || effect?.measure === 'SMD'
  return plainOutcome(vocabulary, { outcomeConcept, components, label, instrument: headline.finding.instrument, higherIsBetter: effect === null || isScore || isOrdinal(headline.finding) ? null : effect.higherIsBetter })
}

/** From where the number without treatment is, where another study gave it or it was worked out from a rate. */
function baselineText({ baseline, headline }: OutcomeBody): string {
  const others = [...new Set((baseline?.from ?? []).filter(({ source }) => source.id !== headline.source.id).map(({ conduct }) => nameSource(conduct)))]
  return `${others.length === 0 ? '' : ` The number without it is from ${listed(others)}.`}${baseline?.basis === 'rate' ? ' We worked this out from a rate.' : baseline?.basis === 'difference' ? ' We worked this out from the difference that the source gives.' : ''}`
}

/** That the treated number comes from the ratio, where the source's own share differs from it: adjusted and over time a ratio is not that of the shares. */
function workedOutText({ absolute, effect, headline: { finding, reversed }, trials }: OutcomeBody): string {
  const treated = finding.arms.filter(({ role }) => role === (reversed ? 'control' : 'intervention'))
  const [arm] = treated
  if (absolute === null || effect === null || effect.origin !== 'reported' || trials.length > 1 || treated.length !== 1 || arm === undefined) return ''
  const share = arm.events !== null && arm.total !== null && arm.total > 0 ? (1000 * arm.events) / arm.total : arm.percent === null ? null : 10 * arm.percent
  return share === null || Math.abs(share - absolute.treatedPer1000) < 2 ? '' : ' We worked out the second number from the main estimate of the study.'
}

/** What the difference amounts to: real or not told apart from chance, and whether it is large enough to matter. */
function meaningText({ absolute, effect, zone, threshold }: OutcomeBody): string {
  if (absolute === null || effect === null) return ''
  const size = differenceText(absolute)
  switch (zone) {
    case 'important-benefit': case 'important-harm': return `That is ${size}.`
    case 'small-benefit': case 'small-harm': return threshold?.kind === 'per-1000' ? `That is ${size}. This is below the line we use for a difference that matters to most people (${decimal(threshold.value, 1)} of 1000).${reachesLine({ effect, absolute, threshold }) ? ' The range leaves open that it is larger.' : ''}` : `That is ${size}.`
    case 'trivial': return `That is little or no difference: ${size}.${threshold?.kind === 'per-1000' ? ` The line we use is ${decimal(threshold.value, 1)} of 1000.` : ''}`
    case 'inconclusive': return `The studies could not tell if there is a real difference: ${size}.`
    case null: return excludesNull(effect) === null ? `That is about ${size.replace(/^about /, '')}. We hold no full range for this.` : `That is ${size}.`
  }
}

/** Whether the source says which side its result favours. */
export function takesASide({ favours }: Finding): boolean {
  return favours === 'intervention' || favours === 'comparator'
}

type Words = { readonly treatment: string; readonly comparator: string; readonly outcome: string }

/** Without a baseline only the direction can be told; without an interval only where the source itself takes that side. */
function directionText({ effect, zone, headline }: OutcomeBody, { treatment, comparator, outcome, after }: Words & { readonly after: string }): string {
  if (effect === null) return ''
  if (isUnplaced({ zone, headline, effect, absolute: null })) return `We cannot place what ${treatment} does to ${outcome}${after}, next to ${comparator}. We hold no full range for this, and we did not work out how many people that means.`
  const open = zone === 'inconclusive' || zone === 'trivial' || (zone === null && !takesASide(headline.finding))
  if (open) return `The studies could not tell if ${treatment} makes a difference to ${outcome}${after}, next to ${comparator}. We did not work out how many people that means.`
  const more = effect.estimate > (effect.measure === 'RD' ? 0 : 1)
  const missing = zone === null ? 'We hold no full range for this, and we did not work out how many people that means.' : 'We did not work out how many people that means.'
  if (isOrdinal(headline.finding)) return `On ${outcome}, people with ${treatment} did ${directionOf(effect) >= 0 ? 'better' : 'worse'} than people with ${comparator}${after}. ${missing}`
  const small = zone?.startsWith('small') === true ? ' By the line we use, the difference is small.' : ''
  if (isTimeTo(headline.finding)) return `With ${treatment}, ${outcome} came ${more ? 'sooner' : 'later'} than with ${comparator}${after}. ${missing}`
  return `With ${treatment}, ${outcome} happened ${more ? 'more' : 'less'} often than with ${comparator}${after}. ${missing}${small}`
}

/** Cause words need a fair comparison; people who were only watched show a link. */
function watchedText({ effect }: OutcomeBody, treatment: string, outcome: string): string {
  if (effect === null) return ''
  const more = effect.estimate > (effect.measure === 'RD' || effect.measure === 'MD' || effect.measure === 'SMD' ? 0 : 1)
  const link = excludesNull(effect) === true ? `In people who had ${treatment}, ${outcome} happened ${more ? 'more' : 'less'} often.` : `No clear link was seen between ${treatment} and ${outcome}.`
  return `People were only watched here, not put into groups by chance. ${link} This cannot show that one causes the other.`
}

/** That a difference is below the line that matters; a range that reaches the line leaves open that it is not. */
function smallText(effect: Effect, threshold: Threshold | null): string {
  const maybe = reachesLine({ effect, absolute: null, threshold }) ? ' The range leaves open that it is larger.' : ''
  return threshold?.verified === false ? ` By the line often used, this is too small to matter. We hold no source for that line.${maybe}` : ` This is too small a difference to matter to most people.${maybe}`
}

/** A difference in scores, with the range and the change people notice, where a source for that line is held. */
function scoreText({ vocabulary }: PatientContext, { effect, threshold, zone, headline }: OutcomeBody, { treatment, comparator, outcome, months }: Words & { readonly months: number | null }): string {
  if (effect === null) return ''
  const instrument = vocabulary.instrument(headline.finding.instrument ?? '')
  const when = months === null ? '' : ` after ${duration(months)}`
  const verdict = zone === null ? ' We hold no full range for this.'
    : zone === 'trivial' && threshold?.verified !== false ? ' That is little or no difference.'
      : zone === 'inconclusive' ? ' The studies could not tell if this is a real difference.'
        : zone === 'trivial' || zone.startsWith('small') ? smallText(effect, threshold) : ''
  if (effect.measure === 'SMD') return `On ${outcome}, people with ${treatment} did ${directionOf(effect) >= 0 ? 'better' : 'worse'} than people with ${comparator}${when}. The size has no plain unit.${verdict}`
  const line = threshold !== null && threshold.kind === 'points' && threshold.verified ? ` The usual line for a change people notice is ${decimal(threshold.value, 1)}.` : ''
  const scale = instrument?.plain ?? unnamedScale(outcome, headline.finding.unit)
  return `${scoreDifference(effect, { scale, unit: scoreUnit(instrument?.unit, headline.finding.unit), treatment, comparator, when })}${ownRangeNote(effect)}${line}${verdict}`
}
