import type { SentenceRole } from '../../sentences/index.ts'
import { statedAt, type DocumentView } from '../document-view.ts'
import type { Stated } from '../types.ts'

const ROLES: readonly SentenceRole[] = ['title', 'abstract', 'abstract-results', 'methods', 'other', 'results']
const MASK = '(?:blind(?:ed|ing)?|mask(?:ed|ing)?|unaware|not aware|naive)'
const WORDS = /\b(?:(?:double|triple|quadruple|single|observer|assessor|evaluator|investigator|patient|participant|outcome|rater|examiner)s?[-‐‑– ](?:dummy,? )?(?:blind|mask)(?:ed|ing)?|open[-‐‑– ]label(?:led)?|unblinded|un-?masked|non-?blinded|not blinded|blinded|masked)\b/i
const PARTICIPANTS = /\b(?:patients?|participants?|subjects|women|men|children|parents|volunteers|individuals|students)\b/i
const ASSESSORS = /\b(?:assessors?|evaluators?|raters?|examiners?|outcome assess\w+|observers?|investigators?|interviewers?|statistician|technicians?|radiologists?|sonographers?|researchers?|physicians?|anesthe[a-z]+|who (?:assessed|evaluated|measured))\b/i

export type Blinding = { readonly participants: Stated<boolean> | null; readonly assessors: Stated<boolean> | null; readonly words: Stated<string> | null }

/**
 * Who did not know the treatment. "Double-blind" is read as both, as it mostly is meant (Schulz & Grimes 2002), and
 * "open-label" as neither participants; an assessor may still be blind there. Nothing said is unknown.
 */
export function blinding(view: DocumentView): Blinding {
  let words: Stated<string> | null = null
  let participants: Stated<boolean> | null = null
  let assessors: Stated<boolean> | null = null
  for (const role of ROLES) {
    for (const sentence of view.sentences) {
      if (sentence.role !== role || !/blind|mask|open[-‐‑– ]label|unaware|not aware/i.test(sentence.text) || /\bsingle[- ]blind(?:ed)? (?:\w+ )?run-?in\b/i.test(sentence.text)) continue
      const match = WORDS.exec(sentence.text)
      const span = match === null ? sentence : { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
      if (match !== null) words ??= statedAt(view, match[0], span)
      const read = readWords(sentence.text)
      if (read.participants !== null) participants ??= statedAt(view, read.participants, match === null ? sentence : span)
      if (read.assessors !== null) assessors ??= statedAt(view, read.assessors, sentence)
    }
  }
  return { participants, assessors, words }
}

function readWords(text: string): { readonly participants: boolean | null; readonly assessors: boolean | null } {
  if (/\b(?:double|triple|quadruple)[-‐‑– ](?:dummy,? )?(?:blind|mask)/i.test(text)) return { participants: true, assessors: true }
  const denied = new RegExp(String.raw`\b(?:not|never|nor|could not be|impossible to|un|non-?)[-‐‑– ]?(?:\w+ ){0,3}${MASK}|\bblinding (?:\w+ ){0,8}(?:was|were|is) not\b|\b(?:un|non-?)(?:blinded|masked)\b`, 'i').test(text) && !/\bnot aware\b/i.test(text)
  const open = /\bopen[-‐‑– ]label/i.test(text)
  const blinded = new RegExp(String.raw`\b${MASK}\b`, 'i').test(text)
  const clause = text.slice(0, 400)
  const toParticipants = /\b(?:patient|participant|subject)s?[-‐‑– ]blind/i.test(clause) || (PARTICIPANTS.test(clause) && new RegExp(String.raw`\b(?:patients?|participants?|subjects|women|men|children|parents|volunteers)\b[^.;]{0,60}\b(?:were|was|are|remained)\b[^.;]{0,30}\b${MASK}|\b${MASK}\b[^.;]{0,25}\b(?:patients?|participants?|subjects)\b`, 'i').test(clause))
  const toAssessors = ASSESSORS.test(clause) && new RegExp(String.raw`(?:${ASSESSORS.source})[^.;]{0,80}\b${MASK}|\b${MASK}[-‐‑– ][^.;]{0,50}(?:${ASSESSORS.source})`, 'i').test(clause)
  return {
    participants: open ? false : denied && toParticipants ? false : !denied && blinded && toParticipants ? true : /\bnon-?blinded\b|\bunblinded (?:trial|study|randomi)/i.test(text) ? false : null,
    assessors: toAssessors ? !denied : null,
  }
}
