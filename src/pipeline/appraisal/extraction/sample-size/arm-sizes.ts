import { valueOfWritten, WRITTEN_NUMBER } from './written-number.ts'

/** A group and how many people it holds, as one sentence gives them; `start` and `end` frame the number. */
export type ArmSize = { readonly name: string; readonly value: number; readonly start: number; readonly end: number }

const IN_BRACKETS = new RegExp(String.raw`(?<name>[^()[\];:]{0,80}?)\s*[([](?:total |group )?[nN]\s*=\s*(?<number>${WRITTEN_NUMBER})(?:[,;]?\s*[\d.]+%)?(?: (?:patients|participants|subjects|women|couples|children|men))?[)\]]`, 'gu')
const TO_GROUP = new RegExp(String.raw`(?<![\d.,=%–-])(?<number>${WRITTEN_NUMBER})(?!\s*[%–]|[.,]?\d)(?: \([\d.]+\s*%\))?(?: [\p{L}-]+){0,3}?(?: (?:were|was))?(?: (?:randomly|randomi[sz]ed|assigned|allocated|in|into|to|for|received?|with|on)){1,3} (?<name>(?:the |an? )?[\p{L}\d][\p{L}\d /+.–-]{1,60}?(?=[,;:.)]| and\b| versus\b| vs\b| while| who| \(|$))`, 'giu')
const TWO_AND = new RegExp(String.raw`(?<![\d.,=–-])(?<first>${WRITTEN_NUMBER}) and (?<second>${WRITTEN_NUMBER}) (?:[\p{L}-]+ ){0,3}(?:were )?(?:randomi[sz]ed|allocated|assigned)(?: (?:to|into|in))?(?: [\p{L}/-]+)*? (?<firstName>[\p{L}\d/ -]{2,40}?) and (?<secondName>[\p{L}\d/ -]{2,40}?)(?=[,.;)]| respectively)`, 'giu')
const EACH = new RegExp(String.raw`\b(?:into|to) (?<groups>two|three|four|five|six|2|3|4|5|6) (?:[\p{L}-]+ ){0,3}(?:groups|arms)(?: (?:of|with|including|each (?:with|of|containing|consisting of|including)))? ?\(?(?:n ?= ?)?(?<number>${WRITTEN_NUMBER})(?! (?:days|weeks|months|years|mg|minutes|min|ml|groups)| ?%|\.\d)(?<each>[^.;]{0,60}?\b(?:each|per group|in each|patients|subjects|participants|women|people|rats|mice)\b|\))`, 'giu')
const IN_EACH = new RegExp(String.raw`[([](?:[nN]\s*=\s*)?(?<number>${WRITTEN_NUMBER})(?: [\p{L}]+)?,? (?:for|in|per|patients in|subjects in|participants in)? ?(?:each|per) (?:group|arm)[)\]]`, 'giu')

/** Sizes of the groups of one sentence about allocation, in order; empty unless at least two are given. */
export function armSizes(sentence: string): ArmSize[] {
  const paired = twoAnd(sentence)
  if (paired.length > 0) return paired
  const bracketed = readAll(sentence, IN_BRACKETS)
  if (bracketed.length >= 2) return bracketed
  const told = readAll(sentence, TO_GROUP).filter(({ name }) => GROUP_NAME.test(name))
  return told.length >= 2 ? told : []
}

/** "two groups of 27 patients", "(n = 35 for each group)": how many groups where told, and the people in each. */
export function equalArms(sentence: string): { readonly groups: number | null; readonly each: number; readonly start: number; readonly end: number } | null {
  const named = [...sentence.matchAll(EACH)][0]
  const match = named ?? [...sentence.matchAll(IN_EACH)][0]
  const written = match?.groups?.['number']
  if (match === undefined || written === undefined) return null
  const start = match.index + match[0].lastIndexOf(written)
  const groups = named?.groups?.['groups'] ?? /\b(two|three|four|five|six|[2-6]) (?:[\p{L}-]+ ){0,3}(?:groups|arms)\b/iu.exec(sentence)?.[1]
  return { groups: groups === undefined ? null : valueOfWritten(groups), each: valueOfWritten(written), start, end: start + written.length }
}

const GROUP_NAME = /\b(?:group|arm|intervention|control|controls|placebo|treatment|usual|care|condition|therapy|program(?:me)?|first|mg|either|cohort|wait(?:ing)?[- ]?list|sham|standard|training|exercise|IG|CG|[A-Z][A-Z0-9/+-]{1,10}|[a-z]{4,}(?:in|ol|ide|one|ine|ate|mab|pril|tan|ium))\b/

function readAll(sentence: string, pattern: RegExp): ArmSize[] {
  const found: ArmSize[] = []
  for (const match of sentence.matchAll(pattern)) {
    const written = match.groups?.['number'] ?? ''
    const start = match.index + match[0].lastIndexOf(written)
    const value = valueOfWritten(written)
    if (value < 1 || found.some((arm) => start < arm.end)) continue
    found.push({ name: tidyName(match.groups?.['name'] ?? ''), value, start, end: start + written.length })
  }
  return found
}

function twoAnd(sentence: string): ArmSize[] {
  const match = [...sentence.matchAll(TWO_AND)][0]
  const [first, second] = [match?.groups?.['first'], match?.groups?.['second']]
  if (match === undefined || first === undefined || second === undefined) return []
  const secondStart = match.index + first.length + ' and '.length
  return [
    { name: tidyName(match.groups?.['firstName'] ?? ''), value: valueOfWritten(first), start: match.index, end: match.index + first.length },
    { name: tidyName(match.groups?.['secondName'] ?? ''), value: valueOfWritten(second), start: secondStart, end: secondStart + second.length },
  ]
}

/** The name of a group without the words that lead to it. */
function tidyName(words: string): string {
  const last = words.split(/,|\b(?:or|and|to|into|either|receive|received|versus|vs)\b/iu).map((part) => part.trim()).findLast((part) => part !== '') ?? ''
  return last.replace(/^(?:the|an?|in|with|on|for)\s+/iu, '').slice(-60).trim()
}
