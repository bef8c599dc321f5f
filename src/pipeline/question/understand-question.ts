import type { ClinicalQuestion, PicoSlot, PopulationCriteria } from '../../core/model/index.ts'
import { tokenise, type ConceptMention, type Vocabulary } from '../../core/terminology/index.ts'
import { separateCase } from './case-facts.ts'
import { detectKind } from './detect-kind.ts'
import { detectSafety } from './detect-safety.ts'
import { QUESTION_WORDS } from './question-words.ts'
import { readRanges } from './read-criteria.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'

export type QuestionInput = { readonly text: string; readonly caseText?: string | null }

const STOPPING = /\b(?:stop(?:ped|ping)?|discontinu\w+|withdraw\w*|deprescrib\w+|interrupt\w*|taper\w*|come off|coming off|cessation of|quit)\b/gi
const COMPARES = /\b(?:vs\.?|versus|compared? (?:with|to|against)|(?:better|worse|safer|superior|inferior|preferable|preferred|effective|cheaper|good|well) (?:than|to|over|as)|rather than|instead of|than|over)\b/gi
const NEGATES = /\b(?:without|no|not|non|free of|absence of|never had|denies|excluding|except(?: for)?)[\s-]+(?:\w+[\s-]+){0,2}$/i

/**
 * Reads a clinical question: kind, PICO, the facts of a case set apart, and what had to be assumed.
 *
 * Framing leaves no trace: "is it not indicated?" gives the same question as "is it indicated?". *Stopping* a
 * treatment is another intervention. Throws a Fault `bad-usage` for an empty, over-long or unreadable text.
 */
export function understandQuestion({ vocabulary }: { readonly vocabulary: Vocabulary }, input: QuestionInput): ClinicalQuestion {
  const text = refuseUnreadable(input.text)
  const { asked, facts } = separateCase(text, input.caseText ?? null)
  const mentions = vocabulary.recognise(asked)
  const factText = facts.map((fact) => fact.text).join('. ')
  const { kind: cuedKind, asked: isAsked } = detectKind(asked)
  const assumptions: string[] = []

  const treatments = mentions.filter((mention) => mention.kind === 'intervention')
  const split = splitComparison(asked, treatments)
  const stopping = asksToStop(asked, split.intervention, vocabulary)
  const interventionConcepts = stopping.concepts ?? mostSpecific(split.intervention.map((mention) => mention.conceptId), vocabulary)
  const comparatorConcepts = mostSpecific(split.comparator.map((mention) => mention.conceptId), vocabulary)
    .filter((id) => !interventionConcepts.includes(id))
  const conditions = mostSpecific(asserted(asked, mentions, 'condition').map((mention) => mention.conceptId), vocabulary)
  const outcomes = unique(mentions.filter((mention) => mention.kind === 'outcome').map((mention) => mention.conceptId))
  const kind = cuedKind === 'indication' && comparatorConcepts.length > 0 ? 'comparison' : cuedKind
  const unexplained = unexplainedWords(asked, mentions)

  if (!isAsked && interventionConcepts.length > 0) assumptions.push('A topic was given, not a question; it is read as "is it indicated, and for whom?"')
  if (stopping.asked) assumptions.push('Read as a question about stopping the treatment, which is not the opposite of starting it.')
  const openSlots = interventionConcepts.length === 0 || conditions.length === 0
  const unknown = openSlots ? unexplained : []
  if (!openSlots && unexplained.length > 0) assumptions.push(`Not understood and not used: ${unexplained.join(', ')}.`)

  const criteria = readCaseCriteria(vocabulary, asked, factText, mentions, conditions)
  return {
    text,
    kind,
    population: slot(populationText(vocabulary, conditions, criteria) ?? (conditions.length === 0 && interventionConcepts.length > 0 ? wordsOf(unknown) : null), conditions),
    intervention: slot(interventionConcepts.length > 0 ? labels(vocabulary, interventionConcepts) : wordsOf(unknown), interventionConcepts),
    comparator: slot(comparatorConcepts.length > 0 ? labels(vocabulary, comparatorConcepts) : null, comparatorConcepts),
    outcomes: outcomes.map((id) => slot(vocabulary.outcome(id)?.label ?? id, [id])),
    caseFacts: [...facts],
    criteria,
    stopping: stopping.asked,
    assumptions,
    safety: detectSafety(text),
    unexplained: unknown,
  }
}

/** Mentions of one kind that the text does not deny ("without osteoporosis"). */
function asserted(text: string, mentions: readonly ConceptMention[], kind: ConceptMention['kind']): ConceptMention[] {
  return mentions.filter((mention) => mention.kind === kind && !isDenied(text, mention))
}

function isDenied(text: string, mention: ConceptMention): boolean {
  const before = text.slice(Math.max(0, mention.start - 40), mention.start)
  return NEGATES.test(before) && !/\bnot (?:\w+ )?(?:indicated|recommended|necessary|appropriate|effective|work|help|use)\b/i.test(before)
}

/** Treatments before and after the words that compare; without such words all are the intervention, unless "A or B". */
function splitComparison(text: string, treatments: readonly ConceptMention[]): { intervention: readonly ConceptMention[]; comparator: readonly ConceptMention[] } {
  const first = treatments[0]
  if (first === undefined || treatments.length < 2) return { intervention: treatments, comparator: [] }
  for (const match of text.matchAll(COMPARES)) {
    const before = treatments.filter((mention) => mention.end <= match.index)
    const after = treatments.filter((mention) => mention.start >= match.index)
    if (before.length > 0 && after.length > 0) return { intervention: before, comparator: after }
  }
  for (const mention of treatments.slice(1)) {
    const between = text.slice(first.end, mention.start)
    if (/\b(?:or|and)\b/i.test(between) && /\b(?:which|better|compare|difference|prefer\w*|versus|choose|superior)\b|\bor\b/i.test(text)) {
      return { intervention: treatments.filter((other) => other.start < mention.start), comparator: treatments.filter((other) => other.start >= mention.start) }
    }
  }
  return { intervention: treatments, comparator: [] }
}

function asksToStop(text: string, treatments: readonly ConceptMention[], vocabulary: Vocabulary): { asked: boolean; concepts: string[] | null } {
  const named = treatments.filter((mention) => vocabulary.concept(mention.conceptId)?.stops !== undefined)
  if (named.length > 0) return { asked: true, concepts: unique(named.map((mention) => mention.conceptId)) }
  for (const match of text.matchAll(STOPPING)) {
    const end = match.index + match[0].length
    const target = treatments.find((mention) => mention.start >= end && text.slice(end, mention.start).trim().split(/\s+/).length <= 4)
      ?? (/\b(?:be|being)\s*$/i.test(text.slice(0, match.index)) ? treatments.find((mention) => mention.end <= match.index) : undefined)
    if (target === undefined) continue
    const stop = [...vocabulary.concepts()].filter((concept) => concept.stops !== undefined && vocabulary.isWithin(target.conceptId, concept.stops)).map((concept) => concept.id)
    return { asked: true, concepts: stop }
  }
  return { asked: false, concepts: null }
}

function readCaseCriteria(vocabulary: Vocabulary, asked: string, factText: string, mentions: readonly ConceptMention[], conditions: readonly string[]): PopulationCriteria {
  const ranges: Record<string, { min?: number | undefined; max?: number | undefined }> = {}
  const tags: string[] = []
  const notTags: string[] = []
  for (const id of conditions) {
    const definition = vocabulary.concept(id)?.criteria
    if (definition === undefined) continue
    Object.assign(ranges, definition.ranges)
    tags.push(...definition.tags)
    notTags.push(...definition.notTags)
  }
  Object.assign(ranges, readRanges(asked), readRanges(factText))
  for (const [text, found] of [[asked, mentions], [factText, vocabulary.recognise(factText)]] as const) {
    for (const mention of found) {
      if (mention.kind !== 'population-tag' && mention.kind !== 'condition') continue
      if (isDenied(text, mention)) notTags.push(mention.conceptId)
      else tags.push(mention.conceptId)
    }
  }
  return { ranges, tags: unique(tags).sort(), notTags: unique(notTags).filter((tag) => !tags.includes(tag)).sort() }
}

/** Drops a concept when another one named is a kind of it: "heart failure with preserved ejection fraction". */
function mostSpecific(ids: readonly string[], vocabulary: Vocabulary): string[] {
  const distinct = unique(ids)
  return distinct.filter((id) => !distinct.some((other) => other !== id && vocabulary.isWithin(other, id)))
}

function unexplainedWords(text: string, mentions: readonly ConceptMention[]): string[] {
  const words = tokenise(text)
    .filter((token) => !mentions.some((mention) => token.start < mention.end && token.end > mention.start))
    .map((token) => text.slice(token.start, token.end))
    .filter((word) => !/^\d/.test(word) && word.length > 1 && !QUESTION_WORDS.has(word.toLowerCase()))
  return unique(words.map((word) => word.toLowerCase()))
}

function populationText(vocabulary: Vocabulary, conditions: readonly string[], criteria: PopulationCriteria): string | null {
  const tags = criteria.tags.filter((tag) => !conditions.includes(tag) && vocabulary.concept(tag)?.kind === 'population-tag').map((tag) => vocabulary.concept(tag)?.label ?? tag)
  const age = criteria.ranges['age']
  const parts = [
    conditions.length === 0 ? null : labels(vocabulary, conditions),
    age === undefined ? null : ageText(age),
    tags.length === 0 ? null : tags.join(', '),
    criteria.notTags.length === 0 ? null : `without ${criteria.notTags.map((tag) => vocabulary.concept(tag)?.label ?? tag).join(', ')}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

function ageText({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }): string {
  if (min !== undefined && min === max) return `age ${min}`
  if (min !== undefined && max !== undefined) return `age ${Math.ceil(min)} to ${Math.floor(max)}`
  if (min !== undefined) return Number.isInteger(min) ? `age ${min} or over` : `over ${Math.floor(min)} years`
  return max !== undefined && Number.isInteger(max) ? `age ${max} or under` : `under ${Math.ceil(max ?? 0)} years`
}

function slot(text: string | null, concepts: readonly string[]): PicoSlot {
  return { text, concepts: [...concepts] }
}

function labels(vocabulary: Vocabulary, ids: readonly string[]): string {
  return ids.map((id) => vocabulary.concept(id)?.label ?? id).join(' and ')
}

function wordsOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ')
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
