import type { Certainty, Range, Verdict } from '../../core/model/index.ts'
import type { Position } from '../appraisal/index.ts'
import type { EvidenceSignal, OutcomeBody, Stratum } from '../synthesis/index.ts'
import { nameSource } from './name-source.ts'
import { patientBodyText } from './patient-body.ts'
import type { PatientContext } from './patient-context.ts'
import { plainLimit } from './patient-limits.ts'
import { askedCondition, askedName, conditionName } from './patient-names.ts'
import { plainPeople } from './patient-people.ts'
import { saysIndividual } from './patient-position.ts'
import type { DraftClaim } from './types.ts'
import { capitalised, CERTAINTY_FOR_PATIENTS, listed, sentence } from './wording.ts'

/** The verdict in a patient's words: the same stance, certainty and working, told by who says what, how sure, and what limits it. */
export function patientVerdict(context: PatientContext, verdict: Verdict): Verdict {
  const { strata } = context.synthesis
  return {
    ...verdict,
    headline: patientHeadline(context),
    reasons: reasonsOf(context),
    strata: verdict.strata.map((stratum, index) => ({ ...stratum, label: groupName(context, strata[index]), modifiers: stratum.modifiers.map(({ id, text }) => ({ id, text: modifierText(context, id, text) })) })),
    modifiers: verdict.modifiers.map(({ id, text }) => ({ id, text: modifierText(context, id, text) })),
  }
}

/** One line: what experts or studies say about this treatment for these people. It tells nobody what to do. */
export function patientHeadline(context: PatientContext): string {
  const { stance, question, strata } = context.synthesis
  const condition = askedCondition(context)
  const named = question.population.concepts
  const isNamed = (tag: string): boolean => named.some((id) => context.vocabulary.isWithin(id, tag))
  const byName = named.flatMap((id) => Object.entries(context.vocabulary.concept(id)?.criteria?.ranges ?? {}))
  const isImplied = (dimension: string, { min, max }: Range): boolean => byName.some(([own, range]) => own === dimension && range.min === min && range.max === max)
  const ranges = Object.fromEntries(Object.entries(question.criteria.ranges).filter(([dimension, range]) => !isImplied(dimension, range)))
  const people = plainPeople(context.vocabulary, { ...question.criteria, ranges, tags: question.criteria.tags.filter((tag) => !isNamed(tag)) })?.replace(/^people /, '') ?? ''
  const where = condition === null ? '' : ` for ${condition}`
  const what = `${askedName(context)}${where}${people === '' ? '' : `, ${/^(?:at|in|on|with|without|of|for)\b/.test(people) ? people : /^(?:men|women)\b/.test(people) ? `in ${people}` : `in people ${people}`}`}`
  const bodies = new Set(strata.flatMap(({ votes }) => votes.map(({ organization }) => organization))).size
  const against = strata.some(({ votes }) => votes.some(({ recommendation }) => recommendation.direction === 'against'))
  switch (stance) {
    case 'recommended': return bodies === 1 ? `An expert group advises ${what}.` : `Experts advise ${what}.`
    case 'conditional': return `It depends on the person: ${what}.`
    case 'contested': return strata.some(({ votes }) => votes.length > 0) ? `Experts disagree about ${what}.` : `There is no agreement about ${what}.`
    case 'not-recommended': return against ? (bodies === 1 ? `An expert group advises against ${what}.` : `Experts advise against ${what}.`) : `Studies speak against ${what}.`
    case 'insufficient-evidence': return `Too little is known about ${what}.`
    case 'no-evidence': return `We found nothing on ${what}.`
    case 'not-a-decision': return `This is not a yes-or-no question. Here is what we hold${condition === null ? '' : ` on ${condition}`}.`
  }
}

/** The first sentence of the answer: the stance, who is on which side, and how sure the studies leave us. */
export function patientVerdictText(context: PatientContext): string {
  const { stance, certainty, certaintyBasis, strata } = context.synthesis
  const votes = [...new Set(strata.flatMap((stratum) => stratum.votes))]
  const sure = certainty === null ? 'How sure one can be was not rated.' : certaintyText(certainty, certaintyBasis, strata[0]?.evidenceSignal === 'E3i')
  const depends = stance === 'conditional' ? dependsText(context) : ''
  return [patientHeadline(context), depends, sidesText(votes), sure].filter((part) => part !== '').join(' ')
}

/** How sure the results are, and whose word that is; results that settle nothing leave it open however sure they are. */
function certaintyText(certainty: Certainty, basis: string | null, isOpen: boolean): string {
  const level = CERTAINTY_FOR_PATIENTS[certainty]
  const stated = /^as stated by (.+)$/.exec(basis ?? '')?.[1]
  if (stated !== undefined) return `How sure ${stated} says it is: ${level}.`
  return isOpen ? `We are ${level} of what the studies found, and it leaves the question open.` : `We are ${level} of what the studies found.`
}

/** What the answer turns on, group by group. */
function dependsText(context: PatientContext): string {
  const { strata } = context.synthesis
  if (strata.length < 2) return ''
  return strata.map((stratum) => `For ${groupName(context, stratum)}: ${GROUP_WORDS[stratum.stance]}.`).join(' ')
}

const GROUP_WORDS: Readonly<Record<Verdict['stance'], string>> = {
  recommended: 'experts advise it', conditional: 'it depends on the person', contested: 'experts disagree', 'not-recommended': 'experts or studies speak against it',
  'insufficient-evidence': 'too little is known', 'no-evidence': 'we found nothing', 'not-a-decision': 'this is not a yes-or-no question',
}

/** A group is named by what sets it apart from the people asked about. */
function groupName({ vocabulary, synthesis }: PatientContext, stratum: Stratum | undefined): string {
  if (stratum === undefined || stratum.label === '') return 'everyone asked about'
  const { criteria: asked, population } = synthesis.question
  const ranges = Object.fromEntries(Object.entries(stratum.criteria.ranges).filter(([dimension, { min, max }]) => asked.ranges[dimension]?.min !== min || asked.ranges[dimension]?.max !== max))
  const isNew = (tag: string): boolean => !asked.tags.includes(tag) && !asked.notTags.includes(tag) && !population.concepts.some((id) => vocabulary.isWithin(id, tag))
  const own = plainPeople(vocabulary, { ranges, tags: stratum.criteria.tags.filter(isNew), notTags: stratum.criteria.notTags.filter(isNew) })
  const condition = stratum.condition === null || stratum.condition === undefined ? null : `people with ${conditionName(vocabulary, stratum.condition)}`
  if (own === null) return condition ?? stratum.label
  return condition === null ? own : `${condition}: ${own}`
}

/** Who is for, who is against, who finds too little; ties said beside the name. */
function sidesText(votes: readonly Position[]): string {
  const by = (directions: readonly string[]): Position[] => votes.filter(({ recommendation }) => directions.includes(recommendation.direction))
  const named = (positions: readonly Position[]): string => listed([...new Set(positions.map(({ organization, source }) => `${organization}${source.year === null ? '' : ` (${source.year})`}`))])
  const some = (positions: readonly Position[], one: string, many: string): string => (new Set(positions.map(({ organization }) => organization)).size === 1 ? one : many)
  const [favouring, undecided, opponents, unsure] = [by(['for']), by(['neither']), by(['against']), by(['insufficient-evidence'])]
  const supporters = favouring.filter((position) => !saysIndividual(position.recommendation))
  const left = [...favouring, ...undecided].filter((position) => saysIndividual(position.recommendation))
  const neutral = undecided.filter((position) => !saysIndividual(position.recommendation))
  const leaning = (positions: readonly Position[], isLeaning: boolean): Position[] => positions.filter((position) => (position.recommendation.strength === 'conditional') === isLeaning)
  const side = (positions: readonly Position[], one: string, many: string, rest: string): string | null => (positions.length === 0 ? null : `${named(positions)} ${some(positions, one, many)} ${rest}.`)
  const forSome = (positions: readonly Position[]): string => (positions.some(({ organization }) => [...favouring, ...undecided].some((other) => other.organization === organization)) ? ' for some people' : '')
  const linked = [...new Set(favouring.filter((position) => position.linked === true).map(({ organization }) => organization))]
  const interested = [...new Set(favouring.filter((position) => position.linked !== true && position.interested === true).map(({ organization }) => organization))]
  return [
    votes.length === 0 ? 'No expert group held here takes a side.' : null,
    side(leaning(supporters, false), 'is', 'are', `in favour for the people ${some(leaning(supporters, false), 'it', 'each')} speaks of`),
    side(leaning(supporters, true), 'leans', 'lean', `towards it for the people ${some(leaning(supporters, true), 'it', 'each')} speaks of`),
    side(left, 'leaves', 'leave', 'it to each person'),
    side(neutral, 'says', 'say', 'it depends on the person'),
    side(leaning(opponents, false), 'advises', 'advise', `against it${forSome(leaning(opponents, false))}`),
    side(leaning(opponents, true), 'leans', 'lean', `against it${forSome(leaning(opponents, true))}`),
    side(unsure, 'says', 'say', 'too little is known'),
    linked.length === 0 ? null : `${listed(linked)} ${linked.length === 1 ? 'has' : 'have'} ties to the maker.`,
    interested.length === 0 ? null : `Members of ${listed(interested)} do this procedure.`,
  ].filter((part) => part !== null).join(' ')
}

function reasonsOf(context: PatientContext): string[] {
  const { strata, appraisal } = context.synthesis
  const several = strata.length > 1
  const lines = strata.flatMap((stratum) => {
    const group = several ? `For ${groupName(context, stratum)}: ` : ''
    return [`Who says what. ${group}${sidesText(stratum.votes)}`, `What studies found. ${group}${studiesText(context, stratum)}`]
  })
  const silent = [...new Set(appraisal.positions.filter(({ silence, bodyClass }) => silence !== null && silence !== 'not-read' && bodyClass === 'clinical').map(({ organization }) => organization))]
  if (silent.length > 0) lines.push(`Who says nothing. ${listed(silent)} ${silent.length === 1 ? 'says' : 'say'} nothing about it. That is not a no.`)
  const limits = limitsText(context)
  if (limits !== null) lines.push(limits)
  return lines
}

function studiesText(context: PatientContext, { deciding, comparison, certainty, evidenceSignal }: Stratum): string {
  const [first] = deciding
  if (first === undefined) return 'We hold no result that can be weighed for these people.'
  const best = comparison?.tier === 'blinded-randomized' ? 'The fairest tests hid from people which one they had. ' : comparison?.tier === 'open-randomized' ? 'People were put into groups by chance, and they could know which one. ' : ''
  const sure = certainty === null ? '' : ` All in all we are ${CERTAINTY_FOR_PATIENTS[certainty]}.`
  return `${FOUND[evidenceSignal]} ${best}${leading(deciding).map((body) => patientBodyText(context, body)).join(' ')}${sure}`
}

/** The evidence signal of the decision table, told to a patient (docs/methods/verdict.md). */
const FOUND: Readonly<Record<EvidenceSignal, string>> = {
  E0: 'No result held here can be weighed.',
  E1: 'Studies found a benefit that matters.',
  E2: 'Studies point to a benefit, but it is small or far from sure.',
  E3c: 'Large studies do not agree with each other.',
  E3i: 'Studies could not settle it.',
  E4: 'It was tested, and the tests did not find a benefit that matters.',
  E5: 'Studies found a harm that matters, and no benefit that does.',
}

/** The first outcome that decided, and the first harm among them. */
function leading(deciding: readonly OutcomeBody[]): OutcomeBody[] {
  return [...new Set([deciding[0], deciding.find(({ kind }) => kind === 'harm')])].filter((body) => body !== undefined)
}

function limitsText({ synthesis: { strata, appraisal } }: PatientContext): string | null {
  const serious = strata.flatMap(({ deciding }) => deciding.flatMap(({ domains }) => domains.filter(({ concern }) => concern === 'serious' || concern === 'very-serious').flatMap(({ reason }) => reason.split('; ').map((part) => plainLimit(part)))).filter((limit) => limit !== null))
  const funded = [...new Set(appraisal.findings.filter(({ tier, source }) => tier.endsWith('randomized') && source.funding === 'industry').map(({ conduct }) => nameSource(conduct)))].slice(0, 4)
  const parts = [...[...new Set(serious)].map((limit) => sentence(capitalised(limit))), ...(funded.length === 0 ? [] : [`The maker paid for ${listed(funded)}.`])]
  return parts.length === 0 ? null : `What makes us less sure. ${parts.join(' ')}`
}

/** What beside guidelines and studies touched the verdict, from the positions it names. */
function modifierText({ synthesis }: PatientContext, id: string, text: string): string {
  const named = (positions: readonly Position[]): string => listed([...new Set(positions.map(({ organization }) => organization))].toSorted())
  const { coverage, appraisal } = synthesis
  const refusing = coverage.filter(({ recommendation }) => ['against', 'insufficient-evidence'].includes(recommendation.direction) && !recommendation.carveOut)
  const licences = appraisal.positions.filter(({ bodyClass, recommendation }) => bodyClass === 'licence' && recommendation.direction === 'against')
  switch (id) {
    case 'M1': return `Health plans do not agree. ${named(refusing)} ${new Set(refusing.map(({ organization }) => organization)).size === 1 ? 'calls' : 'call'} it unproven or not needed.`
    case 'M2': return 'No expert group held here takes a side, and the agencies that do point in two ways.'
    case 'M3': return `The licence warns about it or limits it for these people${licences.length === 0 ? '' : ` (${named(licences)})`}.`
    case 'M4': return `Other expert groups are said to hold the opposite view. We know this only from other papers.`
    case 'M5': return sentence(text.replace(/per 1000/g, 'of 1000').replace(/\.$/, ''))
    default: return sentence(text.replace(/contraindicated/gi, 'not to be used').replace(/ is relayed as holding the opposite/, ' is said to hold the opposite view'))
  }
}

/** The opening claim in a patient's words; its inputs and citations are those of every version. */
export function patientVerdictClaim(context: PatientContext, claim: DraftClaim): DraftClaim {
  const { stance, appraisal } = context.synthesis
  if (stance === 'no-evidence') return { ...claim, text: `${patientHeadline(context)} We searched ${appraisal.snapshot.sources.toLocaleString('en')} sources and looked at ${appraisal.considered.toLocaleString('en')} of them. None was about this.` }
  if (!('strata' in (claim.inputs ?? {}))) return claim
  return { ...claim, text: patientVerdictText(context) }
}
