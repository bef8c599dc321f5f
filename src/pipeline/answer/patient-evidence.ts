import type { AppraisedFinding } from '../appraisal/index.ts'
import type { OutcomeBody } from '../synthesis/index.ts'
import { contradicts, patientBodyText } from './patient-body.ts'
import { joinClaimIds } from '../../core/model/index.ts'
import { aboutCites, conductCites } from './about-cites.ts'
import { bodyOf, type PatientContext } from './patient-context.ts'
import { costText } from './patient-cost.ts'
import { comparedText, seenText } from './patient-finding.ts'
import { NO_COMPARISON, plainLimits } from './patient-limits.ts'
import { explainedName } from './patient-names.ts'
import { ownWordsText, statedCertaintyText } from './patient-source-words.ts'
import { studyAgain, studyName, studyPeople, studyTested, studyTrust, roleNote } from './patient-study.ts'
import type { Cite, DraftClaim } from './types.ts'
import { capitalised, listed } from './wording.ts'

/**
 * The evidence claims of one section for a patient. Order and facts are those of every version; what changes is that
 * a body and the one study behind it are one claim, and results of one study that give no comparison in numbers are
 * one claim. Ids are joined, citations kept.
 */
export function patientEvidence(context: PatientContext, claims: readonly DraftClaim[], page: PageMemory = new PageMemory()): DraftClaim[] {
  const told = new SectionMemory(page, claims.some(({ id }) => id === 'uncontrolled:lead'))
  const inSection = new Set(claims.map(({ id }) => id))
  const absorbed = new Set<string>()
  const written: DraftClaim[] = []
  for (const claim of claims) {
    if (absorbed.has(claim.id)) continue
    const body = bodyOf(context, claim)
    const appraised = context.findings.get(claim.id)
    if (body !== undefined) {
      const headline = body.effect?.origin !== 'pooled' && inSection.has(body.headline.finding.id) && !absorbed.has(body.headline.finding.id) ? body.headline : null
      if (headline !== null) absorbed.add(headline.finding.id)
      written.push(bodyClaim(context, claim, body, headline, told))
    } else if (appraised !== undefined) {
      const compared = appraised.finding.outcomeKind === 'cost' ? null : comparedText(context, appraised)
      if (compared !== null) {
        const tookPart = tellsPeople(context, appraised, told)
        const meaning = treatmentMeaning(context, appraised, told)
        written.push({ ...claim, text: `${meaning}${compared.text}${statedCertaintyText(appraised)}${ownWordsText([appraised])} ${opening(context, appraised, told)}${closing(context, appraised)}`, cites: unique([...claim.cites, ...aboutCites(appraised.source), ...conductCites(appraised)]), inputs: { ...compared.inputs, role: appraised.finding.role, outcomeCategory: categoryOf(context, appraised), ...(closing(context, appraised) === '' ? {} : { overlaps: true }), tookPart, introduced: meaning !== '', studied: appraised.source.evidence?.population ?? null, criteria: appraised.source.evidence?.criteria ?? null } })
        continue
      }
      const together = claims.filter(({ id }) => !absorbed.has(id) && isTold(context, id, appraised))
      for (const { id } of together) absorbed.add(id)
      written.push(studyClaim(context, together, appraised, told))
    } else {
      written.push(claim)
    }
  }
  return written
}

/** Whether a claim is another result of the same study that is not compared in numbers either. */
function isTold(context: PatientContext, id: string, first: AppraisedFinding): boolean {
  const other = context.findings.get(id)
  if (other === undefined || other.source.id !== first.source.id) return false
  return other.finding.outcomeKind === first.finding.outcomeKind && (other.finding.outcomeKind === 'cost' || comparedText(context, other) === null)
}

/** What the page has said so far: what a treatment is. */
export class PageMemory {
  readonly treatments = new Set<string>()
}

/** What one section has said so far: a study is named in full, and who took part told, once a section. */
class SectionMemory {
  readonly page: PageMemory
  /** True where the section opens by saying that nothing in it was compared. */
  readonly saysUncompared: boolean
  readonly studies = new Set<string>()

  constructor(page: PageMemory, saysUncompared: boolean) {
    this.page = page
    this.saysUncompared = saysUncompared
  }
}

/** Who found it: in full the first time, by name afterwards. */
function opening(context: PatientContext, appraised: AppraisedFinding, told: SectionMemory): string {
  if (told.studies.has(appraised.source.id)) return `This is from ${studyAgain(appraised)}.${roleNote(appraised)}`
  told.studies.add(appraised.source.id)
  const people = studyPeople(context, appraised)
  const tested = studyTested(context, appraised)
  return `This is from ${studyName(appraised)}.${roleNote(appraised)}${studyTrust(appraised)}${tested === null ? '' : ` What was tested: “${tested}”.`}${people === null ? '' : ` Who took part: ${people}.`}${followedText(appraised)}`
}

/** Who took part, where the claim names no study. */
function peopleOf(context: PatientContext, appraised: AppraisedFinding): string {
  const people = studyPeople(context, appraised)
  return people === null ? '' : ` Who took part: ${people}.`
}

/** How long people were followed, in the source's own words, where the result itself has no time. */
function followedText({ source, finding }: AppraisedFinding): string {
  const followed = source.evidence?.followUp?.trim() ?? ''
  return finding.timeMonths !== null || followed === '' || /[“”"]|\. /.test(followed) ? '' : ` How long people were followed: “${followed.replace(/\.$/, '')}”.`
}

/** Whether the opening says who took part: with the study's full name. */
function tellsPeople(context: PatientContext, appraised: AppraisedFinding, told: SectionMemory): boolean {
  return !told.studies.has(appraised.source.id) && studyPeople(context, appraised) !== null
}

/** A treatment other than the one asked about is named and explained before its first number. */
function treatmentMeaning(context: PatientContext, { finding, source }: AppraisedFinding, told: SectionMemory): string {
  const ids = finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? [])
  const asked = context.synthesis.question.intervention.concepts
  const [first] = ids
  if (first === undefined || ids.some((id) => asked.some((wanted) => context.vocabulary.isWithin(id, wanted) || context.vocabulary.isWithin(wanted, id)))) return ''
  if (told.page.treatments.has(first)) return ''
  told.page.treatments.add(first)
  return `${capitalised(explainedName(context.vocabulary, first))}. `
}

function closing(context: PatientContext, appraised: AppraisedFinding): string {
  const inside = context.bodies.some((body) => body.headline.synthesis && body.headline !== appraised && body.inside.includes(appraised.studyId) && body.trials.some((trial) => trial.finding.id === appraised.finding.id))
  if (inside) return ' It is one of the studies in the review, so it does not count twice.'
  return context.bodies.some(({ overlapping }) => overlapping.includes(appraised)) ? ' It overlaps with another result told here, so it does not count twice.' : ''
}

/** What kind of outcome it is: a test result is told as one. */
function categoryOf({ vocabulary }: PatientContext, { finding }: AppraisedFinding): string | null {
  return vocabulary.outcome(finding.outcomeConcept ?? '')?.category ?? null
}

/** Whether the answer rests on tests that hid from people what they had, and this body is of another design. */
function isOutranked({ synthesis }: PatientContext, body: OutcomeBody): boolean {
  const strata = synthesis.strata.filter(({ bodies }) => bodies.includes(body))
  return body.tier !== 'blinded-randomized' && strata.length > 0 && strata.every(({ comparison }) => comparison?.tier === 'blinded-randomized')
}

function bodyClaim(context: PatientContext, claim: DraftClaim, body: OutcomeBody, headline: AppraisedFinding | null, told: SectionMemory): DraftClaim {
  const outranked = isOutranked(context, body)
  const text = `${patientBodyText(context, body)}${outranked ? ' It did not decide our answer, because fairer tests exist.' : ''}`
  const isPooled = body.effect?.origin === 'pooled'
  if (headline === null) return { ...claim, text: isPooled ? `${text}${contradicts(body) ? '' : ` We added up ${body.trials.length} studies for this.`}` : `${text}${ownWordsText([body.headline])}${peopleOf(context, body.headline)}`, cites: unique([...claim.cites, ...aboutCites(body.headline.source)]), inputs: { ...claim.inputs, outranked, ...(outranked ? { outrankedBy: 'a comparison that hid the treatment from people' } : {}), role: body.headline.finding.role, outcomeCategory: categoryOf(context, body.headline), months: body.headline.finding.timeMonths, people: body.headline.finding.criteria } }
  const alone = body.certainty === 'very-low' && body.tier !== 'observational' ? comparedText(context, headline) : null
  const { source, finding } = headline
  const tookPart = tellsPeople(context, headline, told)
  return {
    ...claim,
    id: joinClaimIds([claim.id, finding.id]),
    text: `${text}${alone === null ? '' : ` ${alone.text}`}${ownWordsText([headline])} ${opening(context, headline, told)}`,
    cites: unique([...claim.cites, { source, start: finding.span.start, end: finding.span.end }, ...aboutCites(source), ...conductCites(headline)]),
    inputs: { ...claim.inputs, ...alone?.inputs, outranked, ...(outranked ? { outrankedBy: 'a comparison that hid the treatment from people' } : {}), tookPart, role: finding.role, outcomeCategory: categoryOf(context, headline), months: finding.timeMonths, people: finding.criteria, studied: source.evidence?.population ?? null, criteria: source.evidence?.criteria ?? null, study: { people: source.evidence?.n ?? null, year: source.year } },
  }
}

/** Results of one study without a fair comparison: its numbers, then what else was looked at, then why it proves little. */
function studyClaim(context: PatientContext, claims: readonly DraftClaim[], first: AppraisedFinding, told: SectionMemory): DraftClaim {
  const findings = claims.map(({ id }) => context.findings.get(id)).filter((appraised) => appraised !== undefined)
  const tookPart = tellsPeople(context, first, told)
  const introduced = opening(context, first, told)
  if (first.finding.outcomeKind === 'cost') return merged(claims, [...new Set(findings.map((appraised) => costText(context, appraised))), introduced], findings, { tookPart })
  const firstNumber = findings.find((appraised) => seenText(context, appraised, false).kind === 'number')
  const seen = findings.map((appraised) => ({ appraised, ...seenText(context, appraised, appraised === firstNumber) }))
  const numbers = [...new Set(seen.filter(({ kind }) => kind === 'number').map(({ text }) => text))]
  const looked = [...new Set(seen.filter(({ kind }) => kind === 'looked-at').map(({ outcome, time }) => `${outcome}${time}`))]
  const reasons = reasonsOf(findings, told.saysUncompared)
  const meaning = treatmentMeaning(context, first, told).trim()
  const parts = [
    meaning,
    ...numbers,
    ownWordsText(findings).trim(),
    introduced,
    looked.length === 0 ? '' : `It ${numbers.length === 0 ? '' : 'also '}looked at ${listed(looked)}. We worked out no plain number for ${looked.length === 1 ? 'this' : 'these'}.`,
    ...(reasons.length === 0 ? [] : [`Take care: ${reasons.join('; ')}.`]),
  ]
  return merged(claims, parts, findings, { ...Object.fromEntries(seen.map(({ appraised, inputs }) => [appraised.finding.id, { ...inputs, notAnEffect: appraised.notAnEffect, role: appraised.finding.role }])), tookPart, introduced: meaning !== '' })
}

/** Why these numbers are no effect: each kind of weakness once; "no comparison group" says more than "not fair". */
function reasonsOf(findings: readonly AppraisedFinding[], saysUncompared: boolean): string[] {
  const reasons = findings.flatMap(({ notAnEffect }) => {
    if (notAnEffect === null) return []
    const known = plainLimits(notAnEffect)
    return known.length > 0 ? known : [UNFAIR]
  })
  return [...new Set(reasons)].filter((reason) => !(saysUncompared && reason === NO_COMPARISON) && !(reason === UNFAIR && reasons.some((other) => other !== UNFAIR)))
}

const UNFAIR = 'it cannot be read as what the treatment does'

function merged(claims: readonly DraftClaim[], parts: readonly string[], findings: readonly AppraisedFinding[], inputs: Readonly<Record<string, unknown>>): DraftClaim {
  const [first] = findings
  return {
    id: joinClaimIds(claims.map(({ id }) => id)),
    text: parts.filter((part) => part !== '').join(' '),
    kind: 'evidence',
    cites: unique([...claims.flatMap(({ cites }) => cites), ...(first === undefined ? [] : aboutCites(first.source))]),
    inputs: { ...inputs, studied: first?.source.evidence?.population ?? null, criteria: first?.source.evidence?.criteria ?? null },
  }
}

function unique(cites: readonly Cite[]): Cite[] {
  return cites.filter((cite, index) => cites.findIndex(({ source, start, end }) => source.id === cite.source.id && start === cite.start && end === cite.end) === index)
}
