import type { SentenceRole } from '../../sentences/index.ts'
import { statedAt, type DocumentView } from '../document-view.ts'
import { valueOfWritten, WRITTEN_NUMBER } from '../sample-size/written-number.ts'
import type { ExtractedSample } from '../types.ts'

/** Mean length of a month is 365.25 / 12 days. */
const DAYS_A_MONTH = 365.25 / 12
const MONTHS: Readonly<Record<string, number>> = { minute: 1 / 1440 / DAYS_A_MONTH, hour: 1 / 24 / DAYS_A_MONTH, day: 1 / DAYS_A_MONTH, week: 7 / DAYS_A_MONTH, month: 1, year: 12, yr: 12, wk: 7 / DAYS_A_MONTH, mo: 1 }
const TIME = `(?<number>\\d+(?:\\.\\d+)?|${WRITTEN_NUMBER})[-‐‑–\\s](?:\\((?:median|mean)\\) )?(?<unit>minute|hour|day|week|month|year|yr|wk|mo)s?\\b`
const FOLLOWED = [
  new RegExp(`\\b(?:median|mean|average|total|maximum) follow(?:ed)?[-‐‑– ]?up (?:\\w+ ){0,4}(?:was|of|were|:)? ?(?:\\w+ ){0,2}?${TIME}`, 'iu'),
  new RegExp(`\\bfollow(?:ed)?[-‐‑– ]?up (?:\\w+ ){0,4}?(?:of|for|at|to|until|was|period of|over|through) (?:up to |a |the |approximately |about |(?:median|mean) of )*${TIME}`, 'iu'),
  new RegExp(`\\bfollowed (?:up )?(?:\\w+ ){0,2}(?:for|until|over|to) (?:up to |a |the |approximately |about |(?:median|mean) of |(?:further|total|period) (?:of )?)*${TIME}`, 'iu'),
  new RegExp(`${TIME} (?:of )?follow[-‐‑– ]?up\\b`, 'iu'),
  new RegExp(`\\b(?:for|over|during|lasting|duration of) (?:a |the |up to |a total of |a period of |approximately |about )*${TIME}`, 'iu'),
  new RegExp(`\\b(?:an? )?${TIME},? (?:\\w+[-‐‑– ,]*){0,5}(?:trial|study|intervention|treatment|program(?:me)?|period)\\b`, 'iu'),
]
const ROLES: readonly SentenceRole[] = ['abstract', 'abstract-results', 'title', 'methods', 'results', 'other']

/** How long people were followed: a plain statement of follow-up first, else the length of treatment or study. */
export function followUp(view: DocumentView): ExtractedSample['followUp'] {
  for (const pattern of FOLLOWED) {
    for (const role of ROLES) {
      for (const sentence of view.sentences) {
        if (sentence.role !== role || !/(?:minute|hour|day|week|month|year|yr|wk|mo)s?\b/i.test(sentence.text) || /\b(?:history|diagnos\w+ (?:for|within)|previous|prior|age[ds]?|old)\b/i.test(sentence.text)) continue
        const match = pattern.exec(sentence.text)
        const unit = MONTHS[(match?.groups?.['unit'] ?? '').toLowerCase()]
        const written = match?.groups?.['number'] ?? ''
        const value = /\./.test(written) ? Number(written) : valueOfWritten(written)
        if (match === null || unit === undefined || !(value > 0)) continue
        return statedAt(view, { words: match[0].slice(match[0].indexOf(written)), months: Number((value * unit).toPrecision(4)) }, { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length })
      }
    }
  }
  return null
}
