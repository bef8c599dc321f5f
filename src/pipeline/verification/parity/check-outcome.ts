import { ownOutcomeWords, type Vocabulary } from '../../../core/terminology/index.ts'
import { covers, unaccountedWords } from './account-words.ts'

/** The outcome of a result, as a record and the vocabulary name it. */
export type NamedOutcome = { readonly outcomeConcept: string | null; readonly components: readonly string[]; readonly outcome: string; readonly instrument?: string | null }

/** Verbs by which an outcome is told of a person ("needed hospital care"), and the words of its cut. */
const TELLING = 'result one of these needed needing got getting stopped stopping started starting losing living lived feeling coming keeping kept point points or more at least by a'

/** Words an outcome may be told in. */
export function outcomeWords(vocabulary: Vocabulary, { outcomeConcept, components, outcome }: NamedOutcome): string[] {
  const ids = [...(outcomeConcept === null ? [] : [outcomeConcept]), ...components]
  return [outcome, ...ids.flatMap((id) => [vocabulary.outcome(id)?.plain ?? '', vocabulary.outcome(id)?.label ?? ''])]
}

/**
 * Why an outcome or event told is not that of the result, or null: all its parts are named, by their plain words or by
 * the source's own, and nothing else; where the plain words are wider, the source's own stand with them.
 */
export function outcomeProblem(vocabulary: Vocabulary, text: string, named: NamedOutcome): string | null {
  const extra = unaccountedWords(text, [...outcomeWords(vocabulary, named), TELLING])
  if (extra.length > 0) return `tells another outcome ("${extra.join(' ')}")`
  const parts = named.components.map((id) => vocabulary.outcome(id)?.plain).filter((plain) => plain !== undefined)
  const whole = named.outcomeConcept === null ? undefined : vocabulary.outcome(named.outcomeConcept)?.plain
  const outside = text.replace(/\(“[^”]*”\)/g, ' ')
  const isWhole = covers(outside, named.outcome) || (parts.length > 1 ? parts.every((part) => covers(outside, part)) : whole !== undefined && covers(outside, whole))
  if (!isWhole) return 'leaves out a part of the outcome'
  const quoted = [...text.matchAll(/“([^”]*)”/g)].map(([, words = '']) => words.toLowerCase())
  if (quoted.some((words) => words !== named.outcome.trim().toLowerCase())) return 'quotes other words than those of the source'
  return ownOutcomeWords(vocabulary, named) !== null && quoted.length === 0 && !covers(text, named.outcome) ? 'tells a wider outcome than the source' : null
}
