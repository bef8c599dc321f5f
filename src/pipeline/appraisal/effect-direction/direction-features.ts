import type { Token } from '../sentences/index.ts'
import { DENIALS, DIRECTION_OF, valueOfOutcome, type Direction } from './direction-words.ts'
import type { Arm, QuestionTerms } from './question-terms.ts'
import type { Mark, SentenceView } from './sentence-view.ts'

type Features = Map<string, number>
type Sign = 'plus' | 'minus'

/** What a sentence says of the outcome under the intervention: one example of the direction classifier. */
export function directionFeatures(view: SentenceView, terms: QuestionTerms): Features {
  const features: Features = new Map()
  const value = valueOfOutcome(terms.outcomeOrder)
  addWords(view, features)
  addSignificance(view, features)
  const denied = addDenials(view, features)
  addDirections(view, value, denied, features)
  addNumbers(view, features)
  add(features, `value:${value}`)
  for (const stem of terms.outcome) add(features, `outcome:${stem}`)
  add(features, `outcomes:${/,|\band\b/.test(terms.question.outcome) ? 'several' : 'one'}`)
  return features
}

function add(features: Features, name: string, value = 1): void {
  features.set(name, Math.max(features.get(name) ?? 0, value))
}

/** Words, pairs and triples of the clause, with what the question names masked; words of the whole sentence apart. */
function addWords({ sentence, marks, clause }: SentenceView, features: Features): void {
  const masked = maskedWords(sentence, marks)
  for (const { word } of masked) add(features, `s:${word}`)
  const near = masked.filter(({ at }) => at >= clause.first && at < clause.end).map(({ word }) => word)
  near.forEach((word, at) => {
    add(features, `c:${word}`)
    const second = near[at + 1]
    const third = near[at + 2]
    if (second !== undefined) add(features, `c:${word} ${second}`)
    if (second !== undefined && third !== undefined) add(features, `c:${word} ${second} ${third}`)
  })
}

const MASK: Readonly<Record<Exclude<Mark, null>, string>> = { outcome: 'OUTCOME', intervention: 'FIRST', comparator: 'SECOND' }

function maskedWords({ tokens, pValues }: SentenceView['sentence'], marks: readonly Mark[]): { readonly word: string; readonly at: number }[] {
  const masked: { word: string; at: number }[] = []
  tokens.forEach((token, at) => {
    const p = pValues.find(({ start, end }) => token.start >= start && token.start < end)
    const mark = marks[at] ?? null
    const word = p !== undefined ? (p.isSignificant ? 'P-YES' : 'P-NO') : mark !== null ? MASK[mark] : token.kind === 'number' ? '#' : token.lower
    if (masked.at(-1)?.word !== word) masked.push({ word, at })
  })
  return masked
}

/** P values and intervals: the nearest after the outcome, and all of them. */
function addSignificance({ sentence, anchor, clause }: SentenceView, features: Features): void {
  const { pValues, intervals, tokens } = sentence
  const from = tokens[anchor?.first ?? 0]?.start ?? 0
  const end = tokens[clause.end - 1]?.end ?? sentence.text.length
  const next = pValues.find(({ start }) => start >= from && start < end) ?? pValues.find(({ start }) => start >= from) ?? pValues.at(-1)
  add(features, `p-next:${next === undefined ? 'none' : next.isSignificant ? (next.value <= 0.01 ? 'strong' : 'yes') : next.value < 0.1 ? 'near' : 'no'}`)
  const yes = pValues.filter(({ isSignificant }) => isSignificant).length
  add(features, `p-all:${pValues.length === 0 ? 'none' : yes === pValues.length ? 'yes' : yes === 0 ? 'no' : 'mixed'}`)
  const interval = intervals.find(({ start }) => start >= from) ?? intervals.at(-1)
  add(features, `ci:${interval?.side ?? 'none'}`)
}

/** How the clause denies a difference, and whether near the outcome. */
function addDenials({ sentence, clause }: SentenceView, features: Features): boolean {
  const text = sentence.text.slice(sentence.tokens[clause.first]?.start ?? 0, sentence.tokens[clause.end - 1]?.end ?? 0)
  const denies = /\b(?:no|not|neither|nor|without)\b[^.;]{0,60}\b(?:signific|differ|chang|effect|affect|influenc|impact|improv|increas|decreas|reduc|associat|alter)|non-?\s?signific|insignific|\b(?:similar|comparable|unchanged|the same|equivalent)\b|fail(?:ed|ure) to|did not reach|not reach/i.test(text)
  const affirms = /(?<!\b(?:no|not|non|without|nor|neither|any)\b.{0,25})\bsignifican(?:t|tly)\b/i.test(text)
  add(features, `says:${denies ? (affirms ? 'both' : 'no') : affirms ? 'yes' : 'neither'}`)
  return denies && !affirms
}

/** Each word of direction with the arm it speaks of, so that "lower under the comparator" is an increase. */
function addDirections({ sentence, marks, anchor, clause }: SentenceView, value: string, denied: boolean, features: Features): void {
  const { tokens } = sentence
  let balance = 0
  let praise = 0
  tokens.forEach((token, at) => {
    const direction = DIRECTION_OF.get(token.lower)
    if (direction === undefined) return
    if (at === anchor?.first || marks[at] === 'outcome') { add(features, `named:${direction}`); return }
    const inClause = at >= clause.first && at < clause.end
    const { arm, how } = subjectOf(tokens, marks, at)
    const isDenied = tokens.slice(Math.max(0, at - 5), at).some(({ lower }) => DENIALS.has(lower))
    const sign = signOf(direction, arm)
    const distance = anchor === null ? 'far' : Math.min(Math.abs(at - anchor.first), Math.abs(at - anchor.last)) <= 6 ? 'near' : 'far'
    const place = inClause ? distance : 'out'
    const kind = direction === 'up' || direction === 'down' ? 'dir' : `praise-${value}`
    const state = isDenied ? 'denied' : 'said'
    add(features, `${kind}:${sign}:${how}:${place}:${state}`)
    add(features, `${kind}:${sign}:${place}:${state}`)
    add(features, `${kind}:${sign}:${state}`)
    add(features, `${kind}:${sign}:${how}:${state}`)
    if (!inClause || isDenied) return
    const strength = (how === 'assumed' ? 0.5 : 1) * (distance === 'near' ? 1 : 0.6) * (sign === 'plus' ? 1 : -1)
    if (kind === 'dir') balance += strength
    else praise += strength * (value === 'unwanted' ? -1 : value === 'wanted' ? 1 : 0)
  })
  if (!denied) {
    add(features, `balance:${bucket(balance)}`)
    add(features, `praise:${bucket(praise)}`)
    add(features, `total:${bucket(balance + praise)}`)
  }
}

function bucket(value: number): string {
  if (Math.abs(value) < 0.25) return '0'
  return `${value > 0 ? '+' : '-'}${Math.abs(value) > 0.9 ? '2' : '1'}`
}

function signOf(direction: Direction, arm: Arm): Sign {
  const isUp = direction === 'up' || direction === 'good'
  return isUp === (arm === 'intervention') ? 'plus' : 'minus'
}

const REFERENCE = new Set(['than', 'versus', 'vs', 'over', 'compared', 'comparison', 'relative'])
const PLACE = new Set(['in', 'for', 'with', 'among', 'after', 'by', 'under', 'of', 'on', 'within', 'following'])

/**
 * The arm that a word of direction speaks of. After "than" or "compared with" stands the other arm; "in the X group"
 * right after the word names it; else the arm named last before; else the intervention is assumed.
 */
function subjectOf(tokens: readonly Token[], marks: readonly Mark[], at: number): { readonly arm: Arm; readonly how: string } {
  let isReference = false
  for (let next = at + 1; next < Math.min(tokens.length, at + 22); next += 1) {
    const lower = tokens[next]?.lower ?? ''
    if (lower === ';' || lower === 'whereas' || lower === 'while' || lower === 'but') break
    if (REFERENCE.has(lower)) isReference = true
    const mark = marks[next] ?? null
    if (mark === null || mark === 'outcome') continue
    if (isReference) return { arm: other(mark), how: 'than' }
    if (tokens.slice(Math.max(at + 1, next - 4), next).some(({ lower: word }) => PLACE.has(word)) && next - at < 14) return { arm: mark, how: 'in' }
  }
  for (let before = at - 1; before >= Math.max(0, at - 25); before -= 1) {
    const lower = tokens[before]?.lower ?? ''
    const mark = marks[before] ?? null
    if (mark === null || mark === 'outcome') continue
    const isAfterReference = tokens.slice(Math.max(0, before - 5), before).some(({ lower: word }) => REFERENCE.has(word))
    return isAfterReference && lower !== '' ? { arm: other(mark), how: 'compared' } : { arm: mark, how: 'before' }
  }
  return { arm: 'intervention', how: 'assumed' }
}

function other(arm: Arm): Arm {
  return arm === 'intervention' ? 'comparator' : 'intervention'
}

/** The first two like numbers after the outcome, read for the arms in the order in which they are named. */
function addNumbers({ sentence, marks, anchor, clause }: SentenceView, features: Features): void {
  const { tokens, pValues, intervals } = sentence
  const isStatistic = (token: Token): boolean => [...pValues, ...intervals].some(({ start, end }) => token.start >= start && token.start < end)
  const from = anchor?.first ?? clause.first
  const numbers: { value: number; at: number }[] = []
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'number' || marks[at] !== null || isStatistic(token)) continue
    const before = tokens[at - 1]?.lower ?? ''
    if (before === '±' || before === '(' || before === 'sd' || before === '=' || before === '/') continue
    if (tokens[at + 1]?.lower === 'ci' || (tokens[at + 1]?.lower === '%' && tokens[at + 2]?.lower === 'ci')) continue
    if (['week', 'weeks', 'month', 'months', 'day', 'days', 'year', 'years', 'h', 'hours', 'min', 'mg', 'minutes'].includes(tokens[at + 1]?.lower ?? '') && ['at', 'after', 'week', 'day', 'month', 'of'].includes(before)) continue
    numbers.push({ value: Number((token.lower).replace('·', '.').replace(/,(?=\d{3})/g, '')), at })
  }
  const [one, two] = numbers
  if (one === undefined || two === undefined || Number.isNaN(one.value) || Number.isNaN(two.value) || one.value === two.value) return
  const between = tokens.slice(one.at + 1, two.at).map(({ lower }) => lower)
  const isPair = between.some((word) => ['vs', 'versus', 'and', 'to', 'compared', 'than', 'in'].includes(word)) && between.length < 16
  const armMarks = marks.slice(clause.first, clause.end).filter((mark) => mark === 'intervention' || mark === 'comparator')
  const near = nearestArm(marks, one.at) ?? armMarks[0]
  const order = armMarks.length === 0 ? 'unnamed' : near === 'intervention' ? 'first' : 'second'
  const rises = (one.value > two.value) === (order !== 'second')
  add(features, `numbers:${isPair ? 'pair' : 'loose'}:${order === 'unnamed' ? 'unnamed' : 'named'}:${rises ? 'plus' : 'minus'}`)
  add(features, `numbers:${isPair ? 'pair' : 'loose'}:${rises ? 'plus' : 'minus'}`)
}

function nearestArm(marks: readonly Mark[], at: number): Arm | undefined {
  for (let distance = 1; distance < 8; distance += 1) {
    for (const place of [at + distance, at - distance]) {
      const mark = marks[place]
      if (mark === 'intervention' || mark === 'comparator') return mark
    }
  }
  return undefined
}
