import { ANIMALS, CLUSTERS, PEOPLE } from './people-words.ts'
import { valueOfWritten, WRITTEN_NUMBER } from './written-number.ts'

/** A number of people (or clusters) in a sentence. `start` and `end` frame the number; `phraseEnd` the noun it counts. */
export type PeopleCount = { readonly value: number; readonly kind: 'people' | 'clusters' | 'bare'; readonly start: number; readonly end: number; readonly phraseEnd: number }

/** Words between a number and its noun: none with a digit, a full stop or a bracket, and no unit. */
const BETWEEN = String.raw`(?:[\s-]+(?!years?\b(?! (?:medical|nursing|dental|pharmacy|university|undergraduate|students|residents))|months?\b|weeks?\b|days?\b|hours?\b|min\b|mg\b|ml\b|kg\b|points?\b|times?\b|of\b(?! Ana?esthe)|and\b|or\b|to\b|in\b|were\b|was\b|had\b|with\b|per\b|for\b|by\b|at\b|on\b|from\b|than\b|as\b|during\b|after\b|before\b|g\b|IU\b|cm\b|mm\b|who\b|that\b|groups?\b|arms?\b|sessions?\b|visits?\b|doses?\b|cent(?:re|er)s?\b)(?:type [12]\b|[\p{L}’'\/+]+(?:[-‐‑–][\p{L}\d]+)*,?)){0,7}?`
const COUNTED = new RegExp(String.raw`(?<![\p{L}\d.,:/–−-])(?<number>${WRITTEN_NUMBER})(?![\p{L}]|[\d.,]*\d|\s*%|\s*[–−-]\s*\d|\s+to\s+\d)(?<between>${BETWEEN})[\s-]+(?:(?<people>${PEOPLE}|${ANIMALS})|(?<clusters>${CLUSTERS}))\b`, 'giu')
/** A number that stands for people already named: "Of these, 939 were randomized". */
const BARE = new RegExp(String.raw`(?<![\p{L}\d.,:/–−(=≥≤<>~±-])(?<![=<>≤≥]\s)(?<number>${WRITTEN_NUMBER})(?![\d.,]*\d|\s*%|\s*[–−-]\s*\d|\s+to\s+\d)(?=\s*(?:\([^)]{0,40}\)|\[[^\]]{0,40}\])?\s*(?:of (?:whom|these|them)|who|were|was|met|had|agreed|consented|fulfill?ed|entered|underwent|qualified|gave|accepted|provided|randomi[sz]ed|randomly|to (?:the )?(?:intervention|control|treatment|placebo|usual)|in (?:the|each)|received?)\b)`, 'giu')
/** "patients (n = 940)". */
const IN_BRACKETS = new RegExp(String.raw`\b(?:${PEOPLE}|${ANIMALS})\s*[([]\s*[nN]\s*=\s*(?<number>${WRITTEN_NUMBER})(?!\.\d)\s*[),;\]]`, 'giu')

/** "A total of 46 trained musicians participated": people, whatever they are called. */
const IN_TOTAL = new RegExp(String.raw`\btotal of (?<number>${WRITTEN_NUMBER}) (?:[\p{L}-]+ ){0,3}?(?!years|months|weeks|days|hours|sessions|visits|samples|points|doses|questions|items|studies|trials|articles)[\p{L}-]{3,}s (?=(?:were|participated|took|who|with|from|agreed|met|completed|underwent|gave)\b)`, 'giu')

/** "Forty EMTs (33 men and 7 women) participated": a sentence that opens with those who came in. */
const OPENS = new RegExp(String.raw`^(?:(?:overall|finally|in total|thus),? )?(?<number>${WRITTEN_NUMBER}) (?!years|months|weeks|days|hours|sessions|percent)[\p{L}\x60’'-]+(?: [\p{L}-]+){0,3}(?: \([^)]{0,80}\))? (?=participated|took part|were (?:included|recruited|enroll?ed|randomi[sz]ed))`, 'giu')

/** Counts of people in a sentence, in order, none inside another. */
export function peopleCounts(sentence: string): PeopleCount[] {
  if (!MAY_COUNT.test(sentence)) return []
  const found: PeopleCount[] = []
  const add = (match: RegExpExecArray, kind: PeopleCount['kind'], phraseEnd: number): void => {
    const written = match.groups?.['number'] ?? ''
    const start = match.index + match[0].indexOf(written)
    const value = valueOfWritten(written)
    if (/\d\s+to\s*$/.test(sentence.slice(Math.max(0, start - 12), start))) return
    if (Number.isNaN(value) || value < 1 || isYear(written, value) || found.some((other) => start < other.phraseEnd && other.start < phraseEnd)) return
    found.push({ value, kind, start, end: start + written.length, phraseEnd })
  }
  for (const match of sentence.matchAll(OPENS)) add(match, 'people', match.index + match[0].length)
  for (const match of sentence.matchAll(COUNTED)) add(match, match.groups?.['clusters'] === undefined ? 'people' : 'clusters', match.index + match[0].length)
  for (const match of sentence.matchAll(IN_BRACKETS)) add(match, 'people', match.index + match[0].length)
  for (const match of sentence.matchAll(IN_TOTAL)) add(match, 'people', match.index + match[0].length)
  for (const match of sentence.matchAll(BARE)) add(match, 'bare', match.index + match[0].length)
  return found.toSorted((a, b) => a.start - b.start)
}

/** A cheap look before the patterns: a digit or a written number. */
const MAY_COUNT = /\d|\b(?:ten|eleven|twel|\w+teen|twent|thirt|fort|fift|sixt|sevent|eight|ninet|hundred|two|three|four|five|six|seven|nine)/i

function isYear(written: string, value: number): boolean {
  return /^(?:19|20)\d\d$/.test(written) && value >= 1950 && value <= 2050
}
