import type { Finding } from '../../core/model/index.ts'
import { isOrdinal } from '../../core/statistics/index.ts'
import { ownOutcomeWords, type Vocabulary } from '../../core/terminology/index.ts'

type Named = { readonly outcomeConcept: string | null; readonly components: readonly string[]; readonly label: string; readonly instrument?: string | null; readonly higherIsBetter?: boolean | null }

/**
 * The outcome in plain words: its parts where it is a composite, with the cut where it has one ("by at least 15 points"),
 * and the source's own words behind it where the plain ones do not say all of them: "stomach and gut side effects (“diarrhoea”)".
 */
export function plainOutcome(vocabulary: Vocabulary, named: Named): string {
  return `${plainWords(vocabulary, named)}${ownWords(vocabulary, named)}`
}

function plainWords(vocabulary: Vocabulary, { outcomeConcept, components, label, higherIsBetter = null }: Named): string {
  const parts = components.map((id) => vocabulary.outcome(id)?.plain).filter((plain) => plain !== undefined)
  if (parts.length > 1) return orListed(parts)
  const concept = outcomeConcept === null ? undefined : vocabulary.outcome(outcomeConcept)
  const isNameAlone = concept !== undefined && components.length < 2 && / or |, /.test(concept.plain) && ownOutcomeWords(vocabulary, { outcomeConcept, components, outcome: label }) !== null
  if (concept !== undefined && (isNameAlone || isTurned(concept.plain, higherIsBetter))) return `the result “${lower(label)}”`
  return `${concept?.plain ?? lower(label)}${cutOf(label)}`
}

/** The source's own words in quotation marks, with the space before them; empty where they are said already. */
function ownWords(vocabulary: Vocabulary, { label, ...named }: Named): string {
  const own = ownOutcomeWords(vocabulary, { ...named, outcome: label })
  return own === null || plainWords(vocabulary, { ...named, label }).includes('“') ? '' : ` (“${lower(own)}”)`
}

/**
 * Whether counting it the other way round: "stopped opioids" is filed under "opioid use", and 652 of 1000 who stopped are
 * not 652 who use them. Then the source's own words are printed.
 */
function isTurned(plain: string, higherIsBetter: boolean | null): boolean {
  const good = GOOD.test(plain)
  return (higherIsBetter === true && !good) || (higherIsBetter === false && good)
}

/** A laboratory or scan result is not how people fare; empty for anything that is. */
export function surrogateNote(vocabulary: Vocabulary, outcomeConcept: string | null): string {
  const category = outcomeConcept === null ? undefined : vocabulary.outcome(outcomeConcept)?.category
  return category === 'surrogate' ? ' We count this as a test result. It does not tell how people do.' : ''
}

const GOOD = /\b(?:relief|better|control|free|improvement|cure|without|alive|few or no signs|little or no|losing a set share|same treatment again|coming out|good health)\b/

/** What happened to people who had it: "had a stroke", "died from cancer", "had one of these: …" for a composite. */
export function plainEvent(vocabulary: Vocabulary, named: Named): string {
  const outcome = plainWords(vocabulary, named)
  return `${named.components.length > 1 || / or death\b|, .* or /.test(outcome) ? `had one of these: ${outcome}` : happened(outcome)}${ownWords(vocabulary, named)}`
}

/** The same, of one result. */
export function eventOf(vocabulary: Vocabulary, { outcomeConcept, components, outcome, instrument, higherIsBetter }: Finding): string {
  return plainEvent(vocabulary, { outcomeConcept, components, label: outcome, instrument, higherIsBetter })
}

/** As `plainOutcome`, of one result. A score is better or worse by itself and has no other way round. */
export function outcomeOf(vocabulary: Vocabulary, { outcomeConcept, components, outcome, instrument, higherIsBetter, measure }: Finding): string {
  const isScore = measure === 'MD' || measure === 'SMD' || measure === 'mean-change' || isOrdinal({ measure, outcome })
  return plainOutcome(vocabulary, { outcomeConcept, components, label: outcome, instrument, higherIsBetter: isScore ? null : higherIsBetter })
}

/** "10-point or more ODI gain", "ODI responders (15 points or more)", "50% or more pain relief". */
function cutOf(label: string): string {
  const match = /(\d+(?:\.\d+)?)(?:[ -]point|\s?%)s?(?: or more)?/.exec(label)
  if (match === null || !/or more|at least|respond|≥/i.test(label)) return ''
  return match[0].includes('%') ? ` (by ${match[1] ?? ''}% or more)` : ` (by ${match[1] ?? ''} points or more)`
}

const PAST: Readonly<Record<string, string>> = { needing: 'needed', getting: 'got', having: 'had', keeping: 'kept', stopping: 'stopped', starting: 'started', losing: 'lost', living: 'lived', feeling: 'felt', coming: 'came' }

/** What happened to a person who had the outcome: "had a stroke", "died from cancer", "got better", "were free of chest pain". */
export function happened(outcome: string): string {
  if (outcome === 'death') return 'died'
  const died = /^death (from|of) (.+)$/.exec(outcome)
  if (died !== null) return `died ${died[1] ?? ''} ${died[2] ?? ''}`
  const [first = '', ...rest] = outcome.split(' ')
  if (first === 'being') return `were ${rest.join(' ')}`
  const past = PAST[first]
  if (past !== undefined) return [past, ...rest].join(' ')
  return `had ${COUNTABLE.test(outcome) ? 'a ' : ''}${outcome}`
}

/** One of these is "a" one. */
const COUNTABLE = /^(?:stroke|heart attack|broken (?:bone|hip)|lung infection|ear infection|genital infection|throat abscess|false alarm|seizure|mini-stroke)\b/

function orListed(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`
}

function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
