import { valueOfWritten, WRITTEN_NUMBER } from './written-number.ts'

/** A group and how many people it holds, as one sentence gives them; `start` and `end` frame the number. */
export type ArmSize = { readonly name: string; readonly value: number; readonly start: number; readonly end: number; readonly isAssigned?: boolean }

const IN_BRACKETS = new RegExp(String.raw`(?<name>[^()[\];:]{0,80}?)\s*[([](?:total |group |[\p{L}\d +/-]{1,24}[,:;] ?)?[nN]\s*=\s*(?<number>${WRITTEN_NUMBER})(?:[,;]?\s*[\d.]+%)?(?: (?:patients|participants|subjects|women|couples|children|men))?[)\]]`, 'gu')
const TO_GROUP = new RegExp(String.raw`(?<![\d.,=%–/-])(?<number>${WRITTEN_NUMBER})(?!\s*[%–]|[.,]?\d| ?(?:mg|ml|g|kg|[μµm]g|IU|years?|months?|weeks?|days?|hours?|min|minutes|U|mmol|cm)\b)(?: \([\d.]+\s*%\))?(?: [\p{L}\d-]+){0,3}?(?: (?:were|was))?(?: (?:randomly|randomi[sz]ed|assigned|allocated|in|into|to|for|received?|with|on)){1,3} (?<name>(?:the |an? )?[\p{L}\d][\p{L}\d /+.–-]{1,60}?(?=[,;:.)]| and\b| versus\b| vs\b| while| who| \(|$))`, 'giu')
const TWO_AND = new RegExp(String.raw`(?<![\d.,=–-])(?<first>${WRITTEN_NUMBER}) and (?<second>${WRITTEN_NUMBER}) (?:[\p{L}-]+ ){0,3}(?:were )?(?:randomi[sz]ed|allocated|assigned)(?: (?:to|into|in))?(?: [\p{L}/-]+)*? (?<firstName>[\p{L}\d/ -]{2,40}?) and (?<secondName>[\p{L}\d/ -]{2,40}?)(?=[,.;)]| respectively)`, 'giu')
const EACH = new RegExp(String.raw`\b(?:into|to) (?<groups>two|three|four|five|six|2|3|4|5|6) (?:[\p{L}-]+ ){0,3}(?:groups|arms)(?: (?:of|with|including|each (?:with|of|containing|consisting of|including)))? ?\(?(?:n ?= ?)?(?<number>${WRITTEN_NUMBER})(?! (?:days|weeks|months|years|mg|minutes|min|ml|groups)| ?%|\.\d)(?<each>[^.;\d]{0,60}?\b(?:each|per group|in each|patients|subjects|participants|women|people|rats|mice)\b|\))`, 'giu')
const IN_EACH = new RegExp(String.raw`[([](?:[nN]\s*=\s*)?(?<number>${WRITTEN_NUMBER})(?: [\p{L}]+)?,? (?:for|in|per|patients in|subjects in|participants in)? ?(?:each|per) (?:group|arm)[)\]]`, 'giu')

/** "23, 16 and 21 patients were randomized to placebo, A and B". */
const SEVERAL_AND = new RegExp(String.raw`(?<![\d.,=–-])(?<list>(?:${WRITTEN_NUMBER}, )+${WRITTEN_NUMBER},? and ${WRITTEN_NUMBER}) (?:[\p{L}-]+ ){0,3}were (?:\w+ )?(?:randomi[sz]ed|allocated|assigned)`, 'iu')

/** Sizes of the groups of one sentence about allocation, in order; empty unless at least two are given. */
export function armSizes(sentence: string): readonly ArmSize[] {
  const several = severalAnd(sentence)
  if (several.length > 0) return several
  const paired = twoAnd(sentence)
  if (paired.length > 0) return paired
  const bracketed = withoutTotal(readAll(sentence, IN_BRACKETS))
  if (bracketed.length >= 2) return bracketed
  const told = withoutTotal(readAll(sentence, TO_GROUP).filter(({ name, value, isAssigned }) => value >= 3 && (GROUP_NAME.test(name) || isAssigned) && !/\b(?:one of|either|each|two|three|four|five|six|both|all)\b/i.test(name)))
  return told.length >= 2 ? told : []
}

/** "healthy subjects (n = 18) … 30 mg (n = 6), 90 mg (n = 6) or placebo (n = 6)": the first is the whole. */
function withoutTotal(arms: readonly ArmSize[]): readonly ArmSize[] {
  const [first, ...rest] = arms
  return first !== undefined && rest.length >= 2 && rest.reduce((sum, { value }) => sum + value, 0) === first.value ? rest : arms
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

const GROUP_NAME = /\b(?:group|arm|intervention|control|controls|placebo|treatment|usual|care|condition|therapy|program(?:me)?|mg|either|cohort|wait(?:ing)?[- ]?list|regimen|schedule|diet|app|method|technique|sham|standard|training|exercise|IG|CG|[A-Z][A-Z0-9/+-]{1,10}|[a-z]{4,}(?:in|ol|ide|one|ine|ate|mab|pril|tan|ium))\b/

function readAll(sentence: string, pattern: RegExp): ArmSize[] {
  const found: ArmSize[] = []
  for (const match of sentence.matchAll(pattern)) {
    const written = match.groups?.['number'] ?? ''
    const start = match.index + match[0].lastIndexOf(written)
    const value = valueOfWritten(written)
    if (value < 1 || found.some((arm) => start < arm.end)) continue
    found.push({ name: tidyName(match.groups?.['name'] ?? ''), value, start, end: start + written.length, isAssigned: /\b(?:randomi[sz]ed|assigned|allocated)\b/iu.test(match[0]) })
  }
  return found
}

function severalAnd(sentence: string): ArmSize[] {
  const match = SEVERAL_AND.exec(sentence)
  const list = match?.groups?.['list']
  if (match === null || list === undefined) return []
  const from = match.index
  return Array.from(list.matchAll(new RegExp(WRITTEN_NUMBER, 'giu')), ({ 0: written, index }, place) => ({ name: `group ${place + 1}`, value: valueOfWritten(written), start: from + index, end: from + index + written.length }))
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
