import type { Range } from '../../core/model/index.ts'
import { RELATIVE } from './people.ts'

/** An age read as "above" or "below" a number excludes the number itself. */
const STEP = 0.01
const OLDEST = 120

const YEARS = String.raw`(?:years?|yrs?)`
const NOT_AGE_AFTER = String.raw`(?!\d|\.\d|\s*(?:%|percent|mg|mcg|µg|g\b|kg|mm|mmol|cm|ml|bpm|points?|units?|weeks?|months?|days?|hours?|minutes?|patients|people|participants|trials|studies|pack|doses?|tablets|times))`
const PEOPLE = String.raw`(?:people|adults?|persons?|women|men|patients?|individuals|those|anyone|everyone|somebody|someone|smokers|males?|females?|seniors|residents|veterans|who(?:['’]s| is| are)?)`

type Reader = { readonly words: RegExp; readonly read: (match: RegExpExecArray) => Range | null }

/** Ways to state an age in years, most telling first; the first that fits is taken. */
const READERS: readonly Reader[] = [
  { words: new RegExp(String.raw`\b(?:aged?|ages|between(?: the)?(?: ages?)?(?: of)?|${PEOPLE}(?: aged?)?(?: between)?|from)\s*(?:of )?(\d{1,3})\s*(?:years?\s*)?(?:-|–|—|to|and|through)\s*(\d{1,3})\b${NOT_AGE_AFTER}`, 'i'), read: (m) => span(Number(m[1]), Number(m[2])) },
  { words: new RegExp(String.raw`\b(\d{1,3})\s*(?:-|–|—|to|and)\s*(\d{1,3})[ -]${YEARS}\b(?! (?:follow|after|later|ago|of follow))`, 'i'), read: (m) => span(Number(m[1]), Number(m[2])) },
  { words: new RegExp(String.raw`(?<![.\d])\b(\d{1,3})\s?(?:${YEARS}\s?)?(?:of age\s)?(?:or|and) (?:older|over|above|up|more)\b|(?:≥|>=)\s*(\d{2,3})\s*(?:${YEARS}|y\b)|\b(?:age|aged?)\s*(?:≥|>=)\s*(\d{1,3})|\b(?:age|aged|over|people)\s*(\d{2,3})\s?\+|\b(\d{2,3})\+(?! ?%)|\bat least (\d{1,3}) ${YEARS} (?:old|of age)`, 'i'), read: (m) => atLeast(firstNumber(m)) },
  { words: new RegExp(String.raw`(?<![.\d])\b(\d{1,3})\s?(?:${YEARS}\s?)?(?:of age\s)?(?:or|and) (?:younger|under|below)\b|\b(?:age|aged?)\s*(?:≤|<=)\s*(\d{1,3})|\bup to (?:the )?age (?:of )?(\d{1,3})`, 'i'), read: (m) => ({ max: firstNumber(m) }) },
  { words: new RegExp(String.raw`\b(\d{1,2})[- ]?(?:months?|mo)[- ]?old\b`, 'i'), read: (m) => exactly(inYears(Number(m[1]), 12)) },
  { words: new RegExp(String.raw`\b(\d{1,2})[- ]?(?:weeks?|wk)[- ]?old\b`, 'i'), read: (m) => exactly(inYears(Number(m[1]), 52.18)) },
  { words: new RegExp(String.raw`\b(\d{1,2})[- ]?days?[- ]?old\b`, 'i'), read: (m) => exactly(inYears(Number(m[1]), 365.25)) },
  { words: new RegExp(String.raw`\b(?:over|above|older than|at least|from) (\d{1,2}) months(?: of age| old)\b|\b(\d{1,2}) months(?: of age)? (?:or|and) (?:older|over|above)`, 'i'), read: (m) => ({ min: inYears(firstNumber(m), 12) }) },
  { words: new RegExp(String.raw`\b(?:under|below|younger than|less than|up to) (\d{1,2}) months(?: of age| old)?\b(?! (?:of|ago|after))`, 'i'), read: (m) => ({ max: round(inYears(Number(m[1]), 12) - STEP) }) },
  { words: /\b(?:under|below|younger than|before) (?:the )?ages? (?:of )?(\d{1,3})\b/i, read: (m) => ({ max: round(Number(m[1]) - STEP) }) },
  { words: /\b(?:over|above|older than|beyond|past|after) (?:the )?ages? (?:of )?(\d{1,3})\b/i, read: (m) => ({ min: Number(m[1]) + STEP }) },
  { words: new RegExp(String.raw`\b(\d{1,3})[- ]?(?:${YEARS}|y)[- ]?olds?\b|\b(\d{1,3}) ?(?:yo|y\/o|y\.o\.?)(?![a-z])|\b(\d{2,3}) ?[MF]\b(?!\w)|\b(?:aged?|turned|turning)\s+(\d{1,3})\b${NOT_AGE_AFTER}|\b(?:he|she|I|patient|father|mother|husband|wife|who)(?:['’](?:s|m)| is| am| was)\s+(\d{1,3})\b${NOT_AGE_AFTER}|\b(?:woman|man|lady|gentleman|patient|girl|boy) of (\d{1,3})\b${NOT_AGE_AFTER}|\bat (?:the )?(?:age (?:of )?)?(\d{2,3})(?: ${YEARS}(?: of age| old)?)?(?=\s*(?:[?.,;]|$|with|without|is|should))|\b(\d{1,3}) ${YEARS} of age\b|\b(?:${RELATIVE}|woman|man|lady|gentleman|patient),? \(?(\d{1,3})\)?(?=[,.;]|$)`, 'i'), read: (m) => exactly(firstNumber(m)) },
  { words: new RegExp(String.raw`\b(?:${PEOPLE}|age|aged|the|in|for|if|when|after|be)\s+(?:who are |is |are )?(?:over|above|older than|beyond|past)[- ](?:the )?(?:age )?(?:of )?(\d{2,3})(?:['’]?s)?\b${NOT_AGE_AFTER}|\bover-(\d{2})s\b|\b(?:older than|over the age of|above the age of|past the age of|after age|beyond age|after the age of) (\d{2,3})\b|\bage\w*\s*>\s*(\d{1,3})|>\s*(\d{2,3})\s*(?:${YEARS}|y\b)|\b(?:over|above) (\d{2,3}) ${YEARS}`, 'i'), read: (m) => ({ min: firstNumber(m) + STEP }) },
  { words: new RegExp(String.raw`\b(?:${PEOPLE}|children|age|aged|the|in|for|if|when|be)\s+(?:who are |is |are )?(?:under|below|younger than)[- ](?:the )?(?:age )?(?:of )?(\d{1,3})(?:['’]?s)?\b${NOT_AGE_AFTER}|\bunder-(\d{2})s\b|\b(?:younger than|under the age of|below the age of|before age|before the age of) (\d{1,3})\b|\bage\w*\s*<\s*(\d{1,3})|<\s*(\d{1,3})\s*(?:${YEARS}|y\b)|\b(?:under|below) (\d{1,2}) ${YEARS}`, 'i'), read: (m) => ({ max: round(firstNumber(m) - STEP) }) },
  { words: /\bin (?:his|her|their|my|the|one's|our) (early |mid[- ]?|late )?([2-9])0['’]?s\b/i, read: (m) => decade(Number(m[2]) * 10, m[1]) },
  { words: /\bin (?:his|her|their|my|our) (early |mid[- ]?|late )?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/i, read: (m) => decade(DECADES.indexOf((m[2] ?? '').toLowerCase()) * 10 + 20, m[1]) },
  { words: /\b(octo|nona|septua)genarians?\b/i, read: (m) => decade({ octo: 80, nona: 90, septua: 70 }[(m[1] ?? '').toLowerCase()] ?? 80, undefined) },
  { words: new RegExp(String.raw`\b(?:over|above)(?: age)? (\d{2})\b${NOT_AGE_AFTER}(?=\s*(?:[?.,;]|$|with|without|who))`, 'i'), read: (m) => ({ min: Number(m[1]) + STEP }) },
  { words: new RegExp(String.raw`\b(?:under|below)(?: age)? (\d{1,2})\b${NOT_AGE_AFTER}(?=\s*(?:[?.,;]|$|with|without|who))`, 'i'), read: (m) => ({ max: round(Number(m[1]) - STEP) }) },
  // Age groups by the MeSH check tags (NLM, "Age Groups"): infants to 23 months, children and adolescents to 18, aged from 65.
  { words: /\b(?:newborns?|neonates?|neonatal)\b/i, read: () => ({ max: 0.08 }) },
  { words: /\b(?:infants?|bab(?:y|ies))\b(?! (?:aspirin|monitor|bump))/i, read: () => ({ max: 1.99 }) },
  { words: /\btoddlers?\b/i, read: () => ({ min: 1, max: 3.99 }) },
  { words: /\b(?:adolescents?|teen(?:ager)?s?|teenaged?)\b(?! and (?:young )?adults)/i, read: () => ({ min: 13, max: 18.99 }) },
  { words: /\b(?:child|children|kids?|paediatric|pediatric|preschool\w*|schoolchild\w*)\b(?!['’]s (?:hospital|pugh)|[- ]pugh)/i, read: () => ({ max: 17.99 }) },
  { words: /\b(?:elderly|older (?:adults?|people|persons?|patients?|individuals|men|women)|seniors?|senior citizens|old people|old age|geriatric|the aged)\b/i, read: () => ({ min: 65 }) },
]

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']
/** A measure just before a number says that the number is no age: "LDL over 70", "systolic above 140". */
const MEASURE_BEFORE = /\b(?:bmi|ldl|hdl|cholesterol|systolic|diastolic|pressure|sbp|a1c|hba1c|egfr|gfr|acr|uacr|ef|lvef|fraction|score|risk|glucose|weight|rate|saturation|level|dose|psa|ferritin|creatinine|tsh|odi|vas|spo2|points?|cost\w*|qaly|(?:hours?|days?|weeks?|months?) (?:of|since) \w+)\s*(?:is|was|of|at|a)?\s*$/i

/** Age in years: "58-year-old", "aged 50 to 70", "over 75", "in her 80s", "8-month-old", "children"; null when none is told. */
export function readAge(text: string): Range | null {
  for (const { words, read } of READERS) {
    const match = words.exec(text)
    if (match === null || MEASURE_BEFORE.test(text.slice(Math.max(0, match.index - 25), match.index))) continue
    const range = read(match)
    if (range !== null && (range.min ?? 0) <= OLDEST && (range.max ?? 0) <= OLDEST) return range
  }
  return null
}

function firstNumber(match: RegExpExecArray): number {
  return Number(match.slice(1).find((group) => group !== undefined && /^\d/.test(group)))
}

function exactly(value: number): Range {
  return { min: value, max: value }
}

function atLeast(value: number): Range {
  return { min: value }
}

function span(min: number, max: number): Range | null {
  return max >= min ? { min, max } : null
}

function decade(start: number, part: string | undefined): Range {
  const third = part?.trim().toLowerCase().replace('-', '')
  if (third === 'early') return { min: start, max: start + 3.99 }
  if (third === 'mid') return { min: start + 4, max: start + 6.99 }
  return third === 'late' ? { min: start + 7, max: start + 9.99 } : { min: start, max: start + 9.99 }
}

function inYears(value: number, perYear: number): number {
  return round(value / perYear)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
