import type { Arm } from '../../../../core/model/index.ts'
import { whyArmRefused } from './check-numbers.ts'
import { findP } from './find-p.ts'
import { NUMBER, valueOf } from './number-in-prose.ts'

/** Numbers of one arm in a sentence, and where they stand. */
export type ArmNumbers = { readonly arm: Arm; readonly start: number; readonly end: number; readonly refusal: string | null }

const WHOLE = String.raw`\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+`
const COUNTS = [
  // 61.4% (27/44 patients) · 50% (4 of 8)
  new RegExp(String.raw`(?<![\d.,·])(?<percent>\d+(?:[.·]\d+)?)\s?%\s*[([]\s*(?:n\s*=\s*)?(?<events>${WHOLE})\s*(?:\/|of|out of)\s*(?<total>${WHOLE})(?: [\p{L}]+)?\s*[)\]]`, 'giu'),
  // 22 of 37 (59.4%) · 11/16; 68.7% · 13 of the 18 (72%) women
  new RegExp(String.raw`(?<![\d./,])(?<events>${WHOLE})\s*(?<sign>\/|of (?:the )?|out of (?:the )?)\s*(?<total>${WHOLE})(?! ?(?:weeks?|days?|months?|years?|mm))(?: [\p{L}]+)?(?:\s*[([;,]\s*(?<percent>\d+(?:[.·]\d+)?)\s?%)?`, 'giu'),
]
const MEAN = new RegExp(String.raw`(?<![\d.])(?<mean>${NUMBER})\s?(?:%|[\p{L}/]{1,8})?\s*(?:±|\+\/-|\(\s?(?:SD|s\.d\.)\s?=?:?\s?|\((?:±|\+\/-))\s*(?<sd>${NUMBER})`, 'giu')
const MEAN_SD_LABEL = /\bmean\s*\(?\s*(?:\[|\()\s?(?:±\s?)?SD\s?(?:\]|\))/iu
const MEAN_IN_BRACKETS = new RegExp(String.raw`(?<![\d.])(?<mean>${NUMBER})\s*[([](?<sd>\d+(?:[.·]\d+)?)[)\]]`, 'giu')
/** "2.65%/year" is a rate and "by 5.3%" a change: neither is a share of people. */
const PERCENT_PAIR = new RegExp(String.raw`(?<![\d.,·]|\bby (?:a mean of |about |approximately )?)(?<percent>\d+(?:[.·]\d+)?)\s?%(?!\s?\/|\s?per\b)`, 'gu')
/** Numbers on both sides of these words are one group at two times: "from 14.8 ± 2.9 to 18.8 ± 4.7", "39.9 ± 4.9 before treatment and 20.1 ± 6.0 after". */
const OVER_TIME = /^[^\d;]{0,24}\b(?:up |down )?to\s*$|\b(?:before|at baseline|at entry|pre-?(?:treatment|test|operative(?:ly)?|intervention)?)\b/iu
const COMPARED = /\b(?:vs\.?|versus|compared (?:with|to)|and|than)\b/iu
/** More arms than this in one sentence, with no p value between them, are several outcomes read as one. */
const MOST_ARMS = 3

/**
 * Counts, means or shares of two or more arms, one list for each comparison of the sentence: a p value closes a
 * comparison. Empty where only one group is spoken of, or one group at two times.
 */
export function armGroupsInProse(text: string, arms: readonly ArmNumbers[] = armsInProse(text)): ArmNumbers[][] {
  const ps = findP(text)
  const groups: ArmNumbers[][] = []
  for (const each of arms) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && !ps.some(({ start }) => start >= last.end && start < each.start)) group.push(each)
    else groups.push([each])
  }
  return groups.filter((group) => group.length >= 2 && group.length <= MOST_ARMS && !group.some((each, index) => OVER_TIME.test(text.slice(group[index - 1]?.end ?? each.start, each.start)))).map((group) => named(text, group))
}

/** Every number of an arm in a sentence that holds at least two of one kind, whatever they are set against. */
export function armsInProse(text: string): ArmNumbers[] {
  const counts = withoutOverlap(COUNTS.flatMap((pattern) => Array.from(text.matchAll(pattern)).filter((match) => !isRatio(match)).map((match) => fromCounts(match)))).filter(({ arm }) => arm.total !== null && arm.total >= 2)
  if (counts.length >= 2) return counts
  const means = Array.from(text.matchAll(MEAN), (match) => fromMean(match))
  const bracketed = means.length < 2 && MEAN_SD_LABEL.test(text) ? Array.from(text.matchAll(MEAN_IN_BRACKETS), (match) => fromMean(match)) : []
  if (means.length >= 2) return means
  if (bracketed.length >= 2) return bracketed
  const shares = COMPARED.test(text) ? Array.from(text.matchAll(PERCENT_PAIR), (match) => fromShare(match)) : []
  // "225% higher" is no share; "120% of patients" would have to be one.
  if (shares.some(({ arm, end }) => (arm.percent ?? 0) > 100 && !/^\s*(?:of\b|[([])/u.test(text.slice(end)))) return []
  const own = shares.filter(({ start }) => !/^\d{2}(?:\.\d+)?\s?%\s*-?\s*(?:C\.?I|CrI|confidence|credible)/iu.test(text.slice(start, start + 24)))
  // Shares stand alone in a sentence for much else than arms: only two, or pairs set against each other by a word.
  return own.length === 2 ? own : own.filter(({ end }, index) => isPair(text, end, own[index + 1]?.start) || isPair(text, own[index - 1]?.end, own[index]?.start))
}

function isPair(text: string, from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && /^[^\d;]{0,60}\b(?:vs\.?|versus|compared (?:with|to))[^\d;]{0,60}$/iu.test(text.slice(from, to))
}

/** "male/female 16/4" is a ratio of two counts, not a share; only a percentage beside it says otherwise. */
function isRatio(match: RegExpExecArray): boolean {
  const { events = '', total = '', percent, sign } = match.groups ?? {}
  return sign === '/' && percent === undefined && valueOf(events) > valueOf(total)
}

/** "(17/45; 32.4% versus 37.8%)" and "(13 of 27, 95% CI …)": the percentage is another's. */
function isOwnPercent(match: RegExpExecArray): boolean {
  return !/[;,]\s*[\d.·]+\s?%$/u.test(match[0]) || /^\s*[)\]]/u.test(match.input.slice(match.index + match[0].length))
}

function fromCounts(match: RegExpExecArray): ArmNumbers {
  const { events = '', total = '', percent } = match.groups ?? {}
  const numbers = { events: valueOf(events), total: valueOf(total), percent: percent === undefined || !isOwnPercent(match) ? null : valueOf(percent), sd: null }
  return { arm: armOf({ ...numbers, mean: null }), start: match.index, end: match.index + match[0].length, refusal: whyArmRefused(numbers) }
}

function fromMean(match: RegExpExecArray): ArmNumbers {
  const { mean = '', sd = '' } = match.groups ?? {}
  const spread = valueOf(sd)
  return { arm: armOf({ mean: valueOf(mean), sd: Math.max(0, spread), events: null, total: null, percent: null }), start: match.index, end: match.index + match[0].length, refusal: whyArmRefused({ events: null, total: null, percent: null, sd: spread }) }
}

function fromShare(match: RegExpExecArray): ArmNumbers {
  const percent = valueOf(match.groups?.['percent'] ?? '')
  return { arm: armOf({ mean: null, sd: null, events: null, total: null, percent }), start: match.index, end: match.index + match[0].length, refusal: whyArmRefused({ events: null, total: null, percent, sd: null }) }
}

/** An arm with what is held of it; everything else is not held. */
export function armOf({ name = '', n = null, mean, sd, events, total, percent }: { readonly name?: string; readonly n?: number | null } & Pick<Arm, 'mean' | 'sd' | 'events' | 'total' | 'percent'>): Arm {
  return { name, role: 'other', n: n ?? total, mean, sd, events, total, percent, ratePer1000PersonYears: null }
}

function withoutOverlap(found: readonly ArmNumbers[]): ArmNumbers[] {
  const kept: ArmNumbers[] = []
  for (const each of found) if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each)
  return kept.toSorted((a, b) => a.start - b.start)
}

const AFTER = /^[)\]]?\s*(?:of |for |among )?(?:(?:patients|participants|subjects|women|children|people|couples) )?(?:in|with|for|receiving|on|of|among|given|assigned to|taking) (?:the |those (?:receiving|on|given) |patients (?:receiving|on|in) )?([\p{L}\d][\p{L}\d /+.-]{1,48}?)(?=\s*(?:group|arm|[,;:.()]|and\b|vs\b|versus\b|compared|than\b|$))/iu
const BEFORE = /([\p{L}\d][\p{L}\d /+-]{1,28}?)\s*(?:group|arm)?\s*[:=,(]?\s*$/iu

/** "insertion time for the i-gel (16.4 ± 2.8 s)": the arm stands before the bracket. */
const BRACKETED = /\b(?:than )?(?:in|with|for|of|on|by|than|receiving) (?:the |those (?:in|on|given) (?:the )?)?(?=[^([]*\p{L}{2})([\p{L}\d][\p{L}\d /+.-]{1,40}?)(?: (?:group|arm|patients))?\s*[([]$/iu

/** Names an arm by the words after its numbers, else by those right before them or before their bracket. */
function named(text: string, arms: readonly ArmNumbers[]): ArmNumbers[] {
  return arms.map((each, index) => {
    const after = AFTER.exec(text.slice(each.end, each.end + 90))?.[1]
    const from = arms[index - 1]?.end ?? 0
    const lead = text.slice(from, each.start)
    const before = /[:=]\s*$/u.test(lead) ? BEFORE.exec(lead)?.[1] : undefined
    const name = (before ?? after ?? BRACKETED.exec(lead)?.[1] ?? `group ${index + 1}`).trim()
    return { ...each, arm: { ...each.arm, name } }
  })
}
