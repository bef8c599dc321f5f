import { z } from 'zod'
import { certaintySchema } from '../../../core/model/index.ts'
import { isRoundingOf, numbersIn } from '../../../core/text/index.ts'
import type { DraftClaim } from '../../answer/index.ts'

const effectSchema = z.object({ measure: z.enum(['RR', 'OR', 'HR', 'IRR', 'RD', 'MD', 'SMD']), estimate: z.number(), low: z.number().nullable(), high: z.number().nullable(), higherIsBetter: z.boolean(), origin: z.string() })
const inputsSchema = z.object({
  intervention: z.string(), comparator: z.string().nullable(), group: z.string(), outcome: z.string(), outcomeName: z.string(), trialCount: z.number(),
  effect: effectSchema.nullable(),
  baselineRisk: z.object({ proportion: z.number(), basis: z.string(), months: z.number().nullable() }).nullable(),
  absolutePer1000: z.object({ difference: z.number(), low: z.number().nullable(), high: z.number().nullable(), controlPer1000: z.number(), numberNeeded: z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable() }).nullable(),
  threshold: z.object({ kind: z.string(), label: z.string(), value: z.number() }).nullable(),
  analysis: z.string(), countedAsSame: z.string().nullable(), zone: z.string().nullable(), certainty: certaintySchema,
})
type Inputs = z.infer<typeof inputsSchema>

const MEASURES: Readonly<Record<z.infer<typeof effectSchema>['measure'], string>> = { RR: 'risk ratio', OR: 'odds ratio', HR: 'hazard ratio', IRR: 'rate ratio', RD: 'risk difference', MD: 'mean difference', SMD: 'standardised mean difference' }

/** What an effect sentence is made of beside its names: each stretch whole, so that no word more or less goes unseen. */
const STRETCHES: readonly RegExp[] = [
  /^\s*For\s*: /, /(?<=^|: )\s*Against\s*, /,
  /\bit could not be told whether (?:an? )?\s*changes?\s*:/i, /\bthe size is stated without an interval, so it cannot be placed: for\s*,/i,
  /\bthe evidence is very uncertain about the effect of (?:an? )?\s*on\s*:/i, /\bno clear link was seen between\s*and (?:an? )?\s*in studies without randomization:/i, /\bwas linked with (?:an? )?\s*in studies without randomization, which cannot show that it is the cause:/,
  /\b(?:were|was) not worse by more than the margin of the trial (?:\([−\d.-]+[^)]*\)|\(its margin was not available to us\)) for\s*:/, /\bNot worse is not the same as equal\./,
  /(?:\b(?:probably|may) )?(?:lowers?|raises?|improves?|worsens?)(?: the share of people with| the odds of a better result on)?(?:\s+slightly)?(?:\s*, by a difference too small to matter to most people)?\s*:/,
  /(?:\b(?:probably|may) )?makes? little or no difference to\s*:/,
  /, a difference too small to matter to most people/, /, though its interval reaches that line/, /, where (?:higher|lower) is better/, /\(the line used is\s*(?:, a usual value for which no source is held)?\)/, /, (?:below|at or above) the line of\s*(?:, a usual value for which no source is held)?/,
  /\babout [\d.,]+ (?:fewer|more) per 1000(?: \((?:[\d.,]+ to [\d.,]+ (?:fewer|more)|anything from [\d.,]+ fewer to [\d.,]+ more)\))?(?: over [\d.]+ (?:days?|weeks?|months?|years?))?, where [\d.,]+ per 1000 have it without(?: \(our calculation from the absolute difference that the source states\))?;/,
  /(?:hazard|risk|odds|rate) ratio [−\d.]+ \(interval(?:, worked out by us from the p value,)? (?:not available to us|[−\d.]+ to [−\d.]+)\)/, /(?:risk|(?:standardised )?mean) difference [−\d.]+(?: percentage points)? \(interval(?:, worked out by us from the p value,)? (?:not available to us|[−\d.]+ to [−\d.]+)\)/,
  /; the size in absolute terms was not available to us/, /; number needed to (?:treat|harm) \d+ \(\d+ to \d+\)/,
  /, our calculation from the counts/, /, pooled by us from \d+ trials(?: \(common effect; two are too few to estimate the spread between trials\))?/,
  /, in the per-protocol analysis/, /, in the on-treatment analysis/, /, as treated and not as randomized/,
]

/**
 * An effect sentence against what it was computed from: the treatment, its comparison, the outcome and the group by
 * name; the verb by the sign; the hedge by the certainty (GRADE guidelines 26); each number in its own place; and no
 * word beside these. Null when all hold, else what differs.
 */
export function checkEffectSentence({ text: written, inputs }: DraftClaim): string | null {
  const parsed = inputsSchema.safeParse(inputs ?? {})
  if (!parsed.success) return 'its inputs are not complete'
  const held = parsed.data
  const reason = held.countedAsSame === null ? '' : ` Counted as the same outcome because ${held.countedAsSame}.`
  if (!written.endsWith(reason)) return 'why two outcomes count as one is not said'
  const text = written.slice(0, written.length - reason.length)
  return namesDiffer(text, held) ?? hedgeDiffers(text, held) ?? directionDiffers(text, held) ?? numbersDiffer(withoutNames(text, { ...held, intervention: '', comparator: null, group: '', threshold: null }), held) ?? strangeWords(text, held)
}

function has(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}

function namesDiffer(text: string, { intervention, comparator, group, outcome, effect }: Inputs): string | null {
  if (!has(text, intervention) && !/cannot be placed|contradict each other/.test(text)) return 'the treatment it names is not the one studied'
  if (!has(text, outcome)) return 'the outcome it names is not the one measured'
  if (group !== '' && !has(text, `For ${group}:`)) return 'the people it names are not those studied'
  const contradictory = /contradict each other/.test(text)
  if (comparator !== null && !contradictory && !new RegExp(`(?:^|: )Against ${escaped(comparator)}, `).test(text) && effect !== null) return 'what the treatment was compared with differs'
  const after = /(?:^|: )Against (.+?), /.exec(text)?.[1]
  return after !== undefined && comparator !== null && after !== comparator && !comparator.startsWith(after) ? 'what the treatment was compared with differs' : null
}

function hedgeDiffers(text: string, { certainty, zone, effect }: Inputs): string | null {
  if (effect === null || /contradict each other/.test(text)) return null
  const open = zone === null || zone === 'inconclusive'
  if (/without randomization, which cannot show that it is the cause/.test(text)) return /\blinked with\b/.test(text) ? (excludesNull(effect) ? null : 'no clear link is told as one') : 'an association is told as a cause'
  if (/\bno clear link was seen between\b/i.test(text)) return excludesNull(effect) ? 'a link is told as none' : null
  if (certainty === 'very-low') return /\bevidence is very uncertain\b/.test(text) ? null : 'it is stated with more certainty than the evidence has'
  if (/\bvery uncertain\b/.test(text)) return 'it is stated with less certainty than the evidence has'
  if (open) return /\b(?:could not be told whether|cannot be placed|not worse by more than the margin)\b/.test(text) ? null : 'an open result is told as a finding'
  const wanted = certainty === 'moderate' ? 'probably' : certainty === 'low' ? 'may' : null
  const said = /\bprobably\b/.test(text) ? 'probably' : /\bmay\b/.test(text) ? 'may' : null
  return said === wanted ? null : wanted !== null && said === null ? 'the hedge of its certainty is missing' : 'its hedge is not that of its certainty'
}

function directionDiffers(written: string, held: Inputs): string | null {
  const { effect, zone, absolutePer1000: absolute, certainty } = held
  if (effect === null || /contradict each other/.test(written)) return null
  const text = withoutNames(written, held)
  const told = text.replace(/, where (?:higher|lower) is better/, '')
  const difference = effect.measure === 'MD' || effect.measure === 'SMD'
  const up = effect.measure === 'RD' || difference ? effect.estimate > 0 : effect.estimate > 1
  const good = up === effect.higherIsBetter
  const verbs = { up: /\braises?\b/, down: /\blowers?\b/, good: /\bimproves?\b/, bad: /\bworsens?\b/ }
  const main = told.replace(/: (?:about|hazard|risk|odds|rate|mean|standardised) .*$/, '')
  const right = difference ? (good ? 'good' : 'bad') : up ? 'up' : 'down'
  for (const [name, pattern] of Object.entries(verbs)) if (pattern.test(main) && name !== right) return 'its direction is opposite to the effect'
  const placed = zone !== null && zone !== 'inconclusive' && certainty !== 'very-low' && !/linked with|no clear link/i.test(text)
  if (placed && !/little or no difference/.test(main) && !verbs[right].test(main)) return 'its direction is not said'
  if (/little or no difference/.test(main) !== (zone === 'trivial' && !excludesNull(effect)) && placed) return zone === 'trivial' ? 'a result that shows little or no difference is told as one' : 'it says little or no difference, which the interval does not show'
  const counted = /about [\d.,]+ (fewer|more) per 1000/.exec(text)?.[1]
  if (absolute !== null && counted !== undefined && (counted === 'fewer') !== (absolute.difference < 0)) return 'fewer and more are swapped'
  const better = /, where (higher|lower) is better/.exec(text)?.[1]
  if (better !== undefined && (better === 'higher') !== effect.higherIsBetter) return 'which way the score runs is turned'
  const needed = /number needed to (treat|harm)/.exec(text)?.[1]
  return needed !== undefined && (needed === 'treat') !== good ? 'benefit and harm are swapped' : null
}

function excludesNull({ measure, low, high }: z.infer<typeof effectSchema>): boolean {
  const none = measure === 'RD' || measure === 'MD' || measure === 'SMD' ? 0 : 1
  return low !== null && high !== null && (low > none || high < none)
}

/** Whether the interval holds a difference that would matter, on the scale of the line. */
function reachesLine({ effect, absolutePer1000, threshold }: Inputs): boolean {
  const { low, high } = (threshold?.kind === 'points' ? effect : threshold?.kind === 'per-1000' ? absolutePer1000 : null) ?? { low: null, high: null }
  return threshold !== null && low !== null && high !== null && Math.max(Math.abs(low), Math.abs(high)) >= threshold.value
}

/** Each number where its words say what it is. */
function numbersDiffer(text: string, held: Inputs): string | null {
  const { effect, absolutePer1000: absolute, baselineRisk: baseline, trialCount } = held
  if (effect === null || /contradict each other/.test(text)) return null
  const words = MEASURES[effect.measure]
  const scale = effect.measure === 'RD' ? 100 : 1
  const stated = new RegExp(`${words} ([−-]?[\\d.]+)( percentage points)? \\(interval(, worked out by us from the p value,)? (?:not available to us|([−-]?[\\d.]+) to ([−-]?[\\d.]+))\\)`).exec(text)
  if (stated === null) return 'the effect is not stated as computed'
  const rounds = (written: string | undefined, value: number | null): boolean => written === undefined ? value === null : value !== null && sameSigned(written, value)
  if (!rounds(stated[1], scale * effect.estimate)) return 'the estimate differs'
  if ((stated[2] !== undefined) !== (effect.measure === 'RD')) return 'the unit of the estimate differs'
  const both = effect.low !== null && effect.high !== null
  if ((stated[3] !== undefined) !== (effect.origin === 'p-value')) return 'where the interval comes from differs'
  if (!rounds(stated[4], both && effect.low !== null ? scale * effect.low : null) || !rounds(stated[5], both && effect.high !== null ? scale * effect.high : null)) return 'the interval differs'
  const others = Object.values(MEASURES).filter((other) => other !== words && !words.includes(other) && !has(held.outcomeName, other))
  if (others.some((other) => new RegExp(`\\b${other} [−\\d]`).test(text))) return 'the measure differs'
  if (/though its interval reaches that line/.test(text) !== (held.zone?.startsWith('small') === true && held.certainty !== 'very-low' && !/linked with|no clear link/i.test(text) && reachesLine(held))) return 'whether the interval reaches the line that matters differs'
  const trials = /pooled by us from (\d+) trials/.exec(text)?.[1]
  if (trials !== undefined && Number(trials) !== trialCount) return 'the number of trials differs'
  if (/\babout [\d.,]+ (?:fewer|more)/.test(text) !== (absolute !== null && baseline !== null && effect.measure !== 'MD' && effect.measure !== 'SMD')) return 'the absolute effect is missing or not computed'
  if (absolute === null || baseline === null || !/\babout [\d.,]+ (?:fewer|more)/.test(text)) return null
  const size = /about ([\d.,]+) (?:fewer|more) per 1000(?: \((?:([\d.,]+) to ([\d.,]+) (fewer|more)|anything from ([\d.,]+) fewer to ([\d.,]+) more)\))?(?: over ([\d.]+) (days?|weeks?|months?|years?))?, where ([\d.,]+) per 1000 have it without/.exec(text)
  if (size === null) return 'the absolute effect is not stated as computed'
  const [, difference, low, high, side, from, to, time, unit, control] = size
  const bounds = absolute.low === null || absolute.high === null ? [] : [Math.abs(absolute.low), Math.abs(absolute.high)].toSorted((a, b) => a - b)
  if (!unsigned(difference, absolute.difference)) return 'the absolute difference differs'
  if (low !== undefined && (!unsigned(low, bounds[0]) || !unsigned(high, bounds[1]) || (side === 'fewer') !== (absolute.difference < 0))) return 'the interval of the absolute difference differs'
  if (from !== undefined && (!unsigned(from, absolute.low ?? undefined) || !unsigned(to, absolute.high ?? undefined))) return 'the interval of the absolute difference differs'
  if (bounds.length > 0 && low === undefined && from === undefined) return 'the interval of the absolute difference is missing'
  if ((baseline.basis === 'difference') !== /our calculation from the absolute difference that the source states/.test(text)) return 'where the risk without treatment comes from differs'
  if (!unsigned(control, absolute.controlPer1000)) return 'the risk without treatment differs'
  if ((time === undefined) !== (baseline.months === null)) return 'the time is missing or not held'
  if (time !== undefined && baseline.months !== null && !unsigned(time, baseline.months * perMonth(unit ?? ''))) return 'the time differs'
  const needed = /number needed to (?:treat|harm) (\d+) \((\d+) to (\d+)\)/.exec(text)
  const given = absolute.numberNeeded
  return needed !== null && (given === null || Number(needed[1]) !== given.estimate || Number(needed[2]) !== given.low || Number(needed[3]) !== given.high) ? 'the number needed differs' : null
}

function sameSigned(written: string, value: number): boolean {
  const [number] = numbersIn(written)
  return number !== undefined && isRoundingOf(number, value) && (number.value < 0) === (value < 0 && Number(value.toFixed(number.decimals)) !== 0)
}

function unsigned(written: string | undefined, value: number | undefined): boolean {
  const [number] = written === undefined ? [] : numbersIn(written)
  return number !== undefined && value !== undefined && isRoundingOf(number, value)
}

/** The sentence without the names it was given, which may hold any word ("lower is better"). */
function withoutNames(text: string, { intervention, comparator, group, outcome, outcomeName, threshold }: Inputs): string {
  const names = [outcomeName, outcome, group, threshold?.label ?? '', comparator ?? '', intervention].filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  return names.reduce((rest, name) => rest.replaceAll(new RegExp(escaped(name), 'gi'), ' '), text)
}

/** A stretch that is not the house's, or one that the inputs ask for and that is not there. */
function strangeWords(text: string, held: Inputs): string | null {
  const bare = withoutNames(text, held)
  if (/contradict each other/.test(bare)) return null
  const left = STRETCHES.reduce((rest, stretch) => rest.replace(stretch, ' '), bare)
  const strange = /[\p{L}\d]+/u.exec(left.replace(/\b(?:an?|An?)\b/g, ''))?.[0]
  if (strange !== undefined) return `"${strange}" stands in none of its inputs`
  const { effect, absolutePer1000: absolute, analysis } = held
  if (effect === null) return null
  const difference = effect.measure === 'MD' || effect.measure === 'SMD'
  if (!difference && absolute === null && !/the size in absolute terms was not available to us/.test(bare)) return 'that the absolute size is not held is left out'
  if ((effect.origin === 'counts') !== /our calculation from the counts/.test(bare)) return 'where the number comes from differs'
  if ((effect.origin === 'pooled') !== /pooled by us from/.test(bare)) return 'where the number comes from differs'
  const kept: Readonly<Record<string, RegExp>> = { 'per-protocol': /in the per-protocol analysis/, 'on-treatment': /in the on-treatment analysis/, 'as-treated': /as treated and not as randomized/ }
  return analysis in kept && kept[analysis]?.test(bare) !== true ? 'that not everyone is analysed as randomized is left out' : null
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** How many of a unit are in a month. */
function perMonth(unit: string): number {
  return unit.startsWith('year') ? 1 / 12 : unit.startsWith('week') ? 30.44 / 7 : unit.startsWith('day') ? 30.44 : 1
}
