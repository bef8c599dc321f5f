import { syllable } from 'syllable'

/** How hard a text is to read, by two formulas, with what they were computed from. */
export type Readability = {
  /** Years of schooling in the United States after Flesch and Kincaid; null when nothing was measured. */
  readonly grade: number | null
  /** The same after SMOG, which aims at complete understanding and so runs higher; null when nothing was measured. */
  readonly smog: number | null
  readonly words: number
  readonly sentences: number
  readonly syllables: number
  /** Words of three syllables or more. */
  readonly polysyllables: number
}

/**
 * Words of this field that the counter of the package `syllable` gets wrong, by its British or Greek spelling, with
 * their spoken syllables.
 */
const SPOKEN_SYLLABLES: Readonly<Record<string, number>> = {
  aged: 1, anaemia: 3, anaesthetic: 4, area: 3, areas: 3, covid: 2, coeliac: 3, diarrhoea: 4, dialysis: 4, diagnosed: 3,
  earlier: 3, guideline: 2, guidelines: 2, healthier: 3, ischaemia: 4, mri: 3, oestrogen: 3, pre: 1, vaccine: 2, vaccines: 2,
}

/** The grade formula of Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75, US Naval Air Station. */
const GRADE = { perWordsInSentence: 0.39, perSyllablesInWord: 11.8, constant: -15.59 } as const

/**
 * SMOG grading of McLaughlin (1969), J Read 12(8):639–646: polysyllables of 30 sentences, by the regression he fitted.
 * Below 30 sentences the count is scaled up, and the grade less exact.
 */
const SMOG = { perRootOfPolysyllables: 1.043, constant: 3.1291, sentences: 30, fewestSyllables: 3 } as const

/** Stands for an ignored name: a reader takes it in as one short word. */
const NAME = 'it'

/**
 * The Flesch–Kincaid and the SMOG grade of sentences, each string one or more of them. Names in `ignore` (drugs, organizations,
 * studies: words a text cannot replace) count as one word of one syllable, so they lengthen a sentence and do not make
 * it hard. A number, an abbreviation of capitals and a sign count as one syllable each.
 *
 * It counts lengths, not sense: a low grade is needed for plain words and does not show them.
 */
export function measureReadability(texts: readonly string[], { ignore = [] }: { readonly ignore?: readonly string[] } = {}): Readability {
  const names = namePattern(ignore)
  const sentences = texts.flatMap((text) => sentencesOf(names === null ? text : text.replace(names, NAME)))
  const words = sentences.flat()
  const counts = words.map((word) => countSyllables(word))
  const syllables = counts.reduce((sum, count) => sum + count, 0)
  const polysyllables = counts.filter((count) => count >= SMOG.fewestSyllables).length
  if (words.length === 0) return { grade: null, smog: null, words: 0, sentences: 0, syllables: 0, polysyllables: 0 }
  const grade = GRADE.perWordsInSentence * (words.length / sentences.length) + GRADE.perSyllablesInWord * (syllables / words.length) + GRADE.constant
  const smog = SMOG.perRootOfPolysyllables * Math.sqrt((polysyllables * SMOG.sentences) / sentences.length) + SMOG.constant
  return { grade: Math.round(10 * grade) / 10, smog: Math.round(10 * smog) / 10, words: words.length, sentences: sentences.length, syllables, polysyllables }
}

/** Spoken syllables of one word; at least one. */
export function countSyllables(word: string): number {
  const bare = word.replace(/['’]s$/, '').replace(/[^\p{L}\p{N}-]/gu, '')
  if (/^[\d-]*$/.test(bare) || /^[A-Z0-9]{2,}s?$/.test(bare)) return 1
  const plain = bare.toLowerCase()
  return Math.max(1, plain.split('-').reduce((sum, part) => sum + (SPOKEN_SYLLABLES[part] ?? syllable(part)), 0))
}

/** Words by sentence. A full stop ends one where a space or the end follows, so "5.3" and "e.g." in a name do not. */
function sentencesOf(text: string): string[][] {
  return text
    .split(/(?<=[.!?])["”’)]*\s+|\n+/)
    .map((sentence) => sentence.split(/[\s/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .filter((words) => words.length > 0)
}

/** The longest name first, whole words only, with a plural or possessive ending. */
function namePattern(names: readonly string[]): RegExp | null {
  const escaped = [...new Set(names.map((name) => name.trim()).filter((name) => name.length > 1))]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return escaped.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?:s|['’]s)?(?![\\p{L}\\p{N}])`, 'giu')
}
