import type { PopulationCriteria, Range } from '../../core/model/index.ts'

type Reader = { readonly dimension: string; readonly names: string }

/** Numeric dimensions a person may state, by the words before or after the number. Age is read apart. */
const DIMENSIONS: readonly Reader[] = [
  { dimension: 'ejection-fraction', names: '(?:lv)?ef|ejection fraction' },
  { dimension: 'cardiovascular-risk-10y', names: '(?:10|ten)[- ]year (?:cardiovascular |cvd |ascvd )?risk|ascvd risk|cardiovascular risk' },
  { dimension: 'egfr', names: 'egfr|estimated gfr' },
  { dimension: 'uacr', names: 'uacr|acr|albumin[- ]to[- ]creatinine ratio' },
  { dimension: 'bmi', names: 'bmi|body mass index' },
  { dimension: 'hba1c', names: 'hba1c|a1c' },
  { dimension: 'ldl', names: 'ldl(?: cholesterol)?' },
  { dimension: 'systolic', names: 'systolic(?: blood pressure)?|sbp' },
  { dimension: 'feverpain', names: 'feverpain(?: score)?' },
  { dimension: 'centor', names: 'centor(?: score)?' },
  { dimension: 'cha2ds2-vasc', names: 'cha2ds2[- ]vasc(?: score)?' },
  { dimension: 'pack-years', names: 'pack[- ]years?' },
]

const NUMBER = String.raw`(\d{1,4}(?:\.\d+)?)`
const STEP = 0.01

/** Criteria that the words state: ages, ejection fraction, risk, scores. An exact value is a range of one point. */
export function readRanges(text: string): PopulationCriteria['ranges'] {
  const ranges: Record<string, Range> = {}
  const age = readAge(text)
  if (age !== null) ranges['age'] = age
  for (const { dimension, names } of DIMENSIONS) {
    const range = readDimension(text, names)
    if (range !== null) ranges[dimension] = range
  }
  return ranges
}

function readDimension(text: string, names: string): Range | null {
  const link = String.raw`\s*(?:of|is|was|at|:|=)?\s*`
  const between = new RegExp(String.raw`\b(?:${names})\b${link}(?:between )?${NUMBER}\s*%?\s*(?:-|–|to|and)\s*${NUMBER}`, 'i').exec(text)
  if (between !== null) return { min: Number(between[1]), max: Number(between[2]) }
  const compared = new RegExp(String.raw`\b(?:${names})\b${link}(above|over|greater than|more than|at least|below|under|less than|at most|up to|>=|≥|>|<=|≤|<)\s*(?:or equal to )?${NUMBER}`, 'i').exec(text)
  if (compared !== null) return bound(compared[1] ?? '', Number(compared[2]))
  const before = new RegExp(String.raw`(above|over|at least|below|under|less than|more than|>=|≥|>|<=|≤|<)?\s*${NUMBER}\s*%?\s+(?:${names})\b`, 'i').exec(text)
  if (before !== null) return bound(before[1] ?? '', Number(before[2]))
  const exact = new RegExp(String.raw`\b(?:${names})\b${link}${NUMBER}`, 'i').exec(text)
  return exact === null ? null : { min: Number(exact[1]), max: Number(exact[1]) }
}

function bound(word: string, value: number): Range {
  switch (word.toLowerCase()) {
    case 'above': case 'over': case 'greater than': case 'more than': case '>': return { min: value + STEP }
    case 'at least': case '>=': case '≥': return { min: value }
    case 'below': case 'under': case 'less than': case '<': return { max: value - STEP }
    case 'at most': case 'up to': case '<=': case '≤': return { max: value }
    default: return { min: value, max: value }
  }
}

/** Age in years: "58-year-old", "aged 50 to 70", "over 75", "age 45", "in her 80s", "children". */
function readAge(text: string): Range | null {
  const unit = String.raw`(?:years?|yrs?|y)`
  const between = new RegExp(String.raw`\b(?:aged?|ages|people|adults|women|men|persons|between)\s*(?:of )?(\d{1,3})\s*(?:-|–|to|and)\s*(\d{1,3})\b(?!\s*(?:%|mg|months?|weeks?|days?|points?))`, 'i').exec(text)
    ?? new RegExp(String.raw`\b(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})[ -]${unit}\b`, 'i').exec(text)
  if (between !== null) return plausible(Number(between[1]), Number(between[2]))
  const old = new RegExp(String.raw`\b(\d{1,3})[- ]?${unit}[- ]?old\b|\b(?:aged?|is|am)\s+(\d{1,3})\b(?!\s*(?:%|mg|or|and|years? (?:or|and)|\+|months?|weeks?|days?))|\b(\d{1,3})\s*(?:yo|y\/o)\b`, 'i').exec(text)
  if (old !== null) {
    const value = Number(old[1] ?? old[2] ?? old[3])
    return plausible(value, value)
  }
  const orOlder = /\b(\d{2,3})(?: years?)?(?: of age)? (?:or|and) (older|over|above|younger|under)\b|\b(\d{2,3})\+/i.exec(text)
  if (orOlder !== null) return /young|under/i.test(orOlder[2] ?? '') ? { max: Number(orOlder[1]) } : { min: Number(orOlder[1] ?? orOlder[3]) }
  const over = /\b(?:over|above|older than|beyond|past) (?:the age of |age )?(\d{2,3})\b(?!\s*(?:%|mg|mm|points?|weeks?|months?|ml|g\b))/i.exec(text)
  if (over !== null) return { min: Number(over[1]) + STEP }
  const under = /\b(?:under|below|younger than|before) (?:the age of |age )?(\d{2,3})\b(?!\s*(?:%|mg|mm|points?|weeks?|months?|ml|g\b))/i.exec(text)
  if (under !== null) return { max: Number(under[1]) - STEP }
  const decade = /\bin (?:his|her|their|my|the) (\d)0s\b/i.exec(text)
  if (decade !== null) return { min: Number(decade[1]) * 10, max: Number(decade[1]) * 10 + 9.99 }
  if (/\b(?:child|children|paediatric|pediatric|toddlers?|schoolchild\w*)\b/i.test(text)) return { max: 17.99 }
  return null
}

function plausible(min: number, max: number): Range | null {
  return max >= min && max <= 120 ? { min, max } : null
}
