import { numbersIn, type ProseNumber } from '../../../core/text/index.ts'

/**
 * What a number counts. `ratio` is a relative effect (RR, OR, HR), `p` a p value, `duration` is in months whatever the
 * text says, `year` a calendar year, `rate` events by time of follow-up, `plain` a number whose unit is not written beside it (a bound of an interval).
 */
export type UnitKind = 'percent' | 'per-1000' | 'points' | 'duration' | 'age' | 'people' | 'studies' | 'dose' | 'ratio' | 'p' | 'year' | 'rate' | 'plain'

/** A number of a sentence with its unit; `value` is as written, `months` what a duration comes to. */
export type Quantity = ProseNumber & {
  readonly unit: UnitKind
  /** The unit's own word ("mg", "mm Hg", "years"), lower case, or null. */
  readonly word: string | null
  readonly months: number | null
}

const MONTHS_OF: Readonly<Record<string, number>> = { year: 12, yr: 12, month: 1, week: 12 / 52.18, day: 12 / 365.25, hour: 12 / 8766, minute: 12 / 525_960, second: 12 / 31_557_600 }
const DURATION = /^(?:-|–|\s)?(year|yr|month|week|day|hour|minute|second)s?\b/i
const DOSE = /^\s?(mg|mcg|µg|micrograms?|milligrams?|grams?|g|kilograms?|kilos?|kg|pounds?|lbs?|stones?|mL|ml|l|litres?|mm\s?Hg|mmol|nmol|pmol|[µμ]mol|mol|IU|units?|feet|foot|ft|yards?|miles?|kilomet(?:re|er)s?|km|inch(?:es)?|centimet(?:re|er)s?|cm|millimet(?:re|er)s?|mm|met(?:re|er)s?|m|centiloids?|kcal|mEq|ng|Hz|W)(\/(?:g|mmol|mL|ml|L|l|dL|dl)\b)?(?:\/\w+)*(?![\p{L}])/u
const PEOPLE = /^\s(?:(?:more|older|younger|adult|hospitali[sz]ed|randomi[sz]ed|treated|other|different)\s)?(?:people|patients|participants|adults|women|men|children|persons|individuals|infants|subjects|users|pregnancies|births)\b/i
const STUDIES = /^\s(?:(?:small|large|large-scale|randomi[sz]ed|placebo-controlled|controlled|double-blind|independent|further|published|eligible|sham-controlled|clinical)\s)*(?:trials?|studies|study|RCTs?|reports?|reviews?|cohorts?)\b/i
/** The abbreviations in capitals alone: "140 or 150" is no odds ratio. */
const RATIO_BEFORE = /\b(?:HR|RR|OR|IRR|aHR|aOR|[Rr]elative risk|(?:(?:[Hh]azard|[Rr]isk|[Oo]dds|[Rr]ate) )?[Rr]atio)\b[^.;\d]{0,24}$/
const P_BEFORE = /\bp(?:[\s-]?value)?\s*(?:=|<|>|≤|≥|of|was|\s)?\s*$/i
const AGE_BEFORE = /\b(?:aged?|ages|older than|younger than|over|under|age of|ages of)\s+(?:at least\s+)?$/i
const AGE_OF = /\b(?:people|adults|patients|men|women|those|anyone|everyone|everybody|participants) (?:of|over|under|above|below|from)\s$/i
const AGE_AFTER = /^(?:\s?(?:-|–|to|or|and)\s?\d+)?(?:-year-olds?\b|\s+years?\s+(?:old|of age|and (?:over|older)|or (?:over|older)))/i

const SPELLED: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, eighteen: 18, twenty: 20, thirty: 30 }

const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }
const DECADES: Readonly<Record<string, number>> = { twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90 }

/** Sizes told in words, as percent: what is halved falls by 50 percent, what doubles rises by 100. */
const SIZES: readonly { readonly pattern: RegExp; readonly percent: number }[] = [
  { pattern: /\b(?:in half|(?<!and (?:an? )?|one and (?:an? )?)half|halv(?:e|es|ed|ing))\b(?! (?:an? )?(?:hour|day|year|month|mile|dose|life))/gi, percent: 50 },
  { pattern: /\b(?:a|one)[- ]third\b/gi, percent: 33.3 }, { pattern: /\btwo[- ]thirds\b/gi, percent: 66.7 },
  { pattern: /\b(?:a|one)[- ]quarter\b/gi, percent: 25 }, { pattern: /\bthree[- ]quarters\b/gi, percent: 75 },
  { pattern: /\b(?:a|one)[- ]fifth\b/gi, percent: 20 }, { pattern: /\b(?:a|one)[- ]tenth\b/gi, percent: 10 }, { pattern: /\b(?:doubl(?:e|es|ed|ing)(?! ?-?blind)|twice as (?:likely|often|many))\b/gi, percent: 100 }, { pattern: /\btripl(?:e|es|ed|ing)\b/gi, percent: 200 },
]

/** Every number of a text with what it counts, those in words too where they count times, people or studies. */
export function readQuantities(text: string): Quantity[] {
  const told = [...inDigits(text), ...inWords(text)]
  return told.toSorted((a, b) => a.start - b.start)
}

function inWords(text: string): Quantity[] {
  const sizes = SIZES.flatMap(({ pattern, percent }) => Array.from(text.matchAll(pattern), (match): Quantity => ({ value: percent, decimals: 0, start: match.index, end: match.index + match[0].length, unit: 'percent', word: 'in words', months: null })))
  const oneIn = Array.from(text.matchAll(/\b(?:one|1) in (?:every )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twenty)\b/gi), (match): Quantity => {
    const of = SPELLED[(match[1] ?? '').toLowerCase()] ?? Number(match[1])
    return { value: 100 / of, decimals: 0, start: match.index, end: match.index + match[0].length, unit: 'percent', word: 'in words', months: null }
  })
  const inTen = Array.from(text.matchAll(/\b(two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(ten|five|four|three)\b/gi), (match): Quantity => ({ value: 100 * (SPELLED[(match[1] ?? '').toLowerCase()] ?? 0) / (SPELLED[(match[2] ?? '').toLowerCase()] ?? 1), decimals: 0, start: match.index, end: match.index + match[0].length, unit: 'percent', word: 'in words', months: null }))
  const halves = Array.from(text.matchAll(/\bhalf an? (year|hour|month|day)\b/gi), (match): Quantity => ({ value: 0.5, decimals: 1, start: match.index, end: match.index + match[0].length, unit: 'duration', word: (match[1] ?? '').toLowerCase(), months: 0.5 * (MONTHS_OF[(match[1] ?? '').toLowerCase()] ?? 1) }))
  const spelled = Array.from(text.matchAll(/\b(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty)\b(?!-(?:one|two|three|four|five|six|seven|eight|nine)\b)/gi)).flatMap((match): Quantity[] => {
    const ones = SPELLED[(match[2] ?? '').toLowerCase()]
    if (ones === undefined) return []
    const value = ones + (match[1] === undefined ? 0 : TENS[match[1].toLowerCase()] ?? 0)
    const written = { value, decimals: 0, start: match.index, end: match.index + match[0].length }
    // "four to six years": the unit stands after the last number of a range.
    const range = /^\s(?:to|or)\s[a-z]+\s(year|month|week|day|hour)s?\b/i.exec(text.slice(written.end, written.end + 30))
    const { unit, word } = range === null ? unitAt(text, written) : { unit: 'duration' as const, word: (range[1] ?? '').toLowerCase() }
    if (unit === 'percent' && word === 'per 100') return [{ ...written, unit, word, months: null }]
    if (unit !== 'duration' && (value === 1 || (unit !== 'studies' && unit !== 'points'))) return []
    return [{ ...written, unit, word, months: unit === 'duration' && word !== null ? value * (MONTHS_OF[word] ?? 1) : null }]
  })
  const decades = Array.from(text.matchAll(/\b(?:his|her|their|your|my)\s(?:early |mid |late )?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?: and (twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))?\b/gi)).flatMap((match) => [match[1], match[2]].flatMap((decade): Quantity[] => (decade === undefined ? [] : [{ value: (DECADES[decade.toLowerCase()] ?? 0) + 5, decimals: 0, start: match.index, end: match.index + match[0].length, unit: 'age', word: 'loose', months: null }])))
  return [...sizes, ...oneIn, ...decades, ...inTen, ...halves, ...spelled]
}

function inDigits(text: string): Quantity[] {
  const numbers = numbersIn(text).map((written) => inMillions(text, written)).filter((written) => !isDenominator(text, written)).filter(({ start, end }) => !/\b(?:one|1) in (?:every )?$/i.test(text.slice(Math.max(0, start - 14), start)) && !/^ in (?:every )?\d/.test(text.slice(end, end + 14)))
  const own = numbers.map((written) => unitAt(text, written))
  return numbers.map((written, index) => {
    const unit = own[index] ?? { unit: 'plain' as const, word: null }
    if (unit.unit === 'duration' && /^\s?(?:to|–|-)\s?$/i.test(text.slice(numbers[index - 1]?.end ?? 0, written.start)) && /\b(?:at|aged?|ages|from)\s(?:age\s)?$/i.test(text.slice(0, numbers[index - 1]?.start ?? 0)) && unit.word === 'year' && written.value > 15) return { ...written, unit: 'age' as const, word: 'year', months: null }
    // "1.27% against 1.60% a year": both are rates.
    const next = numbers[index + 1]
    const nextUnit = own[index + 1]
    if (unit.unit === 'percent' && nextUnit?.unit === 'rate' && next !== undefined && /^\s?(?:%|per ?cent)?[^.;\d]{0,40}\b(?:to|and|or|versus|vs\.?|against|on|with)\b[^.;\d]{0,30}$/i.test(text.slice(written.end, next.start))) return { ...written, ...nextUnit, months: null }
    const last = numbers[index - 1]
    const lastUnit = own[index - 1]
    if (unit.unit === 'percent' && unit.word === '%' && lastUnit?.unit === 'rate' && lastUnit.word === 'per 100' && last !== undefined && /\b(?:and|to|versus|vs\.?|against)\s(?:[\p{L}-]+\s){0,3}$/iu.test(text.slice(last.end, written.start))) return { ...written, ...lastUnit, months: null }
    // "5 to 10 years", "16% and 12%": the unit stands after the last number of a range.
    const shared = unit.unit === 'plain' ? rangeUnit(text, numbers, own, index) : unit
    const months = shared.unit === 'duration' && shared.word !== null ? written.value * (MONTHS_OF[shared.word] ?? 1) : null
    return { ...written, ...shared, months }
  })
}

/** "1.67 million" as the number it is, with the precision it was written with. */
function inMillions(text: string, written: ProseNumber): ProseNumber {
  const scaled = /^\s(million|billion|thousand)\b/i.exec(text.slice(written.end, written.end + 10))
  const power = scaled?.[1]?.toLowerCase()
  const zeros = power === 'million' ? 6 : power === 'billion' ? 9 : power === 'thousand' ? 3 : 0
  return zeros === 0 ? written : { ...written, value: written.value * 10 ** zeros, decimals: written.decimals - zeros, end: written.end + (scaled?.[0].length ?? 0) }
}

/** "per 1000", "in every 100", "types 16 and 18": a number that counts nothing by itself. */
function isDenominator(text: string, { value, start, end }: ProseNumber): boolean {
  const before = text.slice(Math.max(0, start - 22), start)
  // "Of 1000 people who had placebo, about 212": the thousand says of how many.
  const counts = [100, 1000, 10_000, 100_000].includes(value)
  if (counts && /\b(?:of|among)\s(?:every\s)?$/i.test(before) && /^\s(?:[\p{L}-]+\s)?(?:people|patients|women|men|children|infants|babies|adults|who|such|of them)\b/iu.test(text.slice(end, end + 40))) return true
  return (counts && /\b(?:per|in every|of every|in|out of|out of every|for every|every|treating|among)\s$/i.test(before)) || /\btypes?\s(?:\d+(?:,| and| or|\s)*)*$/i.test(before)
}

type Unit = { readonly unit: UnitKind; readonly word: string | null }

function unitAt(text: string, { start, end, value, decimals }: ProseNumber): Unit {
  const after = text.slice(end, end + 48)
  const before = text.slice(Math.max(0, start - 48), start)
  const yearly = /^\s?(%|per ?cent\b)?\s?(?:of \w+ )?(?:a|per|each|every) (?:year|annum|person-year|patient-year)\b/i.exec(after)
  if (yearly !== null) return { unit: 'rate', word: yearly[1] === undefined ? 'rate' : 'per 100' }
  if (/^\s?(?:%|per ?cent\b|percentage points?)/i.test(after)) return { unit: 'percent', word: '%' }
  // Events by time of follow-up, with the number of people they are told for: 14.9 per 100 is not 14.9 per 1000.
  const rate = /^\s?(?:[\p{L}-]+[\s,]+){0,10}?per (100|1,?000|10,?000|100,?000) (?:(?:patient|person|participant|woman|women|men|people)[- ]?(?:years?|(?:a|per) year)\b|\p{L}+ (?:a|per) year\b)/iu.exec(text.slice(end, end + 120))
  if (rate !== null) return { unit: 'rate', word: `per ${(rate[1] ?? '').replace(',', '')}` }
  if (/^\s(?:[\p{L}-]+\s){0,4}?(?:per|in|of|out of(?: every)?)\s(?:every\s)?1,?000\b/iu.test(after)) return { unit: 'per-1000', word: 'per 1000' }
  if (/^\s(?!points?\b)(?:[\p{L}-]+\s){0,5}?(?:per|in|of|out of|for)\s(?:(?:every|each|a|one)\s)?(?:100|hundred)\b(?![\s-](?:patient|person|participant)[\s-]years?)/iu.test(after)) return { unit: 'percent', word: 'per 100' }
  const counted = /\b(?:for|in|of|out of|among|treating)\s(?:(?:every|each|a|one)\s)*(100|hundred|1,?000|thousand)\s(?:[\p{L}-]+,?\s){1,14}$/iu.exec(text.slice(Math.max(0, start - 110), start))?.[1]
  if (counted !== undefined && !/^\s?(?:%|per ?cent|weeks?|months?|years?|days?|mg|mcg)/i.test(after)) return /^(?:100|hundred)$/i.test(counted) ? { unit: 'percent', word: 'per 100' } : { unit: 'per-1000', word: 'per 1000' }
  if (P_BEFORE.test(before)) return { unit: 'p', word: null }
  const duration = DURATION.exec(after) ?? /(?<!\d[\d.,]*\s)\b(week|month|year|day)\s$/i.exec(before)
  if (AGE_AFTER.test(after)) return { unit: 'age', word: 'year' }
  if (AGE_OF.test(before) && decimals === 0 && value >= 12 && value <= 110 && /^(?:[.,;)]|$|\s(?:and|or|to)\s(?:over|older|above|under|younger|more|\d))/i.test(after)) return { unit: 'age', word: 'loose' }
  // "over 2 years" is a time, "people over 70 years" an age.
  if (duration !== null && AGE_BEFORE.test(before) && /^year|^yr/i.test(duration[1] ?? '') && (value >= 16 || !/\b(?:over|under)\s+$/i.test(before))) return { unit: 'age', word: 'year' }
  if (duration !== null) return { unit: 'duration', word: (duration[1] ?? '').toLowerCase() }
  const dose = DOSE.exec(after)
  if (dose !== null) return { unit: 'dose', word: `${doseWord(dose[1] ?? '')}${(dose[2] ?? '').toLowerCase()}` }
  if (/^[\s-](?:points?\b|pts?\b)/i.test(after)) return { unit: 'points', word: 'point' }
  if (PEOPLE.test(after)) return { unit: 'people', word: 'people' }
  if (STUDIES.test(after)) return { unit: 'studies', word: 'studies' }
  // "13 of 898": a count of people, never a share of them.
  if (decimals === 0 && /^\s(?:out )?of (?:the )?\d/.test(after) && Number(/\d[\d,]*/.exec(after)?.[0].replaceAll(',', '') ?? 0) > value) return { unit: 'people', word: 'people' }
  if (RATIO_BEFORE.test(before)) return { unit: 'ratio', word: null }
  if (AGE_BEFORE.test(before) && decimals === 0 && value >= 12 && value <= 110 && /\bage/i.test(before)) return { unit: 'age', word: 'year' }
  if (decimals === 0 && value >= 1900 && value <= 2100 && !text.slice(start, end).includes(',')) return { unit: 'year', word: null }
  return { unit: 'plain', word: null }
}

const DOSE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mcg|µg|micrograms?)$/, 'mcg'], [/^milligrams?$/, 'mg'], [/^grams?$/, 'g'], [/^(?:kilos?|kilograms?)$/, 'kg'], [/^(?:pounds?|lbs?)$/, 'lb'], [/^litres?$/, 'l'],
  [/^(?:feet|foot|ft)$/, 'ft'], [/^met(?:re|er)s?$/, 'm'], [/^kilomet(?:re|er)s?$/, 'km'], [/^centimet(?:re|er)s?$/, 'cm'], [/^millimet(?:re|er)s?$/, 'mm'], [/^units?$/, 'unit'],
]

/** One word a unit of mass, so that milligrams are mg and no micrograms. */
function doseWord(written: string): string {
  const word = written.toLowerCase().replace(/\s/g, '')
  return DOSE_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? word
}

function rangeUnit(text: string, numbers: readonly ProseNumber[], own: readonly Unit[], index: number): Unit {
  const here = numbers[index]
  const last = numbers[index - 1]
  const next = numbers[index + 1]
  const unit = own[index + 1]
  const none = own[index] ?? { unit: 'plain', word: null }
  // "age 40 to 59": the second bound is an age too.
  if (here !== undefined && last !== undefined && own[index - 1]?.unit === 'age' && /^\s?(?:to|–|-|or|and)\s?$/i.test(text.slice(last.end, here.start))) return { unit: 'age', word: 'year' }
  if (here === undefined || next === undefined || unit === undefined || unit.unit === 'plain' || unit.unit === 'year' || unit.unit === 'p' || unit.unit === 'ratio') return none
  return /^\s?(?:to|–|-|or|and|versus|vs\.?|against)\s?$/i.test(text.slice(here.end, next.start)) ? unit : none
}
