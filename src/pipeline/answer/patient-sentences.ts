import type { Arm } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import { directionOf, excludesNull, readEffect, type OutcomeBody } from '../synthesis/index.ts'
import { decimal, duration, per1000 } from './format-number.ts'
import { capitalised, CERTAINTY_FOR_PATIENTS } from './wording.ts'

/**
 * The patient's version (METHODS section 8): absolute numbers first, of 1000 people, both arms and both framings, no
 * ratio alone, no p, no number needed to treat; every hedge, time and harm stays.
 */
export function patientBodySentence(vocabulary: Vocabulary, body: OutcomeBody, intervention: string): string {
  const outcome = plainOutcome(vocabulary, body.outcomeConcept, body.label)
  const sure = `We are ${CERTAINTY_FOR_PATIENTS[body.certainty]} of this.`
  const effect = body.effect
  if (effect === null || body.certainty === 'very-low') return `What ${intervention} does to ${outcome} is very unsure.`
  if (body.tier === 'observational') return `In people who were only watched, ${outcome} went along with ${intervention}. This cannot show that one causes the other. ${sure}`
  if (effect.measure === 'MD' || effect.measure === 'SMD') return `${scaleSentence(vocabulary, body, intervention, outcome)} ${sure}`
  const { absolute, baseline } = body
  if (absolute === null || baseline === null) return `${ratioDirection(body, intervention, outcome)} How many people that means was not available to us. ${sure}`
  const time = baseline.months === null ? '' : ` over ${duration(baseline.months)}`
  const without = per1000(absolute.controlPer1000)
  const withIt = per1000(absolute.treatedPer1000)
  const unsure = excludesNull(effect) === true ? '' : ' The studies could not tell if this is a real difference.'
  return `Of 1000 people like those studied, about ${without} had ${outcome} without ${intervention} and about ${withIt} with it${time} (${per1000(1000 - absolute.controlPer1000)} and ${per1000(1000 - absolute.treatedPer1000)} did not).${unsure} ${sure}`
}

function ratioDirection({ effect, zone }: OutcomeBody, intervention: string, outcome: string): string {
  if (effect === null || zone === null) return `The studies do not let us say what ${intervention} does to ${outcome}.`
  if (zone === 'inconclusive') return `The studies could not tell if ${intervention} changes ${outcome}.`
  const more = effect.estimate > (effect.measure === 'RD' ? 0 : 1)
  return `${capitalised(outcome)} was ${more ? 'more' : 'less'} common with ${intervention}.`
}

function scaleSentence(vocabulary: Vocabulary, body: OutcomeBody, intervention: string, outcome: string): string {
  const effect = body.effect
  if (effect === null) return ''
  const instrument = vocabulary.instrument(body.headline.finding.instrument ?? '')
  const scale = instrument?.plain ?? 'the scale used'
  const better = directionOf(effect) > 0 ? 'better' : 'worse'
  const size = decimal(Math.abs(effect.estimate), 1)
  const unit = instrument?.unit ?? 'points'
  const start = effect.measure === 'SMD' ? `People with ${intervention} had slightly different ${outcome} than those without.` : `On ${scale}, people with ${intervention} did ${size} ${unit} ${better} than the other group.`
  const line = body.threshold !== null && body.threshold.kind === 'points' && effect.measure === 'MD' ? ` The usual line for a change people notice is ${decimal(body.threshold.value, 1)}.` : ''
  const unsure = body.zone === null ? ' How exact this is was not available to us.' : excludesNull(effect) === true ? '' : ' The studies could not tell if this is a real difference.'
  return `${start}${line}${unsure}`
}

/** One study in plain words; where its fields allow no plain number the sentence says that a size is not available. */
export function patientFindingSentence(vocabulary: Vocabulary, appraised: AppraisedFinding): string {
  const { finding, source } = appraised
  const outcome = plainOutcome(vocabulary, finding.outcomeConcept, finding.outcome)
  const people = source.evidence?.n ?? null
  const who = `${people === null ? 'A study' : `A study of ${people.toLocaleString('en')} people`}${source.studyName === null ? '' : ` (${source.studyName})`}`
  const time = finding.timeMonths === null ? '' : ` after ${duration(finding.timeMonths)}`
  const paid = source.funding === 'industry' ? ' The maker paid for it.' : source.funding === 'mixed' ? ' The maker paid for part of it.' : ''
  const effect = readEffect(appraised)
  const caveat = appraised.notAnEffect !== null ? ' There was no fair comparison, so this does not show what the treatment does.' : ''
  const treated = armRisk(finding.arms.find((arm) => arm.role === 'intervention'))
  const control = armRisk(finding.arms.find((arm) => arm.role === 'control'))
  if (treated !== null && control !== null && appraised.notAnEffect === null) {
    return `${who} looked at ${outcome}${time}. Of 1000 people, about ${per1000(1000 * treated)} had it with the treatment and about ${per1000(1000 * control)} without.${effect !== null && excludesNull(effect) === false ? ' The study could not tell if this is a real difference.' : ''}${paid}`
  }
  if (treated !== null && control === null) return `${who} counted ${outcome}${time}: about ${per1000(1000 * treated)} of 1000 people who had the treatment.${caveat}${paid}`
  if (finding.measure === 'proportion' && finding.estimate !== null && /%|percent/i.test(finding.unit ?? '%')) return `${who} counted ${outcome}${time}: about ${per1000(10 * finding.estimate)} of 1000 people who had the treatment.${caveat}${paid}`
  if (effect !== null && (effect.measure === 'MD' || effect.measure === 'SMD') && effect.measure === 'MD') {
    const instrument = vocabulary.instrument(finding.instrument ?? '')
    const better = directionOf(effect) > 0 ? 'better' : 'worse'
    return `${who} looked at ${outcome}${time}. ${instrument === undefined ? 'On the scale used' : `On ${instrument.plain}`}, people with the treatment did ${decimal(Math.abs(effect.estimate), 1)} ${instrument?.unit ?? 'points'} ${better} than the other group.${excludesNull(effect) === null ? ' How exact this is was not available to us.' : excludesNull(effect) === false ? ' The study could not tell if this is a real difference.' : ''}${paid}`
  }
  if (effect !== null) {
    const more = effect.estimate > (effect.measure === 'RD' ? 0 : 1)
    const told = excludesNull(effect) === false ? 'The study could not tell if the treatment changed it.' : `It was ${more ? 'more' : 'less'} common with the treatment.`
    return `${who} looked at ${outcome}${time}. ${told} How many people that means was not available to us.${paid}`
  }
  return `${who} looked at ${outcome}${time}. ${appraised.notAnEffect === null ? 'A plain number was not available to us.' : 'There was no fair comparison, so this does not show what the treatment does.'}${paid}`
}

function armRisk(arm: Arm | undefined): number | null {
  if (arm === undefined) return null
  if (arm.events !== null && arm.total !== null && arm.total > 0) return arm.events / arm.total
  return arm.percent === null ? null : arm.percent / 100
}

function plainOutcome(vocabulary: Vocabulary, conceptId: string | null, label: string): string {
  const concept = conceptId === null ? undefined : vocabulary.outcome(conceptId)
  return concept?.plain ?? label.toLowerCase()
}
