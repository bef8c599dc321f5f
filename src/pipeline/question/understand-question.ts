import type { ClinicalQuestion, PicoSlot } from '../../core/model/index.ts'
import type { ConceptMention, Vocabulary } from '../../core/terminology/index.ts'
import { separateCase, type SeparatedCase } from './case-facts.ts'
import { detectKind, type KindContext } from './detect-kind.ts'
import { detectSafety } from './detect-safety.ts'
import { detectStopping, type Stopping } from './detect-stopping.ts'
import { describePopulation } from './describe-population.ts'
import { effectAskedAbout } from './effect-asked-about.ts'
import { harmAskedAbout } from './harm-asked-about.ts'
import { deniedMentions, ofAnother } from './is-denied.ts'
import { readCriteria } from './read-case-criteria.ts'
import { MEASURE_NAMES } from './read-criteria.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { splitComparison, type Comparison } from './split-comparison.ts'
import { unexplainedWords, type Span } from './unexplained-words.ts'

export type QuestionInput = { readonly text: string; readonly caseText?: string | null }

/**
 * Reads a clinical question: kind, PICO, the facts of a case set apart, and what had to be assumed.
 *
 * Framing leaves no trace: "is it not indicated?" gives the same question as "is it indicated?", and so does another
 * order of the words. *Stopping* a treatment is another intervention. Throws a Fault `bad-usage` for an empty,
 * over-long or unreadable text.
 */
export function understandQuestion({ vocabulary }: { readonly vocabulary: Vocabulary }, input: QuestionInput): ClinicalQuestion {
  const text = refuseUnreadable(input.text)
  const told = separateCase(text, input.caseText ?? null)
  const asked = namingTheTreatment(vocabulary, text, told)
  const mentions = vocabulary.recognise(asked)
  const denied = deniedMentions(asked, mentions)
  const treatments = mentions.filter(({ kind }) => kind === 'intervention')
  const comparison = splitComparison(asked, treatments)
  const stopping = detectStopping(asked, treatments, vocabulary)
  const intervention = readIntervention(vocabulary, comparison, stopping)
  const comparator = stopping.asked ? EMPTY : slotOf(vocabulary, comparison.comparator.map(({ conceptId }) => conceptId).filter((id) => !intervention.concepts.includes(id)), comparison.control)
  const { kind, asked: isAsked } = detectKind(asked, kindContext(vocabulary, treatments, comparator))
  const harms = kind === 'harm' ? harmAskedAbout(asked).map((span) => withWholeNames(span, mentions)).filter((span) => !treatments.some((mention) => within(mention, span))) : outcomesOfEffect(vocabulary, asked, mentions)
  const ofPeople = mentions.filter((mention) => !harms.some((span) => within(mention, span)))
  const conditions = readConditions(vocabulary, asked, ofPeople, denied, told)
  const unexplained = unexplainedWords(asked, mentions, vocabulary, harms)
  const open = intervention.concepts.length === 0 || conditions.length === 0
  const missing = stopping.asked && intervention.concepts.length === 0 ? ['stopping', nameOf(vocabulary, stopping.target)] : []
  const unknown = open ? [...new Set([...missing, ...unexplained])] : []
  const criteria = readCriteria(vocabulary, { asked, mentions: ofPeople, denied, facts: told.facts, conditions })
  return {
    text,
    kind,
    population: { text: describePopulation(vocabulary, conditions, criteria) ?? (conditions.length === 0 && intervention.concepts.length > 0 ? wordsOf(unknown) : null), concepts: conditions },
    intervention: intervention.text === null ? { text: wordsOf(unknown), concepts: [] } : intervention,
    comparator,
    outcomes: readOutcomes(vocabulary, asked, mentions, harms),
    caseFacts: [...told.facts],
    criteria,
    stopping: stopping.asked,
    assumptions: [
      ...(!isAsked && intervention.concepts.length > 0 ? ['A topic was given, not a question; it is read as "is it indicated, and for whom?"'] : []),
      ...(stopping.asked ? ['Read as a question about stopping the treatment, which is not the opposite of starting it.'] : []),
      ...(!open && unexplained.length > 0 ? [`Not understood and not used: ${unexplained.join(', ')}.`] : []),
    ],
    safety: detectSafety(text, { treatment: treatments.length > 0, condition: mentions.some((mention) => mention.kind === 'condition') }),
    unexplained: unknown,
  }
}

/** What is to be prevented or lessened, where it is an outcome we know and another condition names the people. */
function outcomesOfEffect(vocabulary: Vocabulary, asked: string, mentions: readonly ConceptMention[]): Span[] {
  const conditions = mentions.filter(({ kind }) => kind === 'condition')
  if (conditions.length < 2) return []
  const effects = effectAskedAbout(asked)
  const named = conditions.filter((mention) => vocabulary.outcome(mention.conceptId) !== undefined && effects.some((span) => within(mention, span)))
  return named.length < conditions.length ? named.map(({ start, end }) => ({ start, end })) : []
}

/** "The risk of cancer of the breast": a name that begins in the stretch belongs to it as a whole. */
function withWholeNames({ start, end }: Span, mentions: readonly ConceptMention[]): Span {
  return { start, end: Math.max(end, ...mentions.filter((mention) => mention.start >= start && mention.start < end).map((mention) => mention.end)) }
}

const EMPTY: PicoSlot = { text: null, concepts: [] }
/** Words that point back at a treatment named in what was told: "Should he stop it?" */
const POINTS_BACK = /\b(?:it|this|that|them|these|those|one|either|stop\w*|continue\w*|start|(?:the|this|that) (?:drug|medicines?|medication|treatment|procedure|operation|surgery|injections?|vaccine|test|therapy|device))\b/i

/** The asking part; where it names no treatment but points back at one, with the told sentence that names it last. */
function namingTheTreatment(vocabulary: Vocabulary, text: string, { asked, facts }: SeparatedCase): string {
  if (facts.length === 0 || !POINTS_BACK.test(asked) || namesTreatment(vocabulary, asked)) return asked
  const last = facts.findLast((fact) => fact.origin === 'question' && text.includes(fact.text) && namesTreatment(vocabulary, fact.text) && !/\b(?:failed|tried|previous|stopped)\b/i.test(fact.text))
  const named = last === undefined ? [] : vocabulary.recognise(last.text).filter(({ kind }) => kind === 'intervention')
  if (named.length === 0) return asked
  const names = [...new Set(named.map((mention) => mention.text))].join(' and ')
  return PRONOUN.test(asked) ? asked.replace(PRONOUN, names) : `${asked.replace(/[?\s]+$/, '')} ${names}?`
}

const PRONOUN = /\b(?:it|them|these|those|this|that)\b(?! (?:is|are|safe|true|right|possible|ok|okay|necessary|wise|work|drug|medicine|treatment|procedure|operation))/i

function namesTreatment(vocabulary: Vocabulary, text: string): boolean {
  return vocabulary.recognise(text).some(({ kind }) => kind === 'intervention')
}

/** The treatment to be stopped by one name, whatever it was called. */
function nameOf(vocabulary: Vocabulary, target: ConceptMention | null): string {
  return target === null ? '' : (vocabulary.concept(target.conceptId)?.label ?? target.text).toLowerCase()
}

function readIntervention(vocabulary: Vocabulary, { intervention }: Comparison, stopping: Stopping): PicoSlot {
  if (!stopping.asked) return slotOf(vocabulary, intervention.map(({ conceptId }) => conceptId), null)
  if (stopping.concepts.length > 0) return slotOf(vocabulary, stopping.concepts, null)
  const target = stopping.target
  return target === null ? EMPTY : { text: `stopping ${vocabulary.concept(target.conceptId)?.label ?? target.text}`, concepts: [] }
}

/** Conditions asked about; where the question names none, the one that the person was introduced with. */
function readConditions(vocabulary: Vocabulary, asked: string, mentions: readonly ConceptMention[], denied: ReadonlySet<ConceptMention>, told: SeparatedCase): string[] {
  const named = conditionsIn(asked, mentions, denied)
  if (named.length > 0) return mostSpecific(named, vocabulary)
  const chief = vocabulary.recognise(told.chief)
  return mostSpecific(conditionsIn(told.chief, chief, deniedMentions(told.chief, chief)), vocabulary)
}

function conditionsIn(text: string, mentions: readonly ConceptMention[], denied: ReadonlySet<ConceptMention>): string[] {
  return mentions.filter((mention) => mention.kind === 'condition' && !denied.has(mention) && !ofAnother(text, mention)).map(({ conceptId }) => conceptId)
}

/**
 * Outcomes named, and for a question about harm what stands in the place of the harm, in its words where unknown. A name
 * that is a condition and an outcome at once ("pre-eclampsia") names the people, unless it stands where an outcome does; a word of a measure ("months of
 * pain") is none.
 */
function readOutcomes(vocabulary: Vocabulary, asked: string, mentions: readonly ConceptMention[], harms: readonly Span[]): PicoSlot[] {
  const measures = [...asked.matchAll(MEASURE_NAMES)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const namesPeople = (start: number, end: number): boolean => measures.some((span) => within({ start, end }, span)) || mentions.some((mention) => mention.kind === 'condition' && mention.start === start && mention.end === end) && !harms.some((span) => within({ start, end }, span))
  const ids = [...new Set(mentions.filter(({ kind, conceptId, start, end }) => kind === 'outcome' && !namesPeople(start, end) || vocabulary.outcome(conceptId) !== undefined && harms.some((span) => within(mentionOf(mentions, conceptId), span))).map(({ conceptId }) => conceptId))].toSorted()
  const known = ids.map((id) => ({ text: vocabulary.outcome(id)?.label ?? id, concepts: [id] }))
  const unknown = harms
    .filter((span) => !mentions.some((mention) => ids.includes(mention.conceptId) && within(mention, span)))
    .filter((span) => unexplainedWords(asked.slice(span.start, span.end), [], vocabulary).length > 0)
    .map((span) => ({ text: asked.slice(span.start, span.end).toLowerCase(), concepts: [] }))
  return [...known, ...unknown]
}

function mentionOf(mentions: readonly ConceptMention[], conceptId: string): Span {
  return mentions.find((mention) => mention.conceptId === conceptId) ?? { start: 0, end: 0 }
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function kindContext(vocabulary: Vocabulary, treatments: readonly ConceptMention[], comparator: PicoSlot): KindContext {
  const tests = treatments.flatMap(({ conceptId }) => vocabulary.concept(conceptId) ?? []).filter(({ form }) => form === 'test')
  const test = tests.length === 0 ? 'none' : tests.some(({ id, label }) => /screening/.test(`${id} ${label}`)) ? 'screening' : 'test'
  return { treatment: treatments.length > 0, comparator: comparator.concepts.length > 0, test }
}

/** A slot whose concepts are in one order whatever the order of the words; without any, the given words. */
function slotOf(vocabulary: Vocabulary, ids: readonly string[], otherwise: string | null): PicoSlot {
  const concepts = mostSpecific(ids, vocabulary)
  return { text: concepts.length === 0 ? otherwise : concepts.map((id) => vocabulary.concept(id)?.label ?? id).join(' and '), concepts }
}

/** Drops a concept when another one named is a kind of it: "heart failure with preserved ejection fraction". */
function mostSpecific(ids: readonly string[], vocabulary: Vocabulary): string[] {
  const distinct = [...new Set(ids)].toSorted()
  return distinct.filter((id) => !distinct.some((other) => other !== id && vocabulary.isWithin(other, id)))
}

function wordsOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ')
}
