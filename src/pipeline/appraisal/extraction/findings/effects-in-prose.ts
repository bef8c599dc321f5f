import type { Measure } from '../../../../core/model/index.ts'
import { findIntervals, type Interval } from './find-intervals.ts'
import { findMeasures, type MeasureMention } from './find-measures.ts'
import { findP, type WrittenP } from './find-p.ts'
import { NUMBER, roundingOf, valueOf } from './number-in-prose.ts'

/** An effect as one sentence states it; offsets are those of the sentence. */
export type ProseEffect = {
  readonly measure: Measure
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
  readonly level: number | 'credible' | null
  readonly p: string | null
  readonly estimateUnit: string | null
  readonly intervalUnit: string | null
  readonly rounding: number
  readonly start: number
  readonly end: number
}

const RATIOS: readonly Measure[] = ['OR', 'RR', 'HR', 'IRR']
const DIFFERENCES: readonly Measure[] = ['MD', 'SMD', 'RD']
const UNIT = String.raw`%|percentage points?|mm\s?Hg|mmol\/[lL]|mg\/d[lL]|kg\/m2|kg|points?|min(?:utes)?(?:\/day)?|days?|hours?|weeks?|months?|cm|mm|m\b|ml|mL|L|bpm|g\b`
/** The estimate right before an interval: a number, its unit, and nothing but brackets and commas. */
const ESTIMATE = new RegExp(String.raw`(?:(?<![\p{L}\d./]|\d,|[\p{L}\d,\s][-−–]|\b[nN]\s?=\s?|\d\s(?:out\s)?of\s|\bper\s|[≥≤<>]\s?|\b(?:grade|stage|class)\s)|(?<=\b(?:and|or|to|of|was|is|by)(?=[-−–])))(?<number>${NUMBER})\s?(?<unit>(?:${UNIT})(?:\/\p{L}+)?)?(?:\s(?:points?|units?|score))?[\s([,;:=]*(?:\s?(?:SE|SD)\s?[=:]?\s?[\d.]+[,;]?\s?)?$`, 'u')
const BARE_EFFECT = new RegExp(String.raw`^\s?(?:\(\s?(?:a?OR|a?RR|a?HR|IRR|MD|SMD|RD)\s?\))?[\s,:=]*(?:(?:was|of|is)\s)?(?<number>${NUMBER})(?!\d|\s?%?\s*(?:CI|confidence))\s?(?<unit>%)?`, 'iu')
const P_REACH = 45

/** Effects of a sentence: each interval with the estimate before it, then named measures with a number and a p value. */
export function effectsInProse(text: string): ProseEffect[] {
  const measures = findMeasures(text)
  const differenceEnds = measures.filter(({ measure }) => DIFFERENCES.includes(measure)).map(({ end }) => end)
  const intervals = findIntervals(text, { allowBare: measures.some(({ measure }) => RATIOS.includes(measure)), differenceEnds })
  if (measures.length === 0 && intervals.length === 0) return []
  const ps = findP(text)
  const fromIntervals = intervals.flatMap((interval, index) => {
    const effect = effectOfInterval(text, interval, intervals[index - 1]?.end ?? 0, intervals[index + 1]?.start ?? text.length, measures, ps)
    return effect === null ? [] : [effect]
  })
  const taken = (start: number, end: number): boolean => fromIntervals.some((effect) => start < effect.end && effect.start < end)
  return [...fromIntervals, ...bareEffects(text, measures, ps).filter(({ start, end }) => !taken(start, end))].toSorted((a, b) => a.start - b.start)
}

function effectOfInterval(text: string, interval: Interval, from: number, to: number, measures: readonly MeasureMention[], ps: readonly WrittenP[]): ProseEffect | null {
  const before = text.slice(from, interval.start)
  const last = ESTIMATE.exec(before)
  const isP = last !== null && ps.some((value) => value.start <= from + last.index && value.end > from + last.index)
  const isRange = /\b(?:from|range[sd]?|between)\b[^,;()]{0,40}\b(?:to|and)\s*$/iu.test(before.slice(0, last?.index ?? 0))
  const found = isP || isRange ? null : last
  const named = nearestMeasure(measures, from, interval.start) ?? inherited(measures, interval.start, found !== null)
  const estimate = found?.groups?.['number'] ?? null
  const start = found === null ? interval.start : from + found.index + (/^\s*/u.exec(found[0])?.[0].length ?? 0)
  const estimateUnit = found?.groups?.['unit'] ?? null
  const p = ps.find((value) => value.start >= interval.end && value.start < to && value.start - interval.end <= P_REACH) ?? ps.find((value) => value.end <= start && value.start >= from && start - value.end <= 12)
  const { low, high } = inOrder(interval, estimate === null ? null : valueOf(estimate), text.slice(start, interval.end + 30))
  return {
    measure: measureOf(text, named, estimateUnit ?? interval.unit, start, low),
    estimate: estimate === null ? null : signed(valueOf(estimate), { low, high }, text.slice(Math.max(0, start - 140), start)),
    low, high, level: interval.level, p: p?.text ?? null,
    estimateUnit, intervalUnit: interval.unit,
    rounding: Math.max(interval.rounding, estimate === null ? 0 : roundingOf(estimate)),
    start: named !== null && named.end <= start && start - named.end <= 40 && named.start >= from ? named.start : start,
    end: Math.max(interval.end, p !== undefined && p.start >= interval.end ? p.end : 0),
  }
}

const LESS = /\b(?:fewer|less|lower|shorter|smaller|reduction|decrease)\b/iu

/** "35% (95% CI 50% to 24%) fewer": written by signed value while the sign is told in words; any other falling interval is a mistake. */
function inOrder({ low, high }: Interval, estimate: number | null, words: string): { readonly low: number; readonly high: number } {
  const isFalling = estimate !== null && high > 0 && low > estimate && estimate > high
  return isFalling && LESS.test(words) ? { low: high, high: low } : { low, high }
}

/** "savings of 66 (−93 to −39)": the sign is told in words. */
function signed(estimate: number, { low, high }: { readonly low: number; readonly high: number }, before: string): number {
  const fits = (value: number): boolean => value >= low && value <= high
  return !fits(estimate) && fits(-estimate) && /\b(?:decreas\w+|reduc\w+|sav(?:ed|ings?)|lower\w*|fewer|less|loss|lost|declin\w+|fell|drop\w*|shorter|smaller)\b/iu.test(before) ? -estimate : estimate
}

function nearestMeasure(measures: readonly MeasureMention[], from: number, to: number): MeasureMention | null {
  return measures.findLast(({ start, end }) => start >= from && end <= to) ?? null
}

/** In "OR 0.9 (…), 0.8 (…)" the second keeps the measure of the first; only ratios are passed on. */
function inherited(measures: readonly MeasureMention[], before: number, hasEstimate: boolean): MeasureMention | null {
  const last = measures.findLast(({ end }) => end <= before)
  return hasEstimate && last !== undefined && (RATIOS.includes(last.measure) || before - last.end < 160) ? last : null
}

const COMPARED = /\b(?:higher|lower|greater|less|more|fewer|increase\w*|decrease\w*|reduc\w+|difference|improve\w*|gain\w*|declin\w+|compared (?:with|to)|than|versus|vs)\b/iu

/** The measure a number is of: named, else by its unit and by whether two groups are compared. */
function measureOf(text: string, named: MeasureMention | null, unit: string | null, at: number, low: number): Measure {
  const isPercent = unit !== null && /%|percentage/u.test(unit)
  if (named !== null) {
    if (named.measure === 'MD' && isPercent) return 'RD'
    return named.measure
  }
  const around = text.slice(Math.max(0, at - 160), at + 60)
  // No share of people is below zero: it is a change.
  if (isPercent) return COMPARED.test(around) || low < 0 ? 'other' : 'proportion'
  // Without a name and without a unit a number may be a ratio as well: it is not guessed.
  return unit !== null && COMPARED.test(around) ? 'MD' : 'other'
}

function bareEffects(text: string, measures: readonly MeasureMention[], ps: readonly WrittenP[]): ProseEffect[] {
  return measures.flatMap((named) => {
    const match = BARE_EFFECT.exec(text.slice(named.end, named.end + 40))
    const written = match?.groups?.['number']
    if (match === null || written === undefined) return []
    const end = named.end + match[0].length
    const p = ps.find((value) => value.start >= end && value.start - end <= 30)
    const isRatio = RATIOS.includes(named.measure)
    if (p === undefined && !isRatio) return []
    if (isRatio && !/[.·]/u.test(written)) return []
    const unit = match.groups?.['unit'] ?? null
    return [{
      measure: named.measure === 'MD' && unit === '%' ? 'RD' as const : named.measure, estimate: valueOf(written), low: null, high: null, level: null, p: p?.text ?? null,
      estimateUnit: unit, intervalUnit: null, rounding: roundingOf(written), start: named.start, end: p?.end ?? end,
    }]
  })
}
