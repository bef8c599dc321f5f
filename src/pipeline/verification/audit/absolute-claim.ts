import { isRoundingOf } from '../../../core/text/index.ts'
import type { Finding, Source } from '../../../core/model/index.ts'
import { readQuantities, type Quantity } from '../meaning/index.ts'
import type { Problem } from './types.ts'

/** What happens to people who are counted out of a hundred or a thousand: they are spared an event. */
const SPARED = /\b(?:spar\w+|sav\w+|avoid\w*|avert\w*|prevent\w*|protect\w*|escap\w+|(?:kept|keeps?) (?:[\w-]+ ){0,8}from|fewer|free of|rescu\w+|benefit\w*|lives?|helped|stop\w*|extra|more|harmed)\b/i
const COUNTED_OUT_OF = /\b(?:(?:per|in|of|out of|for|treating|among)(?: every| each| a)? (?:100|1,?000|(?:a |one )?(?:hundred|thousand)))\b|\bpercentage[- ]points?\b/i

/**
 * A relative effect told as if it were an absolute one: "39 of 100 people treated are saved" for a hazard ratio of 0.61.
 * The same ratio saves few where the event is rare, so the two may never stand for each other (Cochrane Handbook,
 * chapter 15.3). Null where the number is no relative effect of the sources, or is their absolute difference as well.
 */
export function relativeAsAbsolute(text: string, sources: readonly Source[]): { readonly problem: Problem; readonly source: Source; readonly finding: Finding } | null {
  if (!COUNTED_OUT_OF.test(text) || (!SPARED.test(text) && !/\bpercentage[- ]points?\b/i.test(text))) return null
  const told = readQuantities(text).filter(({ unit, word, end }) => (unit === 'percent' && (word === 'per 100' || (word === '%' && /^\s?percentage points?\b/i.test(text.slice(end))))) || unit === 'per-1000')
  for (const source of sources) for (const finding of source.evidence?.findings ?? []) {
    const [relative, quantity] = relativePercents(finding).flatMap((percent) => told.filter((each) => each.value >= 3 && isNear(each, percent)).map((each) => [percent, each] as const))[0] ?? []
    if (quantity === undefined || relative === undefined || (source.evidence?.findings ?? []).some((other) => holdsAbsolute(other, quantity))) continue
    return { source, finding, problem: { kind: 'unit', verdict: 'contradicted', why: `${Math.round(relative)}% is the relative effect on ${finding.outcome}: it is told as a number of people` } }
  }
  return null
}

function percentOf({ unit, value }: Quantity): number {
  return unit === 'per-1000' ? value / 10 : value
}

function isNear(quantity: Quantity, percent: number): boolean {
  return isRoundingOf({ ...quantity, value: percentOf(quantity), decimals: quantity.unit === 'per-1000' ? quantity.decimals + 1 : quantity.decimals }, percent) || Math.abs(percentOf(quantity) - percent) <= 0.6
}

/** Relative effects that a result states: its own estimate, and an efficacy told beside it. */
function relativePercents({ measure, estimate, text }: Finding): number[] {
  const beside = readQuantities(text).filter(({ unit, start }) => unit === 'percent' && /\b(?:efficacy|effectiveness|relative (?:risk )?(?:reduction|difference))\b[^.;\d]{0,30}$/i.test(text.slice(0, start))).map(({ value }) => value)
  if (estimate === null) return beside
  if (['HR', 'RR', 'OR', 'IRR'].includes(measure)) return [100 * Math.abs(1 - estimate), ...beside]
  return measure === 'efficacy' || measure === 'relative-change' ? [Math.abs(estimate), ...beside] : beside
}

/** Whether a result has this number as a share of people or as a difference between shares. */
function holdsAbsolute({ arms, measure, estimate, statedDifference }: Finding, quantity: Quantity): boolean {
  const shares = arms.flatMap(({ percent, events, total }) => (percent !== null ? [percent] : events !== null && total !== null && total > 0 ? [100 * events / total] : []))
  const differences = shares.flatMap((one, at) => shares.slice(at + 1).map((other) => Math.abs(one - other)))
  const told = [...shares, ...differences, ...(measure === 'RD' && estimate !== null ? [Math.abs(estimate)] : []), ...(statedDifference === null ? [] : [Math.abs(statedDifference.percent)])]
  return told.some((value) => isNear(quantity, value))
}
