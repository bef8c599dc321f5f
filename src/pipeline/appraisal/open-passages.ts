import type { ClinicalQuestion } from '../../core/model/index.ts'
import { tokenise, type Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisalInput, OpenPassage } from './types.ts'

/** A quote longer than this is cut at the end of a sentence. */
const LONGEST_QUOTE = 600

/**
 * Passages of sources that nobody has appraised, kept only where title and passage name what was asked: a text that
 * merely shares words with the question is not on its topic. Their words are quoted and never weighed.
 */
export function openPassages(vocabulary: Vocabulary, question: ClinicalQuestion, passages: AppraisalInput['passages']): OpenPassage[] {
  return passages
    .filter(({ source }) => source.evidence === null && source.retraction.state !== 'retracted')
    .filter(({ source, quote }) => isOnTopic(vocabulary, question, `${source.title}. ${quote}`))
    .map((passage) => shorten(passage))
}

function isOnTopic(vocabulary: Vocabulary, question: ClinicalQuestion, text: string): boolean {
  const named = vocabulary.recognise(text).map(({ conceptId }) => conceptId)
  const names = (asked: readonly string[]): boolean => asked.length === 0 || asked.some((id) => named.some((other) => vocabulary.isWithin(other, id) || vocabulary.isWithin(id, other)))
  const words = new Set(tokenise(text).map(({ word }) => word))
  const holdsUnknown = question.unexplained.every((word) => tokenise(word).every((token) => words.has(token.word)))
  const asksSomething = question.intervention.concepts.length + question.population.concepts.length + question.unexplained.length > 0
  return asksSomething && names(question.intervention.concepts) && names(question.population.concepts) && holdsUnknown
}

function shorten(passage: OpenPassage): OpenPassage {
  if (passage.quote.length <= LONGEST_QUOTE) return passage
  const head = passage.quote.slice(0, LONGEST_QUOTE)
  const stop = Math.max(head.lastIndexOf('. '), head.lastIndexOf('.\n'))
  const quote = stop > LONGEST_QUOTE / 3 ? head.slice(0, stop + 1) : head.slice(0, head.lastIndexOf(' '))
  return { ...passage, end: passage.start + quote.length, quote }
}
