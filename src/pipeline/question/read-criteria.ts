import type { PopulationCriteria, Range } from '../../core/model/index.ts'
import { readAge } from './read-age.ts'
import { readDuration } from './read-duration.ts'

type Measure = {
  readonly dimension: string
  readonly names: string
  /** Brings a value in another unit to ours; the unit is judged by what follows the number. */
  readonly convert?: (value: number, unit: string) => number
}

const MG_PER_MMOL_CHOLESTEROL = 38.67
const MG_PER_G_FROM_MG_PER_MMOL_ACR = 8.84

/** Measures a person may state, by the words before or after the number. Age and durations in a sentence are read apart. */
const MEASURES: readonly Measure[] = [
  { dimension: 'ejection-fraction', names: '(?:lv)?ef|ejection fraction' },
  { dimension: 'cardiovascular-risk-10y', names: '(?:10|ten)[- ]year (?:cardiovascular |cvd |ascvd |heart )?risk|ascvd risk|cardiovascular risk|qrisk3?|cvd risk' },
  { dimension: 'egfr', names: 'egfr|estimated gfr|gfr' },
  { dimension: 'uacr', names: 'uacr|acr|albumin[- ](?:to[- ])?creatinine ratio', convert: (value, unit) => (/mmol/i.test(unit) ? Math.round(value * MG_PER_G_FROM_MG_PER_MMOL_ACR) : value) },
  { dimension: 'bmi', names: 'bmi|body mass index' },
  // IFCC mmol/mol to NGSP percent: 0.0915 × IFCC + 2.15 (Hoelzel 2004).
  { dimension: 'hba1c', names: 'hba1c|a1c', convert: (value, unit) => (/mmol/i.test(unit) || value > 20 ? Math.round((0.0915 * value + 2.15) * 10) / 10 : value) },
  { dimension: 'ldl', names: 'ldl(?:[- ]c)?(?: cholesterol)?', convert: (value, unit) => (/mmol/i.test(unit) || value < 15 ? Math.round(value * MG_PER_MMOL_CHOLESTEROL) : value) },
  { dimension: 'systolic', names: 'systolic(?: blood pressure| bp| pressure)?|sbp|bp|blood pressure' },
  { dimension: 'feverpain', names: 'feverpain(?: score)?' },
  { dimension: 'centor', names: 'centor(?: score)?' },
  { dimension: 'cha2ds2-vasc', names: 'cha2ds2?[- ]?vasc?(?: score)?|cha2ds2[- ]va(?: score)?' },
  { dimension: 'hours-since-onset', names: 'hours since onset' },
  { dimension: 'pain-months', names: 'months of pain' },
  { dimension: 'symptom-days', names: 'days of symptoms' },
  { dimension: 'pack-years', names: 'pack[- ]?years?' },
]

const NUMBER = String.raw`(\d{1,4}(?:\.\d+)?)`
const COMPARED = String.raw`(above|over|greater than|more than|higher than|at least|from|below|under|less than|lower than|at most|up to|>=|≥|>|<=|≤|<)`
const LINK = String.raw`(?:\s+(?:score|level|value))?\s*(?:of|is|was|at|to|:|=|,)?\s*(?:about|around|approximately|currently)?\s*`
const UNIT = String.raw`\s*(%|mmol\/(?:mol|l)|mg\/(?:mmol|dl|g)|mmol)?`
const STEP = 0.01

type Patterns = { readonly measure: Measure; readonly between: RegExp; readonly compared: RegExp; readonly before: RegExp; readonly exact: RegExp; readonly named: RegExp }

const PATTERNS: readonly Patterns[] = MEASURES.map((measure) => ({
  measure,
  named: new RegExp(String.raw`\b(?:${measure.names})\b`, 'i'),
  between: new RegExp(String.raw`\b(?:${measure.names})\b${LINK}(?:between |from )?${NUMBER}\s*%?\s*(?:-|–|—|to|and)\s*${NUMBER}${UNIT}`, 'i'),
  compared: new RegExp(String.raw`\b(?:${measure.names})\b${LINK}${COMPARED}\s*(?:or equal to )?${NUMBER}${UNIT}`, 'i'),
  before: new RegExp(String.raw`${COMPARED}?\s*\b${NUMBER}\s*%?[\s-]+(?:${measure.names})\b`, 'i'),
  exact: new RegExp(String.raw`\b(?:${measure.names})\b${LINK}${NUMBER}${UNIT}(\+|\s*(?:or|and) (?:more|above|higher|over|greater|less|below|lower|under))?`, 'i'),
}))

/** The names of the measures that `readRanges` reads, anywhere in a text. */
export const MEASURE_NAMES = new RegExp(String.raw`\b(?:${MEASURES.map(({ names }) => names).join('|')})\b`, 'gi')

/** Criteria that the words state: ages, measures, scores, durations. An exact value is a range of one point. */
export function readRanges(text: string): PopulationCriteria['ranges'] {
  if (!/\d/.test(text)) return wordRanges(text)
  const ranges: Record<string, Range> = { ...wordRanges(text), ...readDuration(text) }
  for (const patterns of PATTERNS) {
    const range = patterns.named.test(text) ? readMeasure(text, patterns) : null
    if (range !== null) ranges[patterns.measure.dimension] ??= range
  }
  return ranges
}

function wordRanges(text: string): PopulationCriteria['ranges'] {
  const age = readAge(text)
  return age === null ? {} : { age }
}

function readMeasure(text: string, { measure: { convert = (value) => value }, between, compared, before, exact }: Patterns): Range | null {
  const spread = between.exec(text)
  if (spread !== null && Number(spread[2]) >= Number(spread[1])) return { min: convert(Number(spread[1]), spread[3] ?? ''), max: convert(Number(spread[2]), spread[3] ?? '') }
  const bounded = compared.exec(text)
  if (bounded !== null) return bound(bounded[1] ?? '', convert(Number(bounded[2]), bounded[3] ?? ''))
  const stated = exact.exec(text)
  if (stated !== null) return bound((stated[3] ?? '').trim().replace(/^and /, 'or '), convert(Number(stated[1]), stated[2] ?? ''))
  const first = before.exec(text)
  return first === null ? null : bound(first[1] ?? '', convert(Number(first[2]), ''))
}

function bound(word: string, value: number): Range {
  switch (word.trim().toLowerCase()) {
    case 'above': case 'over': case 'greater than': case 'more than': case 'higher than': case '>': return { min: value + STEP }
    case 'at least': case 'from': case '>=': case '≥': case '+': case 'or more': case 'or above': case 'or higher': case 'or over': case 'or greater': return { min: value }
    case 'below': case 'under': case 'less than': case 'lower than': case '<': return { max: Math.round((value - STEP) * 100) / 100 }
    case 'at most': case 'up to': case '<=': case '≤': case 'or less': case 'or below': case 'or lower': case 'or under': return { max: value }
    default: return { min: value, max: value }
  }
}
