import type { ConceptMention, Vocabulary } from '../../../../core/terminology/index.ts'

/** What was measured, in the sentence's words, and as a known outcome where it is one. */
export type OutcomeWords = { readonly words: string; readonly concept: string | null }

const VERB = /\b(?:was|were|is|are|did|does|had|has|have|increased|decreased|improved|reduced|lowered|fell|rose|declined|differed?|showed|occurred|remained|experienced|achieved|developed|reported|received|resulted|led)\b/iu
const LEAD = /^(?:(?:however|moreover|in addition|overall|similarly|also|conversely|in contrast|furthermore|finally|at [^,]{2,40}|after [^,]{2,60}|during [^,]{2,40}|compared (?:with|to) [^,]{2,60}|in (?:the|a) [^,]{2,60}|for [^,]{2,40}|there (?:was|were)|(?:no|a|an?other)? ?(?:statistically )?(?:significant |clear )?differences? (?:was|were) (?:also )?(?:seen|found|observed|noted|detected) (?:between (?:the )?(?:\w+ )?groups )?(?:for|in)|a significant(?:ly)?),?\s+)+/iu
const GROUP = /\b(?:groups?|arms?|patients|participants|subjects|women|men|children|treatment|placebo|controls?)\b/iu
const LONGEST = 140

/** Known outcomes that a sentence names, in order. */
export function outcomesNamed(vocabulary: Vocabulary, text: string): ConceptMention[] {
  return vocabulary.recognise(text).filter(({ kind }) => kind === 'outcome')
}

/**
 * The outcome of a number at `at`: the known outcome named nearest before it (else after it), and the words of the
 * clause that the number belongs to.
 */
export function outcomeAt(mentions: readonly ConceptMention[], text: string, at: number, from = 0): OutcomeWords {
  const nearest = mentions.findLast(({ end }) => end <= at) ?? mentions.find(({ start }) => start >= at)
  const words = clauseWords(text, at, from)
  return { words: words === '' ? nearest?.text ?? '' : words, concept: nearest?.conceptId ?? null }
}

function clauseWords(text: string, at: number, from: number): string {
  const before = text.slice(from, at)
  const clause = (before.split(/;\s|:\s(?=[A-Z])|\.\s/u).findLast((part) => part.trim() !== '') ?? before).replace(/^[\s,;)\]—–]+(?:and|but|while|whereas|as (?:was|were)|as)?\s*/iu, '').replace(LEAD, '')
  const verb = VERB.exec(clause)
  const subject = (verb === null ? clause : clause.slice(0, verb.index)).trim()
  const rest = verb === null ? '' : clause.slice(verb.index + verb[0].length).trim()
  const chosen = subject === '' || (GROUP.test(subject) && rest !== '') ? rest : subject
  return chosen.replace(/\s*[([][^)\]]*$/u, '').replace(/[\s,:=(]+$/u, '').slice(0, LONGEST).trim()
}
