import type { Span } from '../../../../core/model/index.ts'
import type { Vocabulary } from '../../../../core/terminology/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import { statedAt, type DocumentView } from '../document-view.ts'
import type { ExtractedPico, ExtractedTopic } from '../types.ts'

type Kind = 'intervention' | 'condition' | 'outcome'

const PEOPLE = String.raw`(?:[\p{L}\d][\p{L}\d’'\/-]*\s+){0,6}?(?:patients|participants|adults?|adolescents|children|infants|neonates|women|men|people|persons|individuals|subjects|volunteers|students|elderly|smokers|survivors|veterans|outpatients|workers|athletes|parturients)\b[^.;:?]{0,120}`
const POPULATION_IN_TITLE = new RegExp(String.raw`\b(?:in|among|for|of|on)\s+(?<words>${PEOPLE})`, 'iu')
const CONDITION_IN_TITLE = /\b(?:in|for(?: the (?:treatment|management|prevention) of)?|treatment of|prevention of|management of|of)\s+(?<words>[\p{L}\d][^.:;?]{4,100})(?=[:.?]|$)/iu
const ELIGIBLE = new RegExp(String.raw`\b(?<words>(?:(?:a total of )?[\p{L}\d,-]+ )?${PEOPLE}?)\s(?:were|was) (?:\w+ ){0,2}(?:randomi[sz]ed|randomly|assigned|enroll?ed|recruited|included|eligible)`, 'iu')
const VERSUS = /^(?:(?:the )?(?:\w+ )?(?:comparison|comparative (?:\w+ )?(?:study|evaluation|analysis)|effects?|efficacy|effectiveness|safety|impact|influence|evaluation|use)(?: and \w+)? (?:of|between) )?(?<first>[^:.?]{2,100}?)\s(?:versus|vs\.?|compared (?:with|to)|in comparison (?:with|to)|against|or)\s(?<second>[^:.?]{2,100}?)(?=\s(?:in|for|on|as|during|after|among|to|when|with)\b|[:.?]|$)/iu
const EFFECT_OF = /\b(?:effects?|efficacy|effectiveness|impact|influence|safety|role|benefits?|tolerability|use|evaluation)(?:,? (?:and|or) \w+)*(?: of) (?<words>[^:.?]{3,110}?)(?=\s(?:on|in|for|versus|vs|compared|among|as|to|during|after|upon|when)\b|[:.?]|$)/iu
const TO_RECEIVE = /\b(?:to receive|receiving|to either|to take|received|to)\s(?:either )?(?<first>[^.;,()]{3,90}?)(?:\s*\([^)]*\))?,?\s(?:or|versus|vs\.?|and)\s(?<second>[^.;,()]{3,80}?)(?=[.;,()]|\s(?:for|in|at|daily|once|twice|over|during|by|using)\b|$)/iu
const PRIMARY = /\b(?:primary|main|principal|co-primary) (?:\w+ ){0,2}?(?:outcomes?|end ?-?points?)(?: (?:measures?|variables?))?(?: (?:was|were|is|included|:))?\s*(?:defined as |the |a )*(?<words>[^.;]{3,200})/iu
const SECONDARY = /\bsecondary (?:\w+ ){0,2}?(?:outcomes?|end ?-?points?)(?: (?:measures?|variables?))?(?: (?:was|were|is|are|included|includes?|:))+\s*(?<words>[^.;]{3,240})/iu
const ROLES: readonly SentenceRole[] = ['abstract', 'abstract-results', 'methods', 'other', 'results']
const MOST_OUTCOMES = 12

/**
 * Whom a study treated with what, against what, and what it measured: as far as title, abstract and methods say so in
 * set phrases. Words are kept as they stand; concepts are those the words name.
 */
export function readPico(vocabulary: Vocabulary, view: DocumentView): ExtractedPico {
  const title = view.sentences.find(({ role }) => role === 'title')
  const allocated = view.sentences.find(({ role, text }) => (role === 'abstract' || role === 'abstract-results') && /random|assigned|allocated/i.test(text) && TO_RECEIVE.test(text))
  const versus = title === undefined ? null : groupsOf(view, title, VERSUS)
  const received = allocated === undefined ? null : groupsOf(view, allocated, TO_RECEIVE)
  const effectOf = title === undefined ? null : groupsOf(view, title, EFFECT_OF)
  const topic = (span: Span | undefined | null, kind: Kind): ExtractedTopic | null => (span === undefined || span === null ? null : topicAt(vocabulary, view, span, kind))
  return {
    population: topic(populationSpan(view, title), 'condition'),
    intervention: topic(versus?.['first'] ?? effectOf?.['words'] ?? received?.['first'], 'intervention'),
    comparator: topic(versus?.['second'] ?? received?.['second'], 'intervention'),
    outcomes: outcomeSpans(view).map((span) => topicAt(vocabulary, view, span, 'outcome')),
  }
}

function populationSpan(view: DocumentView, title: ArticleSentence | undefined): Span | null {
  const inTitle = title === undefined ? null : groupsOf(view, title, POPULATION_IN_TITLE)
  if (inTitle?.['words'] !== undefined) return inTitle['words']
  for (const sentence of view.sentences) {
    if (sentence.role !== 'abstract') continue
    const found = groupsOf(view, sentence, ELIGIBLE)
    if (found?.['words'] !== undefined) return found['words']
  }
  return (title === undefined ? null : groupsOf(view, title, CONDITION_IN_TITLE))?.['words'] ?? null
}

function outcomeSpans(view: DocumentView): Span[] {
  const found: Span[] = []
  for (const pattern of [PRIMARY, SECONDARY]) {
    for (const role of ROLES) {
      const spans = view.sentences.filter((sentence) => sentence.role === role).map((sentence) => groupsOf(view, sentence, pattern)?.['words']).filter((span) => span !== undefined)
      const [first] = spans
      if (first === undefined) continue
      found.push(...splitList(view.text, first))
      break
    }
  }
  return found.filter((span, index) => found.findIndex((other) => other.start === span.start) === index).slice(0, MOST_OUTCOMES)
}

/** Parts of "pain, function and quality of life", each with its place. */
function splitList(text: string, span: Span): Span[] {
  const parts: Span[] = []
  let from = span.start
  const close = (to: number): void => {
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const end = to - (raw.length - raw.trimEnd().length)
    if (end - start > 2) parts.push({ start, end })
  }
  for (const match of text.slice(span.start, span.end).matchAll(/,\s(?:and\s)?|\sand\s/giu)) {
    close(span.start + match.index)
    from = span.start + match.index + match[0].length
  }
  close(span.end)
  return parts
}

/** Spans of the named groups of a pattern in a sentence, in the document's offsets. */
function groupsOf(view: DocumentView, sentence: ArticleSentence, pattern: RegExp): Readonly<Record<string, Span>> | null {
  const match = new RegExp(pattern.source, `${pattern.flags.replace('d', '')}d`).exec(sentence.text)
  if (match?.indices?.groups === undefined) return null
  return Object.fromEntries(Object.entries(match.indices.groups).flatMap(([name, range]): [string, Span][] => {
    if (range === undefined) return []
    const words = view.text.slice(sentence.start + range[0], sentence.start + range[1])
    const start = sentence.start + range[0] + (words.length - words.trimStart().length)
    const end = sentence.start + range[1] - (words.length - words.trimEnd().length)
    return end > start ? [[name, { start, end }]] : []
  }))
}

function topicAt(vocabulary: Vocabulary, view: DocumentView, span: Span, kind: Kind): ExtractedTopic {
  const words = view.text.slice(span.start, span.end)
  const concepts = vocabulary.recognise(words).filter((mention) => mention.kind === kind).map(({ conceptId }) => conceptId)
  return { ...statedAt(view, words, span), concepts: [...new Set(concepts)] }
}
