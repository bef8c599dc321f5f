import type { Recommendation } from '../../core/model/index.ts'
import { saysIndividualDecision, saysMayConsider, statesStrength } from '../../core/text/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Position } from '../appraisal/index.ts'
import { adviceCites } from './advice-cites.ts'
import type { PatientContext } from './patient-context.ts'
import { askedName, orNames } from './patient-names.ts'
import { plainPeople, readablePeople } from './patient-people.ts'
import { boundText, exactWords } from './patient-source-words.ts'
import type { DraftClaim } from './types.ts'
import { untoldIllness } from './untold-illness.ts'
import { sentence, uncapitalised, withArticle } from './wording.ts'

/** A recommendation's own name for the treatment is used up to this length. */
const LONGEST_NAME = 10

/** What a body says, as a short plain sentence, and what to know beside it. The claim's id and citation stay. */
export function patientPosition(context: PatientContext, claim: DraftClaim, position: Position): DraftClaim {
  const inputs = { ...claim.inputs, criteria: position.recommendation.criteria, population: position.recommendation.population, intervention: position.recommendation.intervention, flags: position.flags, whyNoVote: position.whyNoVote, silence: position.silence, searchDate: position.source.evidence?.searchDate ?? null, tellsIllness: tellsIllness(context, position) }
  return { ...claim, text: adviceSentences(context, position).join(' '), cites: adviceCites(context.vocabulary, claim, position), inputs }
}

/** What a body says and what to know beside it, sentence by sentence. */
function adviceSentences(context: PatientContext, position: Position): string[] {
  return [leadText(context, position), ...bounds(context, position, exactWords(position, saidText(context, position)) !== null), ...notes(context, position)].map((part) => sentence(part))
}

/** Whether the illness has to be told beside the advice, since its sentence does not name it. */
function tellsIllness(context: PatientContext, position: Position): boolean {
  return position.silence === null && untoldIllness(context.vocabulary, position.recommendation.conditions, saidText(context, position)) !== null
}

/** What a body says with what binds it: the illness, and its exact words. */
export function boundAdvice(context: PatientContext, position: Position): string {
  const exact = exactWords(position, saidText(context, position))
  return [leadText(context, position), ...bounds(context, position, exact !== null), ...(exact === null ? [] : [exact])].map((part) => sentence(part)).join(' ')
}

/** The illness that advice is about where its sentence does not name it, and how its own words bind it. */
function bounds(context: PatientContext, position: Position, isQuoted = false): string[] {
  if (position.silence !== null) return []
  const said = saidText(context, position)
  const illness = untoldIllness(context.vocabulary, position.recommendation.conditions, said)
  return [illness === null ? null : `It is about ${illness}`, isQuoted ? null : boundText(position, said)].filter((part) => part !== null)
}

/** "An expert group (USPSTF, 2022) strongly advises against starting low-dose aspirin for adults 60 or older". */
export function leadText(context: PatientContext, position: Position): string {
  return `${whoText(position)} ${saidText(context, position)}`
}

/** What it says, without who says it. */
export function saidText(context: PatientContext, position: Position): string {
  const what = treatmentText(context, position)
  if (position.silence === 'not-read') return 'has advice that we could not read. We count it on no side'
  if (position.silence !== null) return `gives no advice on ${what}${hasOwnWords(position) ? peopleText(context, position) : ''}. ${silenceReason(position)}That is not a no`
  return `${verbText(position)} ${what}${peopleText(context, position)}`
}

/** Whether a silence stands in a sentence of the document and not only in what is missing from it. */
function hasOwnWords({ source, recommendation }: Position): boolean {
  return recommendation.text !== source.title
}

function silenceReason(position: Position): string {
  switch (position.silence) {
    case 'predates': return 'It was written before the first study of it that we hold. '
    case 'outside-scope': return hasOwnWords(position) ? '' : 'It covers other kinds of care. '
    case 'in-scope-not-mentioned': case 'not-read': case null: return ''
  }
}

function whoText({ organization, source, bodyClass, recommendation }: Position): string {
  const year = source.year === null ? 'date not known' : String(source.year)
  const named = `(${organization}, ${year})`
  const told = recommendation.relayedFor === null ? '' : ', as another paper reports,'
  switch (bodyClass) {
    case 'clinical': return `An expert group ${named}${told}`
    case 'draft': return `A draft by an expert group ${named}${told}`
    case 'relayed': return `Another group (${organization}), as a paper ${source.year === null ? 'of unknown date' : `of ${source.year}`} reports,`
    case 'hta': return `A group that weighs effect and cost ${named}${told}`
    case 'coverage': return `A health plan ${named}`
    case 'licence': return `The agency that licenses drugs and devices ${named}`
  }
}

/** The treatment in the body's own words where they are short, else by name. Never the one asked about when it is another. */
function treatmentText(context: PatientContext, position: Position): string {
  const { recommendation, interventionMatch } = position
  const { vocabulary, synthesis } = context
  const isOnTopic = [...synthesis.appraisal.positions, ...synthesis.coverage].includes(position)
  if (position.silence !== null && isOnTopic) return askedName(context)
  const own = recommendation.intervention.trim()
  const ids = recommendation.interventions
  const [only] = ids
  const label = only === undefined ? undefined : vocabulary.concept(only)?.label
  if (isOnTopic && interventionMatch === 'exact' && (own === '' || own.toLowerCase() === label?.toLowerCase())) return askedName(context)
  const routine = /\broutine(?:ly)?\b/i.test(recommendation.text) && !/routine/i.test(own) ? 'routine ' : ''
  if (own !== '' && own.split(' ').length <= LONGEST_NAME && !/[\d();:]/.test(own)) return position.bodyClass === 'licence' ? own : routine === '' ? withArticle(uncapitalised(own)) : `${routine}${uncapitalised(own)}`
  if (ids.length > 0 && ids.length <= 3) return orNames(vocabulary, ids)
  return own === '' ? (isOnTopic ? askedName(context) : 'another treatment') : `this: ${uncapitalised(own)},`
}

function verbText(position: Position): string {
  const { bodyClass, recommendation } = position
  const { direction, strength } = recommendation
  const isStrong = strength === 'strong' && statesStrength(recommendation.text)
  if (bodyClass === 'coverage') {
    switch (direction) {
      case 'for': case 'neither': return 'may pay, if its rules are met, for'
      case 'against': return 'does not see a need for'
      case 'insufficient-evidence': return 'says there is not enough proof for'
      case 'silent': return 'gives no advice on'
    }
  }
  if (bodyClass === 'licence' || isRelayedLicence(position)) return direction !== 'against' ? 'lets makers sell' : /\b(?:refus|declin|withdr|not (?:approve|licen[sc]e)|negative opinion)/i.test(recommendation.text) ? 'refuses' : 'limits'
  switch (direction) {
    case 'for': return saysIndividual(recommendation) ? INDIVIDUAL : isStrong ? 'strongly advises' : strength === 'strong' ? 'advises' : strength === 'conditional' ? (saysMayConsider(recommendation.text) ? 'says that one may consider' : 'leans towards') : 'is in favour of'
    case 'neither': return saysIndividual(recommendation) ? INDIVIDUAL : 'advises neither for nor against'
    case 'against': return isStrong ? 'strongly advises against' : strength === 'conditional' ? 'leans against' : 'advises against'
    case 'insufficient-evidence': return 'says too little is known about'
    case 'silent': return 'gives no advice on'
  }
}

/** Advice that leaves the choice to each person, whatever side its grade counts on. */
const INDIVIDUAL = 'leaves it to each person to decide about'

/** Whether advice of no strong grade says that the decision is an individual one. */
export function saysIndividual({ strength, text }: Pick<Recommendation, 'strength' | 'text'>): boolean {
  return strength !== 'strong' && saysIndividualDecision(text)
}

/** A licence that another paper reports is still no advice. */
function isRelayedLicence({ bodyClass, recommendation: { text } }: Position): boolean {
  return bodyClass === 'relayed' && /\b(?:licen[sc]e[ds]?|approve[ds]|authori[sz]e[ds])\b/i.test(text)
}

/** Words that follow "for" as they are. */
const PERSONS = /^(?:all |any |most |healthy |older |younger |pregnant |insured |middle-aged )?(?:adults?|people|persons|patients|women|men|children|infants|babies|newborns|workers|outpatients|members)\b/i

/** A longer description of whom it speaks of is told by its criteria. */
const MOST_WORDS_QUOTED = 25

function peopleText({ vocabulary }: PatientContext, position: Position): string {
  const people = statedPeople(vocabulary, position)
  return people === null ? '' : ` for ${people}`
}

/** Whom advice speaks of: in the body's own words (in quotation marks where they are hard to read), or by its criteria; null where it does not say. */
export function statedPeople(vocabulary: Vocabulary, { source, recommendation }: Pick<Position, 'source' | 'recommendation'>): string | null {
  const population = /^same (?:group|people)\b/i.test(recommendation.population) ? (source.evidence?.population ?? '') : recommendation.population
  const own = readablePeople(vocabulary, population)
  const criteria = plainPeople(vocabulary, recommendation.criteria)
  const stated = population.trim().replace(/\.$/, '')
  const vague = /\bcriteria\b|\bselected\b|\bsame (?:group|people)\b/i.test(stated)
  if (own !== null && !vague && (PERSONS.test(own) || vocabulary.recognise(own)[0]?.start === 0)) return own
  if (stated !== '' && !vague && !/[“”"]/.test(stated) && stated.split(' ').length <= MOST_WORDS_QUOTED) return `these people: “${uncapitalised(stated)}”`
  if (criteria !== null) return criteria
  return own === null ? null : own.replace(/people not meeting (?:all |the )?criteria/i, 'people who do not meet its rules').replace(/people meeting (?:all |the )?criteria/i, 'people who meet its rules')
}

function notes(context: PatientContext, position: Position): string[] {
  const { synthesis } = context
  const said = saidText(context, position)
  const { recommendation, bodyClass, linked, interested, flags, source } = position
  const replaced = synthesis.superseded.find(({ older }) => older.recommendation.id === recommendation.id)
  const since = replaced?.newer.source.year ?? null
  return [
    position.superseded === true || replaced !== undefined ? `It has put out newer advice since${since === null ? '' : ` (${since})`}` : null,
    position.otherOutcome === null ? null : 'That advice is about another result, so we do not count it here',
    recommendation.carveOut ? 'This is a limit of its own advice and not a no to all' : null,
    linked === true ? 'It has ties to the maker' : interested === true ? 'Its members do this procedure' : null,
    bodyClass === 'draft' ? 'A draft can change, so we do not count it' : null,
    (bodyClass === 'licence' || isRelayedLicence(position)) && recommendation.direction !== 'against' ? 'That is leave to sell it. It is not advice to have it' : null,
    recommendation.strength === 'ungraded' && bodyClass === 'clinical' && position.silence === null ? 'We hold no grade for it' : null,
    flags.some((flag) => flag.startsWith('over')) && bodyClass === 'clinical' ? (source.evidence?.searchDate === null || source.evidence?.searchDate === undefined ? 'This is more than 5 years old' : `It looked at studies up to ${source.evidence.searchDate.slice(0, 4)}, more than 5 years ago`) : null,
    exactWords(position, said),
    flags.includes('later versions exist, not held') || source.evidence?.laterVersionsNotHeld === true ? 'There are newer versions that we do not hold' : null,
    bodyClass === 'relayed' ? 'We have not read it ourselves, so we do not count it' : null,
  ].filter((note) => note !== null)
}
