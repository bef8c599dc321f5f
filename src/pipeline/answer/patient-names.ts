import type { Finding } from '../../core/model/index.ts'
import type { Concept, Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import type { PatientContext } from './patient-context.ts'
import { capitalised, listed, uncapitalised, withArticle } from './wording.ts'

/** Plain words of more than this many are an explanation, not a name to repeat in every sentence. */
const MOST_WORDS_OF_A_NAME = 6

/**
 * A name a patient can carry through the page: the plain words where they are short and mean this thing alone
 * ("keyhole surgery of the knee"), else the professional name, which is explained once. A drug keeps its one-word name,
 * because that is what stands on the box.
 */
export function plainName(vocabulary: Vocabulary, id: string): string {
  const concept = vocabulary.concept(id)
  if (concept === undefined) return id.replaceAll('-', ' ')
  return isShortName(concept) && !isShared(vocabulary, concept) ? concept.plain : concept.label
}

function isShortName({ label, plain }: Concept): boolean {
  return label.includes(' ') && plain.split(' ').length <= MOST_WORDS_OF_A_NAME && !/[,;(]|\b(?:that|which|who|such as|or)\b|^(?:aiming|opening|closing|changing|removing|washing|stopping|taking|pulling)\b/.test(plain)
}

/** Drugs of one class often share their plain words; a name has to tell them apart. */
function isShared(vocabulary: Vocabulary, { id, kind, plain }: Concept): boolean {
  for (const other of vocabulary.concepts()) if (other.id !== id && other.kind === kind && other.plain === plain) return true
  return false
}

/** The name, followed by its plain meaning where the name alone says little. */
export function explainedName(vocabulary: Vocabulary, id: string): string {
  const concept = vocabulary.concept(id)
  const name = plainName(vocabulary, id)
  return concept === undefined || saysTheSame(name, concept.plain) ? name : `${name}: ${concept.plain}`
}

/** "Basivertebral nerve ablation means a procedure that …", or null where the name that the page uses explains itself. */
export function meaningOf(vocabulary: Vocabulary, id: string, name: string = plainName(vocabulary, id)): string | null {
  const concept = vocabulary.concept(id)
  if (concept === undefined || /^(?:preventing|staying|keeping)\b/.test(concept.plain)) return null
  if (saysTheSame(name, concept.plain)) return null
  const meaning = concept.plain.toLowerCase().startsWith(`${concept.label.toLowerCase()}, `) ? concept.plain.slice(concept.label.length + 2) : concept.plain
  return `${capitalised(withArticle(name))} means ${meaning}.`
}

/** Plain words that only repeat the name: "the drug ivermectin", "melatonin". */
function saysTheSame(name: string, plain: string): boolean {
  const fold = (text: string): string => text.toLowerCase().replace(/^(?:an?|the) /, '')
  return fold(name) === fold(plain) || (fold(plain).endsWith(fold(name)) && fold(plain).split(' ').length <= fold(name).split(' ').length + 2)
}

/** The treatment asked about, as every sentence calls it. */
export function askedName({ vocabulary, synthesis }: PatientContext): string {
  const { concepts, text } = synthesis.question.intervention
  return concepts.length === 0 ? (text ?? 'this treatment') : listed(concepts.map((id) => withArticle(plainName(vocabulary, id))))
}

/** The condition asked about: "low back pain", "preventing a first heart attack or stroke"; null when none is named. */
export function askedCondition({ vocabulary, synthesis }: PatientContext): string | null {
  const { concepts } = synthesis.question.population
  return concepts.length === 0 ? null : listed(concepts.map((id) => conditionName(vocabulary, id)))
}

/** A condition is called what the question calls it and explained once; a purpose ("prevention of …") by its plain words. */
export function conditionName(vocabulary: Vocabulary, id: string): string {
  const concept = vocabulary.concept(id)
  if (concept === undefined) return id.replaceAll('-', ' ')
  return /^(?:preventing|staying|keeping)\b/.test(concept.plain) ? concept.plain : concept.label
}

/** Names of several things given together or one for the other: "a, b or c". */
export function orNames(vocabulary: Vocabulary, ids: readonly string[]): string {
  const names = ids.map((id) => withArticle(plainName(vocabulary, id)))
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

/** Who was invited is counted whether or not they came: an invitation is what was tested. */
export function invitedTo({ source, finding }: Pick<AppraisedFinding, 'source' | 'finding'>, name: string): string {
  return /\binvit(?:ed|ation)/i.test(`${source.evidence?.intervention ?? ''} ${finding.text} ${finding.arms.map((arm) => arm.name).join(' ')}`) ? `an invitation to ${name.replace(/^(?:an?|the) /, '')}` : name
}

/** More names than this are told as "one of several treatments". */
const MOST_NAMES = 3

/**
 * What the people of the first group of a result had. Only results on the question's own topic may take the name of
 * the treatment asked about; anything else is called by its own.
 */
export function treatmentOf(context: PatientContext, appraised: AppraisedFinding): string {
  return invitedTo(appraised, namedTreatment(context, appraised))
}

function namedTreatment(context: PatientContext, appraised: AppraisedFinding): string {
  const { vocabulary, synthesis } = context
  const { source, finding, reversed } = appraised
  const isOnTopic = synthesis.appraisal.findings.includes(appraised)
  if (reversed && isOnTopic) return askedName(context)
  const own = finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? [])
  if (isOnTopic && (own.length === 0 || own.length > MOST_NAMES || own.some((id) => synthesis.question.intervention.concepts.includes(id)))) return askedName(context)
  if (own.length > 0 && own.length <= MOST_NAMES) return orNames(vocabulary, own)
  return own.length > MOST_NAMES ? 'one of several treatments' : shortOr(source.evidence?.intervention ?? '', 'the treatment studied')
}

/** What the other group had, in plain words; null where there was no other group. */
export function comparatorOf(context: PatientContext, appraised: AppraisedFinding): string | null {
  const { vocabulary } = context
  const { finding, source, reversed } = appraised
  const ids = finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? [])
  const concepts = ids.map((id) => vocabulary.concept(id)).filter((concept) => concept !== undefined)
  switch (finding.comparatorType) {
    case 'sham': return concepts.some(({ form }) => form === 'procedure' || form === 'device') ? 'a pretend procedure' : 'a pretend treatment'
    case 'placebo': return `${dummyOf(concepts)}${/ or /.test(ownComparator(appraised) ?? '') && finding.text.toLowerCase().includes((ownComparator(appraised) ?? '').toLowerCase()) ? inOwnWords(appraised) : ''}`
    case 'usual-care': return `usual care${inOwnWords(appraised)}`
    case 'no-treatment': return withoutIt(appraised) ?? (concepts.some(({ form }) => form === 'test' || form === 'strategy') ? 'no such test' : `no treatment${inOwnWords(appraised)}`)
    case 'active': return reversed ? orNames(vocabulary, ids) || 'another treatment' : `${activeName(vocabulary, finding, source.evidence?.comparators ?? [])}${(finding.comparators.length > 1 ? finding.comparators : (source.evidence?.comparators ?? [])).length > 1 ? inOwnWords(appraised) : ''}`
    case 'dose': return 'another dose'
    case 'mixed': return inOwnWords(appraised) === '' ? 'other care or none' : `the other group${inOwnWords(appraised)}`
    case 'own-baseline': case 'none': return null
    case 'not-stated': return `the other group${inOwnWords(appraised)}`
  }
}

/** A comparator in more words than this is left to the link. */
const MOST_WORDS_OF_COMPARATOR = 12

/** The source's own words for the other group: the name of that arm, or what the whole study compared with. */
function ownComparator({ finding, source }: AppraisedFinding): string | null {
  const control = finding.arms.filter(({ role }) => role === 'control')
  const arm = control.length === 1 ? control[0]?.name : undefined
  const whole = source.evidence?.comparatorType === finding.comparatorType ? source.evidence.comparator : null
  return [whole, arm].find((words) => words !== undefined && words !== null && words !== '' && words.split(' ').length <= MOST_WORDS_OF_COMPARATOR && !/[“”"]/.test(words)) ?? null
}

/** Those words in quotation marks behind our own, which name only the kind of care; empty where they say no more. */
function inOwnWords(appraised: AppraisedFinding): string {
  const own = ownComparator(appraised)
  return own === null || /^(?:control(?: group)?|usual care|no treatment|none|not stated)$/i.test(own.trim()) ? '' : ` (“${uncapitalised(own.trim())}”)`
}

/** "no beta-blocker": people without the treatment may have had any other. */
function withoutIt(appraised: AppraisedFinding): string | null {
  const own = ownComparator(appraised)
  return own !== null && /^no (?!treatment\b|intervention\b)\S+(?: \S+){0,3}$/i.test(own.trim()) && !/[();,]/.test(own) ? uncapitalised(own.trim()) : null
}

function dummyOf(concepts: readonly Concept[]): string {
  if (concepts.some(({ form }) => form === 'vaccine')) return 'a dummy shot'
  if (concepts.some(({ plain }) => /\b(?:tablet|pill)s?\b/.test(plain))) return 'a dummy pill'
  if (concepts.some(({ form }) => form === 'procedure' || form === 'device')) return 'a pretend procedure'
  return concepts.some(({ form }) => form === 'drug') ? 'a dummy drug' : 'a dummy treatment'
}

function activeName(vocabulary: Vocabulary, { comparators, arms }: Finding, ofSource: readonly string[]): string {
  const ids = comparators.length > 0 ? comparators : ofSource
  if (ids.length > 0 && ids.length <= MOST_NAMES) return orNames(vocabulary, ids)
  const control = arms.find(({ role }) => role === 'control')
  return control === undefined ? 'another treatment' : shortOr(control.name, 'another treatment')
}

/** A source's own short name for a group, unless it is too long or technical to repeat. */
function shortOr(name: string, otherwise: string): string {
  return name !== '' && name.split(' ').length <= 4 && !/[\d();]/.test(name) ? uncapitalised(name) : otherwise
}
