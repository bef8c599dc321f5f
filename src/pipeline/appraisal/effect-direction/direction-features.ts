import { numberComparison } from './compared-numbers.ts'
import { directionSignals } from './direction-signals.ts'
import { DIRECTION_OF, valueOfOutcome, type OutcomeValue } from './direction-words.ts'
import { maskedWords, wordRuns } from './masked-words.ts'
import type { QuestionTerms } from './question-terms.ts'
import type { SentenceView } from './sentence-view.ts'

const RULE = 2
const WORD = 0.5

/**
 * What a sentence says on which arm has more of the outcome. Features that depend on the arms change their sign when
 * intervention and comparator are exchanged, so that what is learned of one order holds for the other.
 */
export function directionFeatures(view: SentenceView, terms: QuestionTerms): Map<string, number> {
  const features = new Map<string, number>()
  const value = valueOfOutcome(terms.outcomeOrder)
  addWords(view, value, features)
  addDirections(view, value, features)
  const numbers = numberComparison(view)
  if (numbers !== null) {
    addSigned(features, `numbers:${numbers.how}`, numbers.sign * RULE)
    addSigned(features, 'numbers', numbers.sign * RULE)
  }
  const interval = view.sentence.intervals.find(({ start }) => start >= (view.sentence.tokens[view.anchor?.first ?? 0]?.start ?? 0)) ?? view.sentence.intervals[0]
  if (interval !== undefined && interval.side !== 'across') addSigned(features, 'ci', interval.side === 'above' ? RULE : -RULE)
  for (const stem of terms.outcome) features.set(`outcome:${stem}`, WORD)
  return features
}

function addSigned(features: Map<string, number>, name: string, value: number): void {
  const sum = (features.get(name) ?? 0) + value
  features.set(name, Math.max(-RULE, Math.min(RULE, sum)))
}

/** Word runs of the clause. A run with an arm is named from the arm it has first, and signed by which arm that is. */
function addWords(view: SentenceView, value: OutcomeValue, features: Map<string, number>): void {
  const masked = maskedWords(view)
  for (const { word } of masked) if (word !== 'FIRST' && word !== 'SECOND') features.set(`s:${word}`, WORD)
  const near = masked.filter(({ at }) => at >= view.clause.first && at < view.clause.end).map(({ word }) => word)
  for (const run of wordRuns(near)) {
    const first = /FIRST|SECOND/.exec(run)?.[0]
    if (first === undefined) features.set(`c:${run}`, WORD)
    else addSigned(features, `c:${run.replace(/FIRST|SECOND/g, (arm) => (arm === first ? 'ARM' : 'OTHER'))}`, first === 'FIRST' ? WORD : -WORD)
    const direction = DIRECTION_OF.get(run)
    if (direction === 'good' || direction === 'bad') features.set(`c:${run}|${value}`, WORD)
  }
}

/** Each word of direction with the arm it speaks of, so that "lower under the comparator" is an increase. */
function addDirections(view: SentenceView, value: OutcomeValue, features: Map<string, number>): void {
  const { marks, anchor, sentence: { tokens } } = view
  const named = tokens.find(({ lower }, at) => marks[at] === 'outcome' && DIRECTION_OF.has(lower))
  const namedKind = named === undefined ? 'plain' : DIRECTION_OF.get(named.lower) ?? 'plain'
  if (namedKind !== 'plain') features.set(`named:${namedKind}`, 1)
  const signals = directionSignals(view)
  let balance = 0
  for (const { at, word, isPraise, sign, armSign, how, isDenied } of signals) {
    const kind = isPraise ? `praise-${value}` : 'dir'
    const place = placeOf(view, at)
    const state = isDenied ? 'denied' : 'said'
    addSigned(features, `${kind}:${place}:${state}`, sign * RULE)
    addSigned(features, `${kind}:${how}:${state}`, sign * RULE)
    addSigned(features, `${kind}:${state}`, sign * RULE)
    addSigned(features, `word:${word}:${value}`, armSign * WORD)
    if (!isDenied && place !== 'out') balance += sign * (isPraise ? WORTH[value] : 1) * (place === 'near' ? 1 : 0.5)
  }
  addSigned(features, 'balance', Math.sign(balance) * RULE)
  addSigned(features, `balance|${namedKind}`, Math.sign(balance) * RULE)
  const nearest = signals.filter(({ isDenied }) => !isDenied).toSorted((a, b) => stepsBetween(view, a.at) - stepsBetween(view, b.at))[0]
  if (nearest === undefined || anchor === null) return
  const kind = nearest.isPraise ? `praise-${value}` : 'dir'
  addSigned(features, `nearest:${kind}`, nearest.sign * RULE)
  addSigned(features, `nearest:${kind}:${nearest.how}`, nearest.sign * RULE)
  addSigned(features, `nearest:${kind}|${namedKind}`, nearest.sign * RULE)
}

/** What praise says of the amount of an outcome: an improvement of pain is less of it. */
const WORTH: Readonly<Record<OutcomeValue, number>> = { wanted: 1, unwanted: -1, unknown: 0 }

function placeOf(view: SentenceView, at: number): 'out' | 'near' | 'clause' {
  if (at < view.clause.first || at >= view.clause.end) return 'out'
  return stepsBetween(view, at) <= 4 ? 'near' : 'clause'
}

/** Words between a place and the outcome; a comma or "and" between counts as several. */
function stepsBetween({ sentence: { tokens }, anchor }: SentenceView, at: number): number {
  if (anchor === null) return 20
  const [from, to] = at < anchor.first ? [at + 1, anchor.first] : [anchor.last + 1, at]
  let steps = 0
  for (let place = from; place < to; place += 1) {
    const lower = tokens[place]?.lower ?? ''
    steps += lower === ',' || lower === 'and' ? 3 : tokens[place]?.kind === 'sign' ? 0 : 1
  }
  return steps
}
