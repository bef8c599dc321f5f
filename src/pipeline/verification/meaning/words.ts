import { numbersIn, searchTerms } from '../../../core/text/index.ts'

/** A word or number of a sentence: `key` is what two texts are aligned by. */
export type Word = { readonly key: string; readonly lower: string; readonly start: number; readonly end: number; readonly kind: 'word' | 'number' | 'unit' }

/** Words, numbers and percent signs of a text in order; words by their stem, numbers by their value. */
export function wordsOf(text: string): Word[] {
  const numbers = numbersIn(text)
  const found: Word[] = numbers.map(({ value, start, end }) => ({ key: `#${value}`, lower: text.slice(start, end), start, end, kind: 'number' }))
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?|%/gu)) {
    const [written] = match
    const end = match.index + written.length
    if (numbers.some((number) => match.index < number.end && end > number.start)) continue
    const lower = written.toLowerCase().replace('’', "'")
    found.push({ key: written === '%' ? '%' : stemOf(lower), lower, start: match.index, end, kind: written === '%' ? 'unit' : 'word' })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const STEMS = new Map<string, string>()
const STEMS_MOST = 50_000

/** One stem a word; grammar words keep their own form, since a "not" more or less is what is looked for. */
function stemOf(lower: string): string {
  const known = STEMS.get(lower)
  if (known !== undefined) return known
  const stem = searchTerms(lower)[0] ?? lower
  if (STEMS.size >= STEMS_MOST) STEMS.clear()
  STEMS.set(lower, stem)
  return stem
}
