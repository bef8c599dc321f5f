import { queryTerms } from '../../../core/text/index.ts'
import { DIRECTION_OF } from '../effect-direction/direction-words.ts'
import { coverage, type PreparedArticle, type PreparedSentence } from '../effect-direction/index.ts'

/** A question with what its form and words ask. */
export type QuestionView = {
  readonly text: string
  readonly terms: readonly string[]
  readonly termSet: ReadonlySet<string>
  readonly words: readonly string[]
  /** 1 asks whether there is more (or better), -1 whether less (or worse), 0 neither. */
  readonly direction: 1 | 0 | -1
}

/** A yes/no question as its terms, without the words that only ask. */
export function viewQuestion(text: string): QuestionView {
  const terms = [...new Set(queryTerms(text))]
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const directions = words.map((word) => DIRECTION_OF.get(word)).filter((direction) => direction !== undefined)
  const sum = directions.reduce((all, direction) => all + (direction === 'up' || direction === 'good' ? 1 : -1), 0)
  return { text, terms, termSet: new Set(terms), words, direction: sum > 0 ? 1 : sum < 0 ? -1 : 0 }
}

/** Sentences with how much of the question each holds; and a share of attention that adds up to 1. */
export type WeighedSentence = { readonly sentence: PreparedSentence; readonly coverage: number; readonly share: number }

/** Sharpness of attention: a sentence that holds all of the question counts e³ times one that holds nothing. */
const SHARPNESS = 3

/** How much each sentence speaks to the question, from 0; the weights of all sum to 1. */
export function weighSentences(sentences: readonly PreparedSentence[], question: QuestionView, article: Pick<PreparedArticle, 'weightOf'>): WeighedSentence[] {
  const covered = sentences.map((sentence) => coverage(question.terms, sentence.stems, article))
  const powers = covered.map((value) => Math.exp(SHARPNESS * value))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return sentences.map((sentence, at) => ({ sentence, coverage: covered[at] ?? 0, share: (powers[at] ?? 0) / total }))
}
