import { Fault } from '../../core/model/index.ts'

/** Characters a question may have; a longer one is a case, which has a file of its own. */
export const MAX_QUESTION_CHARACTERS = 4_000

/** Frequent little words of languages that use the Latin alphabet, none of them an English word. */
const FOREIGN_WORDS = /(?<![\p{L}])(?:ist|der|das|und|für|bei|eine?n?|nicht|wird|sind|werden|les?|des|une|est|pour|avec|chez|dans|sur|el|los|las|una|para|con|está|es|del|il|gli|della|per|nel|è|uma|com|são|não|het|een|voor|wordt|niet|och|för|är|med|og|til|ved|jest|czy|dla|przy|się|mı|için|ve)(?![\p{L}])/giu
const ENGLISH_WORDS = /\b(?:the|is|are|of|for|in|with|and|to|does|do|should|what|which|when|who|how|can|a|an|or|on|it|i|my|be|not|after|versus|vs|at|by|from|people|patients|adults)\b/gi

/**
 * The question in Unicode NFC with runs of white space folded, or a Fault `bad-usage` that says why it cannot be
 * read: empty, too long, not in English. The fault never repeats the question.
 */
export function refuseUnreadable(raw: string): string {
  if (raw.length > MAX_QUESTION_CHARACTERS) {
    throw new Fault('bad-usage', `the question has ${raw.length.toLocaleString('en')} characters; ${MAX_QUESTION_CHARACTERS.toLocaleString('en')} are the most`, 'Ask the question in a sentence or two and give the facts of the patient with --case FILE.')
  }
  const text = raw.normalize('NFC').replace(/\p{Cc}|\p{Cf}/gu, (character) => (/\s/.test(character) ? ' ' : '')).replace(/\s+/gu, ' ').trim()
  if (!/[\p{L}]/u.test(text)) throw new Fault('bad-usage', 'the question is empty', 'Ask a clinical question, for example: consilium ask "Is aspirin indicated to prevent a first heart attack?"')
  if (isForeign(text)) throw new Fault('bad-usage', 'the question does not seem to be in English', 'Ask in English: the sources held here and the words they are searched by are English.')
  return text
}

function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (latin.length < letters.length * 0.7) return true
  const foreign = (text.match(FOREIGN_WORDS) ?? []).length
  const english = (text.match(ENGLISH_WORDS) ?? []).length
  return foreign >= 2 && foreign > english
}
