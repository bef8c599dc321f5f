import type { Source } from '../../core/model/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import { isBlindingKnown, nameSource } from './name-source.ts'
import type { PatientContext } from './patient-context.ts'
import { plainPeople, readablePeople } from './patient-people.ts'
import { uncapitalised } from './wording.ts'

/** Kinds whose numbers are somebody else's. */
const PAPER_KINDS: readonly Source['kind'][] = ['guideline', 'policy', 'label', 'narrative-review', 'registration', 'other']

/** How a study is called the first time: what it is, its name, its year and how many people. */
export function studyName({ source, tier }: AppraisedFinding): string {
  const people = source.evidence?.n ?? null
  const facts = [source.studyName, source.year === null ? null : String(source.year), people === null ? null : `${people.toLocaleString('en')} people in all`].filter((fact) => fact !== null)
  const kind = isReview(source) ? 'a review of studies' : source.kind === 'cost-study' ? 'a computer model of cost' : PAPER_KINDS.includes(source.kind) ? `a paper by ${nameSource(source)}` : tier === 'observational' ? 'a study that only watched people' : 'one study'
  return facts.length === 0 ? kind : `${kind} (${facts.join(', ')})`
}

/** How it is called again on the same page. */
export function studyAgain({ source }: AppraisedFinding): string {
  return source.studyName ?? (isReview(source) ? 'the same review' : 'the same study')
}

function isReview({ kind }: Source): boolean {
  return kind === 'systematic-review' || kind === 'meta-analysis'
}

/** A longer description of who took part is told by its criteria. */
const MOST_WORDS_QUOTED = 30

/** Who took part, in the source's own words (in quotation marks where they are hard to read), or by its criteria. */
export function studyPeople({ vocabulary }: PatientContext, { source }: AppraisedFinding): string | null {
  if (source.kind === 'cost-study' || PAPER_KINDS.includes(source.kind)) return null
  const own = source.evidence?.population ?? null
  const asStated = own === null || own.split(' ').length > MOST_WORDS_QUOTED || /[“”"]|\. /.test(own) ? null : `“${uncapitalised(own.trim().replace(/\.$/, ''))}”`
  return readablePeople(vocabulary, own) ?? asStated ?? plainPeople(vocabulary, source.evidence?.criteria ?? null)
}

/** A longer description of what was tested is left to the link. */
const MOST_WORDS_TESTED = 22

/** What the people of a study had, in the source's own words, where they say more than the name of the treatment: "metformin (insulin added if needed)". Null where they do not. */
export function studyTested({ vocabulary }: PatientContext, { source, finding }: AppraisedFinding): string | null {
  const own = source.evidence?.intervention?.trim().replace(/\.$/, '') ?? ''
  const ids = finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? [])
  const names = ids.flatMap((id) => { const concept = vocabulary.concept(id); return concept === undefined ? [] : [concept.label, concept.plain, ...concept.synonyms] })
  if (own === '' || PAPER_KINDS.includes(source.kind) || source.kind === 'cost-study' || own.split(' ').length > MOST_WORDS_TESTED || /[“”"]|\. /.test(own)) return null
  return names.some((name) => name.toLowerCase() === own.toLowerCase()) ? null : uncapitalised(own)
}

/** That a result was not what the study set out to measure. */
export function roleNote({ finding: { role } }: AppraisedFinding): string {
  return role === 'post-hoc' || role === 'secondary' ? ' It was not a main result of the study.' : ''
}

/** Who paid, and what else limits trust in the paper; what is not known is told once for all studies elsewhere. */
export function studyTrust({ source, finding, tier, conduct, notAnEffect }: AppraisedFinding): string {
  const paid = source.funding === 'industry' ? ' The maker paid for it.' : source.funding === 'mixed' ? ' The maker paid for part of it.' : ''
  const paper = source.preprint ? ' Other experts had not yet checked it.' : source.retraction.state === 'corrected' ? ' The paper was corrected later.' : ''
  const compared = notAnEffect === null && finding.outcomeKind !== 'cost'
  const isAllOpen = /\b(?:all|every)\b.*\bopen|^open/i.test(conduct.evidence?.design.blinding ?? '')
  const known = !compared || !isBlindingKnown(conduct) ? '' : tier === 'blinded-randomized' ? ' People did not know which one they had.' : tier !== 'open-randomized' ? '' : isReview(source) && !isAllOpen ? ' In some of its studies people could know which one they had.' : conduct.evidence?.design.participantsBlinded === false || /open/i.test(conduct.evidence?.design.blinding ?? '') ? ' People knew which one they had.' : ''
  const kept = compared && (finding.analysis === 'per-protocol' || conduct.evidence?.signals.some(({ kind }) => kind === 'per-protocol-only') === true) ? ' Only people who kept to the plan were counted.' : ''
  return `${paid}${known}${kept}${paper}`
}
