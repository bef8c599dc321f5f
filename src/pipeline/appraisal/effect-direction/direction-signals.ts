import { DEGREES, DENIALS, DIRECTION_OF } from './direction-words.ts'
import type { SentenceView } from './sentence-view.ts'
import { subjectOf, type Subject } from './subject-of.ts'

/** A word of direction, read for the intervention: `sign` 1 when it says more (or better) under it. */
export type DirectionSignal = {
  readonly at: number
  readonly word: string
  /** Better or worse, not more or less. */
  readonly isPraise: boolean
  readonly sign: 1 | -1
  /** 1 when the word speaks of the intervention. */
  readonly armSign: 1 | -1
  readonly how: Subject['how']
  readonly isDenied: boolean
}

/** Words a degree may stand before its direction: "a greater mean reduction". */
const DEGREE_REACH = 2

/** What a sentence says about a direction: more, less or no difference, and of which arm. */
export function directionSignals({ sentence: { tokens }, marks }: SentenceView): DirectionSignal[] {
  const signals: DirectionSignal[] = []
  const degrees = new Map<number, 1 | -1>()
  tokens.forEach((token, at) => {
    const direction = DIRECTION_OF.get(token.lower)
    if (direction === undefined || marks[at] === 'outcome') return
    const degree = DEGREES.get(token.lower)
    const next = Array.from({ length: DEGREE_REACH }, (_, more) => at + 1 + more).find((place) => marks[place] !== 'outcome' && DIRECTION_OF.has(tokens[place]?.lower ?? ''))
    if (degree !== undefined && next !== undefined) {
      degrees.set(next, degree)
      return
    }
    const { arm, how } = subjectOf(tokens, marks, at)
    const armSign = arm === 'intervention' ? 1 : -1
    const isUp = direction === 'up' || direction === 'good'
    const sign = (isUp ? 1 : -1) * armSign * (degrees.get(at) ?? 1) > 0 ? 1 : -1
    const isDenied = tokens.slice(Math.max(0, at - 5), at).some(({ lower }) => DENIALS.has(lower))
    signals.push({ at, word: token.lower, isPraise: direction === 'good' || direction === 'bad', sign, armSign, how, isDenied })
  })
  return signals
}
