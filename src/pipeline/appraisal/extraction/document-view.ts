import type { Source, Span } from '../../../core/model/index.ts'
import { sentencesOfSource, type ArticleSentence, type SentenceRole } from '../sentences/index.ts'
import type { Stated } from './types.ts'

/** A document as the rules read it: its text and its sentences with their places. */
export type DocumentView = {
  readonly source: Source
  readonly text: string
  readonly sentences: readonly ArticleSentence[]
}

/** A source cut into sentences with their sections, as the readers of single facts need it. */
export function viewOf(source: Source): DocumentView {
  return { source, text: source.text, sentences: sentencesOfSource(source).sentences }
}

const ABSTRACT_ROLES: readonly SentenceRole[] = ['abstract', 'abstract-results', 'abstract-conclusion']

/** Whether a place of the text lies in its abstract. */
export function isInAbstract({ role }: ArticleSentence): boolean {
  return ABSTRACT_ROLES.includes(role)
}

/** A value with the words of a span of the document. */
export function statedAt<T>({ text }: DocumentView, value: T, { start, end }: Span): Stated<T> {
  return { value, quote: text.slice(start, end), span: { start, end } }
}

/** A value with the whole sentence that states it. */
export function statedBy<T>(view: DocumentView, value: T, sentence: Span): Stated<T> {
  return statedAt(view, value, { start: sentence.start, end: sentence.end })
}

/** A value that words outside the text state; where the text holds the same words, they are pointed at. */
export function statedInMetadata<T>({ text }: DocumentView, value: T, words: string): Stated<T> {
  const start = words === '' ? -1 : text.indexOf(words)
  return { value, quote: words, span: start < 0 ? null : { start, end: start + words.length } }
}

/** The first sentence (in the order of `roles`, then of the text) that a pattern is found in. */
export function firstSentence(view: DocumentView, pattern: RegExp, roles: readonly SentenceRole[], unless?: RegExp): ArticleSentence | null {
  for (const role of roles) {
    const found = view.sentences.find((sentence) => sentence.role === role && pattern.test(sentence.text) && unless?.test(sentence.text) !== true)
    if (found !== undefined) return found
  }
  return null
}
