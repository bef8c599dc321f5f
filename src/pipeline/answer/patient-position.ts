import type { Position } from '../appraisal/index.ts'
import type { PatientContext } from './patient-context.ts'
import { askedName } from './patient-names.ts'
import { plainPeople, readablePeople } from './patient-people.ts'
import type { DraftClaim } from './types.ts'
import { sentence, uncapitalised } from './wording.ts'

/** A recommendation's own name for the treatment is used up to this length. */
const LONGEST_NAME = 6

/** What a body says, as a short plain sentence, and what to know beside it. The claim's id and citation stay. */
export function patientPosition(context: PatientContext, claim: DraftClaim, position: Position): DraftClaim {
  const inputs = { ...claim.inputs, criteria: position.recommendation.criteria, population: position.recommendation.population, intervention: position.recommendation.intervention, flags: position.flags, whyNoVote: position.whyNoVote }
  return { ...claim, text: [leadText(context, position), ...notes(context, position)].map((part) => sentence(part)).join(' '), inputs }
}

/** "An expert group (USPSTF, 2022) strongly advises against starting low-dose aspirin for adults 60 or older". */
export function leadText(context: PatientContext, position: Position): string {
  const { recommendation, silence } = position
  const who = whoText(position)
  const what = treatmentText(context, position)
  if (silence === 'not-read') return `We could not read what ${uncapitalisedArticle(who)} says about ${what}. It is not counted on any side`
  if (silence !== null) return `${who} says nothing about ${what}. ${silenceReason(position)}That is not a no`
  return `${who} ${verbText(position)} ${what}${peopleText(context, position)}`
}

function uncapitalisedArticle(who: string): string {
  return who.replace(/^An? /, (article) => article.toLowerCase())
}

function silenceReason({ silence }: Position): string {
  switch (silence) {
    case 'predates': return 'It was written before the first study of it that we hold. '
    case 'outside-scope': return 'It covers other kinds of care. '
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
    case 'relayed': return `An expert group ${named}, as another paper reports,`
    case 'hta': return `A group that weighs effect and cost ${named}${told}`
    case 'coverage': return `A health plan ${named}`
    case 'licence': return `A drug and device agency ${named}`
  }
}

function treatmentText(context: PatientContext, { recommendation, interventionMatch }: Position): string {
  const own = recommendation.intervention.trim()
  const short = own !== '' && own.split(' ').length <= LONGEST_NAME && !/[\d();,/]/.test(own)
  if (interventionMatch === 'exact' && recommendation.interventions.some((id) => context.synthesis.question.intervention.concepts.includes(id)) && own.split(' ').length <= 2) return askedName(context)
  return short ? uncapitalised(own) : askedName(context)
}

function verbText({ bodyClass, recommendation }: Position): string {
  const { direction, strength } = recommendation
  if (bodyClass === 'coverage') {
    switch (direction) {
      case 'for': case 'neither': return 'may pay, if its rules are met, for'
      case 'against': return 'does not see a need for'
      case 'insufficient-evidence': return 'says there is not enough proof for'
      case 'silent': return 'says nothing about'
    }
  }
  if (bodyClass === 'licence') return direction === 'against' ? 'limits or refuses' : 'lets makers sell'
  switch (direction) {
    case 'for': return strength === 'strong' ? 'strongly advises' : strength === 'conditional' ? 'says some people may choose' : 'is in favour of'
    case 'neither': return 'leaves it to each person to decide about'
    case 'against': return strength === 'strong' ? 'strongly advises against' : strength === 'conditional' ? 'leans against' : 'advises against'
    case 'insufficient-evidence': return 'says too little is known about'
    case 'silent': return 'says nothing about'
  }
}

/** Whom it speaks of: in its own words where they are plain, and by its criteria where those say more. */
function peopleText({ vocabulary }: PatientContext, { recommendation }: Position): string {
  const own = readablePeople(recommendation.population)
  const criteria = plainPeople(vocabulary, recommendation.criteria)
  const vague = own !== null && /\bcriteria\b|\bselected\b/i.test(own)
  if (own !== null && !vague) return ` for ${own}`
  if (criteria !== null) return ` for ${criteria}`
  return own === null ? '' : ` for ${own.replace(/people not meeting (?:all |the )?criteria/i, 'people who do not meet its rules').replace(/people meeting (?:all |the )?criteria/i, 'people who meet its rules')}`
}

function notes({ synthesis }: PatientContext, position: Position): string[] {
  const { recommendation, bodyClass, linked, interested, flags, source } = position
  const replaced = synthesis.superseded.find(({ older }) => older.recommendation.id === recommendation.id)
  return [
    position.superseded === true || replaced !== undefined ? `It has put out newer advice since${replaced?.newer.source.year == null ? '' : ` (${replaced.newer.source.year})`}` : null,
    recommendation.carveOut ? 'This is a limit of its own advice and not a no to all' : null,
    linked === true ? 'It has ties to the maker' : interested === true ? 'Its members do this procedure' : null,
    bodyClass === 'draft' ? 'A draft can change, so we do not count it' : null,
    bodyClass === 'licence' && recommendation.direction !== 'against' ? 'That is leave to sell it. It is not advice to have it' : null,
    recommendation.strength === 'ungraded' && bodyClass === 'clinical' && position.silence === null ? 'It does not say how strong its advice is' : null,
    flags.some((flag) => flag.startsWith('over')) && bodyClass === 'clinical' ? 'This is more than 5 years old' : null,
    flags.includes('later versions exist, not held') || source.evidence?.laterVersionsNotHeld === true ? 'There are newer versions that we do not hold' : null,
    bodyClass === 'relayed' ? 'We have not read it ourselves, so we do not count it' : null,
  ].filter((note) => note !== null)
}
