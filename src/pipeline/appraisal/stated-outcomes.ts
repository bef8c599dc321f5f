import type { Recommendation, Source, Span } from '../../core/model/index.ts'
import { tokenise, type Vocabulary } from '../../core/terminology/index.ts'
import type { StatedOutcome } from './types.ts'

type Opener = { readonly kind: StatedOutcome['kind']; readonly words: RegExp }

/** How a text opens a clause that names an outcome: what the advice is for, or what was weighed. */
const OPENERS: readonly Opener[] = [
  { kind: 'aim', words: /\bto (?:(?:lower|reduce|prevent|ease|relieve|improve|slow|delay|lessen|decrease|avoid)\b|protect against\b)/gi },
  { kind: 'weighed', words: /\b(?:weighing|because)\b/gi },
  { kind: 'weighed', words: /\bno (?:added|important|clear|further|extra|greater|worthwhile) (?:gain|benefit|improvement|difference)\b(?: (?:in|for|of|to)\b)?/gi },
]

/** Where such a clause ends: punctuation other than a comma, a turn of the sentence, or the people it speaks of. */
const CLAUSE_END = /[;:.()]|,? (?:with no|without|but|although|unless|when|who|which|that|among|in (?!hospital\b)|at (?:age|ages)|after|by)\b/i

/** Words that join outcomes or say what becomes of them, and name none. */
const LITTLE_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'of', 'the', 'a', 'an', 'from', 'any', 'cause', 'all', 'for', 'risk', 'rate', 'chance', 'number', 'first', 'further', 'its', 'their', 'lower', 'reduce', 'prevent', 'ease', 'relieve', 'improve', 'slow', 'delay'])

/**
 * The outcomes that a piece of advice says it is for ("to lower death") or was weighed by ("because of bleeding"), read
 * from its own sentence; from the document's summary and limitations too when the document gives no other advice. A
 * clause that names no outcome of the vocabulary is kept for its words alone when it states an aim.
 */
export function statedOutcomes(vocabulary: Vocabulary, source: Source, recommendation: Recommendation): StatedOutcome[] {
  const evidence = source.evidence
  const others = evidence?.recommendations.filter(({ id, direction }) => id !== recommendation.id && direction !== 'silent') ?? []
  const general = others.length > 0 ? [] : [...(evidence?.summary ?? []), ...(evidence?.limitations ?? [])].map(({ span }) => span)
  const found = [recommendation.span, ...general].flatMap((span) => outcomesIn(vocabulary, source, span))
  return found.filter((one, index) => found.findIndex((other) => wordsOf(other, source) === wordsOf(one, source)) === index)
}

function wordsOf({ start, end }: Span, source: Source): string {
  return source.text.slice(start, end).toLowerCase()
}

function outcomesIn(vocabulary: Vocabulary, source: Source, span: Span): StatedOutcome[] {
  const sentence = source.text.slice(span.start, span.end)
  return OPENERS.flatMap(({ kind, words }) => [...sentence.matchAll(words)].flatMap((match): StatedOutcome[] => {
    const from = match.index + match[0].length
    const rest = sentence.slice(from)
    const clause = rest.slice(0, CLAUSE_END.exec(rest)?.index ?? rest.length).replace(/[\s,]+$/, '')
    const named = vocabulary.recognise(clause).filter(({ kind: concept }) => concept === 'outcome')
    if (clause.trim() === '' || (named.length === 0 && kind === 'weighed')) return []
    const unread = tokenise(clause).filter(({ word, start, end }) => !LITTLE_WORDS.has(word) && !named.some((mention) => mention.start <= start && end <= mention.end))
    return [{
      kind,
      outcomes: [...new Set(named.map(({ conceptId }) => conceptId))].toSorted(),
      isWhole: unread.length === 0,
      start: span.start + match.index,
      end: span.start + from + clause.length,
    }]
  }))
}
