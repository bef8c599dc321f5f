import type { Range } from '../../core/model/index.ts'

const NUMBER = String.raw`(\d{1,3}(?:\.\d+)?)`
const UNIT = '(hours?|hrs?|h|days?|weeks?|months?|years?)'
const BOUND = String.raw`(more than|over|longer than|at least|less than|under|within|up to|fewer than|>=|≥|>|<=|≤|<)`
const STEP = 0.01

/** Durations of pain, of the symptoms of an infection, since the onset of an acute event, of a pregnancy. */
const DIMENSIONS: readonly { readonly dimension: string; readonly about: RegExp; readonly unit: RegExp; readonly perUnit: (unit: string) => number }[] = [
  { dimension: 'hours-since-onset', about: /\b(?:onset|stroke|infarct\w*|injury|trauma|bleeding|head injury|symptoms?|alteplase|thrombectomy|thrombolysis|tranexamic)\b/i, unit: /^h/i, perUnit: () => 1 },
  { dimension: 'gestational-weeks', about: /\b(?:pregnan\w+|gestation\w*)\b/i, unit: /^w/i, perUnit: () => 1 },
  { dimension: 'pain-months', about: /\b(?:pain|ache|sciatica|radiculopathy|backache)\b/i, unit: /^(?:d|w|m|y)/i, perUnit: (unit) => ({ d: 12 / 365.25, w: 12 / 52.18, m: 1, y: 12 })[unit.charAt(0).toLowerCase()] ?? 1 },
  { dimension: 'symptom-days', about: /\b(?:throat|cough|sinus\w*|fever|ear|otitis|bronchitis|congestion|infection)\b/i, unit: /^(?:d|w)/i, perUnit: (unit) => (/^w/i.test(unit) ? 7 : 1) },
]

const STATED: readonly RegExp[] = [
  new RegExp(String.raw`\b(at|after)\s+${NUMBER}\s*(hours?|hrs?)\b`, 'gi'),
  new RegExp(String.raw`${BOUND}\s+(?:the (?:first|last|past) )?${NUMBER}\s*${UNIT}\b`, 'gi'),
  new RegExp(String.raw`\b(for|since|lasting|lasted|duration of|persisting|existed)\s+(?:about |the (?:last|past) )?${NUMBER}\s*${UNIT}\b`, 'gi'),
  new RegExp(String.raw`(^|[\s,(])${NUMBER}[\s-]*${UNIT}\s+(?:of (?!age|follow|treatment|therapy|antibiotic|physio|physical|exercise|aspirin)|after (?:the )?(?:onset|symptom|injury|stroke)|since onset|from onset|history of|pregnant|of gestation|gestation)`, 'gi'),
]
/** What a number of months or years may be about that is no duration of an illness. */
const OTHER_MEANING = /\b(?:follow(?:ed)?[- ]?up|after (?:surgery|treatment|the procedure)|treatment|course|therapy|prevent\w*|risk|at|outcomes?|results?|benefits?|effects?|taking|took|use[ds]?|tried|trial|care|physio\w*|physical therapy|PT|exercises?)\s*$/i

/** Durations that the text states, by dimension ("pain for 6 months" is `pain-months` 6; "within 4.5 hours" of a stroke). */
export function readDuration(text: string): Record<string, Range> {
  const ranges: Record<string, Range> = {}
  for (const pattern of STATED) {
    for (const match of text.matchAll(pattern)) {
      const unit = match[3] ?? ''
      if (/^[- ]?old\b|^ (?:old|of age|ago|later)/i.test(text.slice(match.index + match[0].length))) continue
      if (OTHER_MEANING.test(text.slice(0, match.index))) continue
      const dimension = DIMENSIONS.find((candidate) => candidate.unit.test(unit) && candidate.about.test(text))
      if (dimension === undefined || ranges[dimension.dimension] !== undefined) continue
      ranges[dimension.dimension] = bound(match[1] ?? '', Math.round(Number(match[2]) * dimension.perUnit(unit) * 100) / 100)
    }
  }
  return ranges
}

function bound(word: string, value: number): Range {
  if (/^(?:more|over|longer|>$)/i.test(word)) return { min: value + STEP }
  if (/^(?:at least|>=|≥)/i.test(word)) return { min: value }
  if (/^(?:less|under|fewer|<$)/i.test(word)) return { max: Math.round((value - STEP) * 100) / 100 }
  if (/^(?:within|up to|<=|≤)/i.test(word)) return { max: value }
  return { min: value, max: value }
}
