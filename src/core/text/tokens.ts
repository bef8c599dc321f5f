import { findAbbreviations } from './abbreviations.ts'
import { searchTerms } from './search-terms.ts'

/**
 * A word, number or sign of a sentence. `stems` are the terms it stands for: its own (none for a stop word), and those
 * of the long form where it is an abbreviation that the text defines.
 */
export type Token = { readonly lower: string; readonly stems: readonly string[]; readonly start: number; readonly end: number; readonly kind: 'word' | 'number' | 'sign' }

/** Long and short forms on each other, from one article and what is asked of it. */
export type Shortenings = {
  /** Terms of the long form, by the short form as it is written. */
  readonly longOf: ReadonlyMap<string, readonly string[]>
  /** Long forms in lower case with their short form, by the last word of the long form. */
  readonly shortOf: ReadonlyMap<string, readonly { readonly long: string; readonly short: string }[]>
}

/** The abbreviations that a text defines, by their short form. */
export function readShortenings(...texts: readonly string[]): Shortenings {
  const longOf = new Map<string, readonly string[]>()
  const shortOf = new Map<string, { long: string; short: string }[]>()
  for (const { short, long } of texts.flatMap((text) => findAbbreviations(text))) {
    longOf.set(short, [...new Set([...longOf.get(short) ?? [], ...termsOf(long)])])
    const lower = long.toLowerCase()
    const last = /[\p{L}\p{N}]+$/u.exec(lower)?.[0] ?? ''
    shortOf.set(last, [...shortOf.get(last) ?? [], { long: lower, short: short.toLowerCase() }])
  }
  return { longOf, shortOf }
}

/** Both together; the second says what a short form means where they differ. */
export function joinShortenings(first: Shortenings, second: Shortenings): Shortenings {
  const shortOf = new Map(first.shortOf)
  for (const [last, forms] of second.shortOf) shortOf.set(last, [...shortOf.get(last) ?? [], ...forms])
  return { longOf: new Map([...first.longOf, ...second.longOf]), shortOf }
}

const NO_SHORTENINGS: Shortenings = { longOf: new Map(), shortOf: new Map() }

/** Tokens of a sentence in order. */
export function tokensOf(text: string, shortenings: Shortenings = NO_SHORTENINGS): Token[] {
  const lowerText = text.toLowerCase()
  return Array.from(text.matchAll(/\d+(?:[.,·]\d+)*(?![\p{L}])|[\p{L}\p{N}]+|[%;:,()<>=±/&+]/gu), (match) => {
    const [written] = match
    const lower = written.toLowerCase()
    const end = match.index + written.length
    const kind = /^\d/.test(written) && /^[\d.,·]+$/.test(written) ? 'number' : /[\p{L}\p{N}]/u.test(written) ? 'word' : 'sign'
    const own = kind === 'sign' ? [] : termsOf(lower)
    const long = shortenings.longOf.get(written) ?? []
    const short = shortenings.shortOf.get(lower)?.find((form) => lowerText.endsWith(form.long, end))?.short
    return { lower, stems: long.length === 0 && short === undefined ? own : [...own, ...long, ...(short === undefined ? [] : [short])], start: match.index, end, kind }
  })
}

const cache = new Map<string, readonly string[]>()
const CACHE_MOST = 200_000

/** Search terms of a short text; the same words come up again and again, so they are kept. */
export function termsOf(text: string): readonly string[] {
  const known = cache.get(text)
  if (known !== undefined) return known
  const terms = searchTerms(text)
  if (cache.size >= CACHE_MOST) cache.clear()
  cache.set(text, terms)
  return terms
}
