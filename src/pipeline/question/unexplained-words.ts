import { tokenise, type ConceptMention, type Vocabulary } from '../../core/terminology/index.ts'
import { isQuestionWord } from './question-words.ts'
import { MEASURE_NAMES } from './read-criteria.ts'

/** "the ASPREE trial", "did SPRINT show": a study by name, which the sources are found without. */
const TRIAL_NAME = /\b([A-Z][A-Z0-9-]{2,}[A-Za-z0-9-]*)(?=,? (?:trials?|study|studies|investigators|results|RCT)\b)|\b(?:trials?|study) ([A-Z][A-Z0-9-]{2,})\b|\b(?:did|does|do) ([A-Z][A-Z0-9-]{3,}) (?:show|find|say|prove|tell|change)\b/g
/** Phrases whose words would each look clinical: care that failed, and warning signs as such. */
const PLAIN_PHRASES = /\b(?:PT|physio(?:therapy)?|physical therapy) (?:has |have |had )?failed\b|\bfailed (?:PT|physio(?:therapy)?|physical therapy)\b|\bred flags?\b/gi
/** Codes and levels that are no words: "L5-S1", "C6", "5mg", "2nd". */
const CODE = /^(?:\d|[a-z]\d{1,2}$)/i

/**
 * Content words that neither the vocabulary nor the language of questions explains, in lower case, each once.
 *
 * Where some sentences speak of something recognised or ask, a sentence that does neither (a greeting, an
 * instruction to a machine) is set aside: its words belong to nothing that is asked.
 */
export function unexplainedWords(text: string, mentions: readonly ConceptMention[], vocabulary: Vocabulary, explained: readonly Span[] = []): string[] {
  const known = [...explained, ...mentions, ...vocabulary.recogniseBodies(text), ...trialNames(text), ...spansOf(text, MEASURE_NAMES), ...spansOf(text, PLAIN_PHRASES)]
  const spoken = spokenSpans(text, mentions)
  const words = tokenise(text)
    .filter((token) => spoken.some(({ start, end }) => token.start >= start && token.end <= end))
    .filter((token) => !known.some(({ start, end }) => token.start < end && token.end > start))
    .map((token) => text.slice(token.start, token.end))
    .filter((word) => word.length > 1 && !CODE.test(word) && !isQuestionWord(word))
  return [...new Set(words.map((word) => word.toLowerCase().replace(/['’]s$/, '')))]
}

export type Span = { readonly start: number; readonly end: number }

function spokenSpans(text: string, mentions: readonly ConceptMention[]): readonly Span[] {
  const sentences = [...text.matchAll(/[^.?!]+(?:[.?!]+|$)|[.?!]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const speaking = sentences.filter(({ start, end }) => /\?\s*$/.test(text.slice(start, end)) || mentions.some((mention) => mention.start >= start && mention.start < end))
  const anyMention = mentions.length > 0
  return anyMention && speaking.length > 0 ? speaking : [{ start: 0, end: text.length }]
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function trialNames(text: string): Span[] {
  return [...text.matchAll(TRIAL_NAME)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    const start = match.index + match[0].indexOf(name)
    return { start, end: start + name.length }
  })
}
