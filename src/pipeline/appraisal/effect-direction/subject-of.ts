import type { Token } from '../sentences/index.ts'
import type { Arm } from './question-terms.ts'
import type { Mark } from './sentence-view.ts'

const REFERENCE = new Set(['than', 'versus', 'vs', 'over', 'compared', 'comparison', 'relative', 'against'])
const PLACE = new Set(['in', 'for', 'with', 'among', 'after', 'by', 'under', 'of', 'on', 'within', 'following', 'to'])
const BORDERS = new Set([';', 'whereas', 'while', 'but'])
const REACH_AFTER = 22
const REACH_BEFORE = 25

/** The arm a word of direction speaks of, and how that was told. */
export type Subject = { readonly arm: Arm; readonly how: 'than' | 'in' | 'compared' | 'before' | 'assumed' }

/**
 * The arm that a word of direction speaks of. After "than" or "compared with" stands the other arm; "in the X group"
 * right after the word names it; else the arm named last before; else the intervention is assumed.
 */
export function subjectOf(tokens: readonly Token[], marks: readonly Mark[], at: number): Subject {
  return fromAfter(tokens, marks, at) ?? fromBefore(tokens, marks, at) ?? { arm: 'intervention', how: 'assumed' }
}

function fromAfter(tokens: readonly Token[], marks: readonly Mark[], at: number): Subject | null {
  let isReference = false
  for (let next = at + 1; next < Math.min(tokens.length, at + REACH_AFTER); next += 1) {
    const lower = tokens[next]?.lower ?? ''
    if (BORDERS.has(lower)) return null
    if (REFERENCE.has(lower)) isReference = true
    const mark = marks[next] ?? null
    if (mark === null || mark === 'outcome') continue
    if (isReference) return { arm: otherArm(mark), how: 'than' }
    if (next - at < 14 && tokens.slice(Math.max(at + 1, next - 4), next).some(({ lower: word }) => PLACE.has(word))) return { arm: mark, how: 'in' }
  }
  return null
}

function fromBefore(tokens: readonly Token[], marks: readonly Mark[], at: number): Subject | null {
  for (let before = at - 1; before >= Math.max(0, at - REACH_BEFORE); before -= 1) {
    const mark = marks[before] ?? null
    if (mark === null || mark === 'outcome') continue
    const isReference = tokens.slice(Math.max(0, before - 5), before).some(({ lower }) => REFERENCE.has(lower))
    return isReference ? { arm: otherArm(mark), how: 'compared' } : { arm: mark, how: 'before' }
  }
  return null
}

/** The arm that a sentence compares with the one named. */
export function otherArm(arm: Arm): Arm {
  return arm === 'intervention' ? 'comparator' : 'intervention'
}
