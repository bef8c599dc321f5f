import type { Arm } from './question-terms.ts'
import type { SentenceView } from './sentence-view.ts'

/** Which arm's number is larger (1: the intervention's), and how the numbers were given to the arms. */
export type NumberComparison = { readonly sign: 1 | -1; readonly how: 'both' | 'one' | 'order' | 'assumed' }

type Figure = { readonly value: number; readonly at: number }

const PLACE = new Set(['in', 'for', 'with', 'among', 'after', 'by', 'under', 'on', 'within', 'following', 'receiving'])
const TIME = new Set(['week', 'weeks', 'month', 'months', 'day', 'days', 'year', 'years', 'h', 'hours', 'hour', 'min', 'mg', 'minutes', 'ml', 'wk', 'wks', 'mo'])
const BEFORE_TIME = new Set(['at', 'after', 'week', 'weeks', 'day', 'days', 'month', 'months', 'for', 'first', 'to', 'over', 'within'])
const REACH = 9

/** The first two like numbers after the outcome's name, each given to the arm that is named with it. */
export function numberComparison(view: SentenceView): NumberComparison | null {
  const [one, two] = figuresOf(view)
  if (one === undefined || two === undefined || one.value === two.value) return null
  const sign = one.value > two.value ? 1 : -1
  const first = armOf(view, one.at, two.at)
  const second = armOf(view, two.at, view.sentence.tokens.length)
  if (first !== null && second !== null && first !== second) return { sign: first === 'intervention' ? sign : negated(sign), how: 'both' }
  if (first !== null && second === null) return { sign: first === 'intervention' ? sign : negated(sign), how: 'one' }
  if (first === null && second !== null) return { sign: second === 'comparator' ? sign : negated(sign), how: 'one' }
  const named = view.marks.find((mark): mark is Arm => mark === 'intervention' || mark === 'comparator')
  return named === undefined ? { sign, how: 'assumed' } : { sign: named === 'intervention' ? sign : negated(sign), how: 'order' }
}

function negated(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1
}

/** Numbers after the outcome's name that are no p value, interval, spread, dose or time. */
function figuresOf({ sentence: { tokens, pValues, intervals, text }, marks, anchor, clause }: SentenceView): Figure[] {
  const statistics = [...pValues, ...intervals]
  const figures: Figure[] = []
  for (let at = anchor?.first ?? clause.first; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'number' || marks[at] !== null) continue
    if (statistics.some(({ start, end }) => token.start >= start && token.start < end)) continue
    const before = tokens[at - 1]?.lower ?? ''
    const next = tokens[at + 1]?.lower ?? ''
    if (['±', 'sd', 'se', 'sem', '=', '/', 'n', 'table', 'fig', 'figure', '<', '>'].includes(before)) continue
    if (before === '(' && figures.length > 0 && tokens[at - 2]?.kind === 'number') continue
    if (next === 'ci' || (next === '%' && ['ci', 'confidence'].includes(tokens[at + 2]?.lower ?? '')) || next === '/') continue
    if (TIME.has(next) && (BEFORE_TIME.has(before) || next === 'mg')) continue
    if (['week', 'weeks', 'day', 'days', 'month', 'months', 'group', 'groups'].includes(before)) continue
    const value = Number(token.lower.replace('·', '.').replace(/,(?=\d{3})/g, ''))
    if (Number.isNaN(value)) continue
    const isNegative = /(?:^|[\s(])[-−–]$/.test(text.slice(Math.max(0, token.start - 2), token.start))
    figures.push({ value: isNegative ? -value : value, at })
  }
  return figures
}

/** "3.6 in the X group" before "X: 3.6"; neither beyond the neighbouring number. */
function armOf({ sentence: { tokens }, marks }: SentenceView, at: number, end: number): Arm | null {
  for (let next = at + 1; next < Math.min(end, at + REACH); next += 1) {
    const mark = marks[next] ?? null
    if (mark === null || mark === 'outcome') continue
    const words = tokens.slice(at + 1, next).map(({ lower }) => lower)
    if (words.some((word) => PLACE.has(word)) && !words.some((word) => ['vs', 'versus', 'than', 'compared', ';', 'and'].includes(word))) return mark
    break
  }
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const mark = marks[before] ?? null
    if (mark === 'intervention' || mark === 'comparator') return mark
    if (tokens[before]?.kind === 'number' && tokens[before - 1]?.lower !== '±') break
  }
  return null
}
