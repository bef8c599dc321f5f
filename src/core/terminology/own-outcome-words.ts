import { stemWord } from '../text/index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** When a result was measured, which every sentence on it tells beside the outcome. */
const TIME = /\b(?:(?:at|by|within|over|after|from|in|up to|through|to) )?(?:the (?:first|whole) )?(?:\d[\d.]*(?:(?: to | and | or |-|–)\d[\d.]*)? ?)?(?:hours?|days?|weeks?|months?|years?|follow-up|baseline)(?: \d[\d.]*)?(?: or (?:less|more))?\b|\b(?:short|immediate|intermediate|long) term\b/gi

/** A share of people beyond a cut on a scale. The scale is mostly an abbreviation (ODI, RMDQ), which adds nothing to the cut, as MACE adds nothing to its parts. */
const CUT = /\bor more\b|\bat least\b|\bresponders?\b|≥/i
const ABBREVIATION = /\b[A-Z]{2,5}\b/g

/** Words of measuring: they say how it was counted, not what. */
const MEASURING = new Set('change changed improvement score scores index scale level mean median intensity severity any all cause causes event events first new total rate number of in the a an and or at to from by for on as per cent percent gain relief responder responders point points more least treatment composite time incidence case cases symptom symptoms outcome outcomes risk'.split(' ').map((word) => stemWord(word)))

type Named = { readonly outcomeConcept: string | null; readonly components: readonly string[]; readonly outcome: string; readonly instrument?: string | null }

/**
 * The source's own words for an outcome, where the name it is filed under does not say all of them: "Diarrhoea" is filed
 * under stomach and gut side effects, "Low-grade prostate cancer" under being told that one has cancer. Null where the
 * name says as much, or where it has no concept and is told in its own words anyway.
 */
export function ownOutcomeWords(vocabulary: Vocabulary, { outcomeConcept, components, outcome, instrument = null }: Named): string | null {
  const concept = outcomeConcept === null ? undefined : vocabulary.outcome(outcomeConcept)
  if (concept === undefined) return null
  const parts = components.length > 1 ? components.flatMap((id) => { const part = vocabulary.outcome(id); return part === undefined ? [] : [part.label, part.plain, ...part.synonyms] }) : []
  const held = new Set([concept.label, concept.plain, instrument ?? '', ...parts].flatMap((name) => stems(name)))
  const named = CUT.test(outcome) || parts.length > 0 ? outcome.replace(ABBREVIATION, ' ') : outcome
  const isSame = stems(named.replace(TIME, ' ')).every((stem) => held.has(stem) || MEASURING.has(stem) || /^\d/.test(stem))
  return isSame ? null : outcome.trim()
}

function stems(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').map((word) => stemWord(word))
}
