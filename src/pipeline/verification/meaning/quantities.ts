import { numbersIn, type ProseNumber } from '../../../core/text/index.ts'

/**
 * What a number counts. `ratio` is a relative effect (RR, OR, HR), `p` a p value, `duration` is in months whatever the
 * text says, `year` a calendar year, `plain` a number whose unit is not written beside it (a bound of an interval).
 */
export type UnitKind = 'percent' | 'per-1000' | 'points' | 'duration' | 'age' | 'people' | 'studies' | 'dose' | 'ratio' | 'p' | 'year' | 'plain'

/** A number of a sentence with its unit; `value` is as written, `months` what a duration comes to. */
export type Quantity = ProseNumber & {
  readonly unit: UnitKind
  /** The unit's own word ("mg", "mm Hg", "years"), lower case, or null. */
  readonly word: string | null
  readonly months: number | null
}

const MONTHS_OF: Readonly<Record<string, number>> = { year: 12, yr: 12, month: 1, week: 12 / 52.18, day: 12 / 365.25, hour: 12 / 8766 }
const DURATION = /^(?:-|–|\s)?(year|yr|month|week|day|hour)s?\b/i
const DOSE = /^\s?(mg|mcg|µg|micrograms?|milligrams?|grams?|g|kg|mL|ml|l|litres?|mm\s?Hg|mmol|mol|IU|units?|cm|mm|m|kcal|mEq|ng|Hz|W)(?:\/\w+)*(?![\p{L}])/u
const PEOPLE = /^\s(?:(?:more|older|younger|adult|hospitali[sz]ed|randomi[sz]ed|treated|other|different)\s)?(?:people|patients|participants|adults|women|men|children|persons|individuals|infants|subjects|users|pregnancies|births)\b/i
const STUDIES = /^\s(?:(?:small|large|large-scale|randomi[sz]ed|placebo-controlled|controlled|double-blind|independent|further|published|eligible|sham-controlled|clinical)\s)*(?:trials?|studies|study|RCTs?|reports?|reviews?|cohorts?)\b/i
const RATIO_BEFORE = /\b(?:HR|RR|OR|IRR|aHR|aOR|hazard ratio|risk ratio|relative risk|odds ratio|rate ratio|ratio)\b[^.;\d]{0,24}$/i
const P_BEFORE = /\bp(?:[\s-]?value)?\s*(?:=|<|>|≤|≥|of|was|\s)?\s*$/i
const AGE_BEFORE = /\b(?:aged?|ages|older than|younger than|over|under|age of|ages of)\s+(?:at least\s+)?$/i
const AGE_AFTER = /^(?:\s?(?:-|–|to|or|and)\s?\d+)?(?:-year-olds?\b|\s+years?\s+(?:old|of age|and (?:over|older)|or (?:over|older)))/i

/** Every number of a text with what it counts. */
export function readQuantities(text: string): Quantity[] {
  const numbers = numbersIn(text)
  const own = numbers.map((written) => unitAt(text, written))
  return numbers.map((written, index) => {
    const unit = own[index] ?? { unit: 'plain' as const, word: null }
    // "5 to 10 years", "16% and 12%": the unit stands after the last number of a range.
    const shared = unit.unit === 'plain' ? rangeUnit(text, numbers, own, index) : unit
    const months = shared.unit === 'duration' && shared.word !== null ? written.value * (MONTHS_OF[shared.word] ?? 1) : null
    return { ...written, ...shared, months }
  })
}

type Unit = { readonly unit: UnitKind; readonly word: string | null }

function unitAt(text: string, { start, end, value, decimals }: ProseNumber): Unit {
  const after = text.slice(end, end + 48)
  const before = text.slice(Math.max(0, start - 48), start)
  if (/^\s?(?:%|per ?cent\b|percentage points?)/i.test(after)) return { unit: 'percent', word: '%' }
  if (/^\s(?:\w+\s){0,4}?(?:per|in|of|out of(?: every)?)\s(?:every\s)?1,?000\b/i.test(after)) return { unit: 'per-1000', word: 'per 1000' }
  if (P_BEFORE.test(before)) return { unit: 'p', word: null }
  const duration = DURATION.exec(after)
  if (AGE_AFTER.test(after)) return { unit: 'age', word: 'year' }
  if (duration !== null && AGE_BEFORE.test(before) && /^year|^yr/i.test(duration[1] ?? '')) return { unit: 'age', word: 'year' }
  if (duration !== null) return { unit: 'duration', word: (duration[1] ?? '').toLowerCase() }
  const dose = DOSE.exec(after)
  if (dose !== null) return { unit: 'dose', word: (dose[1] ?? '').toLowerCase().replace(/\s/g, '') }
  if (/^[\s-](?:points?\b|pts?\b)/i.test(after)) return { unit: 'points', word: 'point' }
  if (PEOPLE.test(after)) return { unit: 'people', word: 'people' }
  if (STUDIES.test(after)) return { unit: 'studies', word: 'studies' }
  if (RATIO_BEFORE.test(before)) return { unit: 'ratio', word: null }
  if (AGE_BEFORE.test(before) && decimals === 0 && value >= 12 && value <= 110 && /\bage/i.test(before)) return { unit: 'age', word: 'year' }
  if (decimals === 0 && value >= 1900 && value <= 2100 && !text.slice(start, end).includes(',')) return { unit: 'year', word: null }
  return { unit: 'plain', word: null }
}

function rangeUnit(text: string, numbers: readonly ProseNumber[], own: readonly Unit[], index: number): Unit {
  const here = numbers[index]
  const next = numbers[index + 1]
  const unit = own[index + 1]
  const none = own[index] ?? { unit: 'plain', word: null }
  if (here === undefined || next === undefined || unit === undefined || unit.unit === 'plain' || unit.unit === 'year' || unit.unit === 'p' || unit.unit === 'ratio') return none
  return /^\s?(?:to|–|-|or|and|versus|vs\.?|against)\s?$/i.test(text.slice(here.end, next.start)) ? unit : none
}
