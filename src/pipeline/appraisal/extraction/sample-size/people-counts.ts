import { ANIMALS, CLUSTERS, PEOPLE } from './people-words.ts'
import { valueOfWritten, WRITTEN_NUMBER } from './written-number.ts'

/** A number of people (or clusters) in a sentence. `start` and `end` frame the number; `phraseEnd` the noun it counts. */
export type PeopleCount = { readonly value: number; readonly kind: 'people' | 'clusters' | 'bare'; readonly start: number; readonly end: number; readonly phraseEnd: number }

/** Words between a number and its noun: none with a digit, a full stop or a bracket, and no unit. */
const BETWEEN = String.raw`(?:[\s-]+(?!years?\b|months?\b|weeks?\b|days?\b|hours?\b|min\b|mg\b|ml\b|kg\b|points?\b|times?\b|of\b|and\b|or\b|to\b|in\b|were\b|was\b|had\b|with\b|per\b|groups?\b|arms?\b|sessions?\b|visits?\b|doses?\b|cent(?:re|er)s?\b)[\p{L}’'\/+]+(?:[-‐‑–][\p{L}\d]+)*,?){0,7}?`
const COUNTED = new RegExp(String.raw`(?<![\p{L}\d.,:/–−-])(?<number>${WRITTEN_NUMBER})(?![\d.,]*\d|\s*%|\s*[–−-]\s*\d)(?<between>${BETWEEN})[\s-]+(?:(?<people>${PEOPLE}|${ANIMALS})|(?<clusters>${CLUSTERS}))\b`, 'giu')
/** A number that stands for people already named: "Of these, 939 were randomized". */
const BARE = new RegExp(String.raw`(?<![\p{L}\d.,:/–−(=-])(?<![=<>≤≥]\s)(?<number>${WRITTEN_NUMBER})(?![\d.,]*\d|\s*%|\s*[–−-]\s*\d)(?=\s*(?:\([^)]{0,40}\)|\[[^\]]{0,40}\])?\s*(?:of (?:whom|these|them)|who|were|was|met|had|agreed|consented|fulfill?ed|entered|underwent|qualified|gave|accepted|provided|randomi[sz]ed|randomly|to (?:the )?(?:intervention|control|treatment|placebo|usual)|in (?:the|each)|received?)\b)`, 'giu')
/** "patients (n = 940)". */
const IN_BRACKETS = new RegExp(String.raw`\b(?:${PEOPLE}|${ANIMALS})\s*[([]\s*[nN]\s*=\s*(?<number>${WRITTEN_NUMBER})\s*[)\]]`, 'giu')

/** Counts of people in a sentence, in order, none inside another. */
export function peopleCounts(sentence: string): PeopleCount[] {
  if (!MAY_COUNT.test(sentence)) return []
  const found: PeopleCount[] = []
  const add = (match: RegExpExecArray, kind: PeopleCount['kind'], phraseEnd: number): void => {
    const written = match.groups?.['number'] ?? ''
    const start = match.index + match[0].indexOf(written)
    const value = valueOfWritten(written)
    if (Number.isNaN(value) || value < 1 || isYear(written, value) || found.some((other) => start < other.phraseEnd && other.start < phraseEnd)) return
    found.push({ value, kind, start, end: start + written.length, phraseEnd })
  }
  for (const match of sentence.matchAll(COUNTED)) add(match, match.groups?.['clusters'] === undefined ? 'people' : 'clusters', match.index + match[0].length)
  for (const match of sentence.matchAll(IN_BRACKETS)) add(match, 'people', match.index + match[0].length)
  for (const match of sentence.matchAll(BARE)) add(match, 'bare', match.index + match[0].length)
  return found.toSorted((a, b) => a.start - b.start)
}

/** A cheap look before the patterns: a digit or a written number. */
const MAY_COUNT = /\d|\b(?:ten|eleven|twel|\w+teen|twent|thirt|fort|fift|sixt|sevent|eight|ninet|hundred|two|three|four|five|six|seven|nine)/i

function isYear(written: string, value: number): boolean {
  return /^(?:19|20)\d\d$/.test(written) && value >= 1950 && value <= 2050
}
