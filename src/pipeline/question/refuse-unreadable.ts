import { Fault } from '../../core/model/index.ts'
import { isForeign } from './foreign-language.ts'

/** Characters a question may have; a longer one is a case, which has a file of its own. */
export const MAX_QUESTION_CHARACTERS = 4_000

/** A line break that ends an item told on a line of its own; any other is a wrapped sentence. */
const LINE_OF_A_LIST = /(?<=[\p{L}\p{N})%])[ \t]*(?:\r?\n)+[ \t]*(?=[\p{Lu}\p{N}•*-])/gu

/**
 * The question in Unicode NFC with runs of white space folded, or a Fault `bad-usage` that says why it cannot be
 * read: empty, too long, not in English. The fault never repeats the question.
 */
export function refuseUnreadable(raw: string): string {
  if (raw.length > MAX_QUESTION_CHARACTERS) {
    throw new Fault('bad-usage', `the question has ${raw.length.toLocaleString('en')} characters; ${MAX_QUESTION_CHARACTERS.toLocaleString('en')} are the most`, 'Ask the question in a sentence or two and give the facts of the patient with --case FILE.')
  }
  const text = raw.toWellFormed().normalize('NFC').replace(LINE_OF_A_LIST, '; ').replace(/\p{Cc}|\p{Cf}/gu, (character) => (/\s/.test(character) ? ' ' : '')).replace(/\s+/gu, ' ').trim()
  if (!/\p{L}|\d{4}/u.test(text)) throw new Fault('bad-usage', 'the question is empty', 'Ask a clinical question, for example: consilium ask "Is aspirin indicated to prevent a first heart attack?"')
  if (isForeign(text)) throw new Fault('bad-usage', 'the question does not seem to be in English', 'Ask in English: the sources held here and the words they are searched by are English.')
  return text
}
