import type { SentenceView } from './sentence-view.ts'

/** A word of a sentence as a feature knows it: what the question names, numbers and p values stand masked. */
export type MaskedWord = { readonly word: string; readonly at: number }

const MASK = { outcome: 'OUTCOME', intervention: 'FIRST', comparator: 'SECOND' } as const

/** The sentence's words, runs of one mask told once. */
export function maskedWords({ sentence: { tokens, pValues }, marks }: SentenceView): MaskedWord[] {
  const masked: MaskedWord[] = []
  tokens.forEach((token, at) => {
    const p = pValues.find(({ start, end }) => token.start >= start && token.start < end)
    const mark = marks[at] ?? null
    const word = p !== undefined ? (p.isSignificant ? 'P-YES' : 'P-NO') : mark !== null ? MASK[mark] : token.kind === 'number' ? '#' : token.lower
    if (masked.at(-1)?.word !== word) masked.push({ word, at })
  })
  return masked
}

/** Single words, pairs and triples, in order. */
export function wordRuns(words: readonly string[], longest = 3): string[] {
  return words.flatMap((_, at) => Array.from({ length: Math.min(longest, words.length - at) }, (__, more) => words.slice(at, at + more + 1).join(' ')))
}
