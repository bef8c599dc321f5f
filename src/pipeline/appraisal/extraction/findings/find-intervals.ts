import { NUMBER, roundingOf, valueOf } from './number-in-prose.ts'

/**
 * A confidence or credible interval in a sentence. `level` is 0–1, `credible` for a Bayesian one, null when the words
 * do not say; `unit` is what stands right after the upper bound.
 */
export type Interval = {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
  readonly level: number | 'credible' | null
  readonly unit: string | null
  readonly rounding: number
}

const NAME = String.raw`(?:C\.?\s?I\.?s?|CrI|confidence intervals?|confidence limits?|credible intervals?|credibility intervals?)`
const UNIT = String.raw`(?:\s?(?<unit>%|percentage points?|mm\s?Hg|mmol\/[lL]|mg\/d[lL]|kg\/m2|kg|points?|min(?:utes)?(?:\/day)?|days?|hours?|weeks?|months?|cm|mm|m\b|ml|mL|L|bpm|g))?`
const BETWEEN = String.raw`\s?(?:%|mm\s?Hg)?\s*(?:,|;|to|and|–|−|‐|‑|-|\/|~)\s*`
const NAMED = new RegExp(String.raw`(?:(?<level>\d{2}(?:\.\d+)?)\s?%?\s*-?\s*)?\b${NAME}(?:\s?\[?\(?CI\]?\)?)?\s?%?(?:\s?[:,]?\s?(?<levelAfter>\d{2}(?:\.\d+)?)\s?%)?[^\d\-−–.·;]{0,14}(?<low>${NUMBER})${BETWEEN}(?<high>${NUMBER})${UNIT}`, 'giu')
/** After a ratio: "0.80 (0.73–0.87)", "0.80 [0.73, 0.87]". */
const BARE = new RegExp(String.raw`(?<=\d\s?)[([]\s*(?<low>\d*[.·]\d+)\s*(?:,|;|to|–|−|‐|‑|-)\s*(?<high>\d*[.·]\d+)\s*(?=[)\];,])`, 'giu')
/** After a number whose interval is announced ("mean difference [95% CI] = −0.35 [−0.78 to 0.07]") or that is a named difference. */
const BRACKETED = new RegExp(String.raw`(?<=\d\s?%?[^\d()[\];]{0,12},?\s?)[([]\s*(?<low>${NUMBER})${BETWEEN.replace(String.raw`|\/`, '')}(?<high>${NUMBER})${UNIT}\s*(?=[)\]])`, 'giu')
const ANNOUNCED = new RegExp(String.raw`[([][^)\]\d]{0,40}?(?:(?<level>\d{2}(?:\.\d+)?)\s?%?\s*-?\s*)?\b${NAME}[^)\]\d]{0,12}[)\]]`, 'giu')
const ONE_NUMBER = new RegExp(String.raw`^[^\d;]{0,40}?${NUMBER}\s?[^\d;]{0,14}$`, 'u')

/**
 * Intervals of a sentence in order. Nameless ones only after a ratio (`allowBare`), after a named difference (one of
 * `differenceEnds` and one number stand before it), or where the sentence announces them: two numbers in brackets are
 * much else too.
 */
export function findIntervals(text: string, { allowBare, differenceEnds = [] }: { readonly allowBare: boolean; readonly differenceEnds?: readonly number[] }): Interval[] {
  const found = Array.from(text.matchAll(NAMED), (match) => read(match, true, null))
  const add = (matches: readonly Interval[]): void => void found.push(...matches.filter(({ start, end }) => !found.some((other) => start < other.end && other.start < end)))
  if (allowBare) add(Array.from(text.matchAll(BARE), (match) => read(match, false, null)))
  const announced = Array.from(text.matchAll(ANNOUNCED))
  add(Array.from(text.matchAll(BRACKETED)).flatMap((match) => {
    const announcement = announced.findLast(({ index, 0: words }) => index + words.length <= match.index)
    const isDifference = differenceEnds.some((end) => end < match.index && ONE_NUMBER.test(text.slice(end, match.index)))
    return announcement === undefined && !isDifference ? [] : [read(match, false, announcement?.groups?.['level'] ?? null)]
  }))
  return found.toSorted((a, b) => a.start - b.start)
}

function read(match: RegExpExecArray, isNamed: boolean, announcedLevel: string | null): Interval {
  const { low = '', high = '', unit } = match.groups ?? {}
  const level = match.groups?.['level'] ?? match.groups?.['levelAfter'] ?? announcedLevel ?? undefined
  const isCredible = isNamed && /cr(?:edib|I)/u.test(match[0])
  // "−0.8 to −3.2" is written by size; with other signs a falling interval is a mistake.
  const isByMagnitude = valueOf(low) <= 0 && valueOf(high) < valueOf(low)
  return {
    start: match.index,
    end: match.index + match[0].length,
    low: isByMagnitude ? valueOf(high) : valueOf(low),
    high: isByMagnitude ? valueOf(low) : valueOf(high),
    level: isCredible ? 'credible' : level === undefined ? null : Number(level) / 100,
    unit: unit ?? null,
    rounding: Math.max(roundingOf(low), roundingOf(high)),
  }
}
