import type { Ground } from './ground.ts'
import { senseOfGround } from './sense.ts'
import type { Problem } from './types.ts'

/** Words that take up the result told just before. */
const TAKES_UP = /\b(?:that|this|the|such an?) (?:gap|difference|gain|result|effect|finding|fall|rise|drop|benefit|advantage|trend)\b|\b(?:it|this|that|which) (?:thereby |therefore |thus |also )?(?:shows?|showed|proves?|proved|means?|settles?|establish\w+|confirms?|confirmed|demonstrat\w+)\b|^(?:so|thus|therefore|hence|in other words)\b/i
const SETTLED = /\b(?:prove[sdn]?|proof|establish(?:es|ed)|settled|settles|confirm(?:s|ed)|beyond (?:any )?doubt|certain(?:ly)?|definite(?:ly)?|conclusive(?:ly)?|exactly (?:equal|the same)|identical|equally (?:good|effective|safe)|no effect (?:at all|whatever)|does nothing|is useless|cannot (?:help|harm))\b/i
const LEAVES_OPEN = /\b(?:not|no|never|cannot|neither|nor|n't|unclear|whether|may|might|could)\s+(?:\w+\s){0,2}(?:prove|establish|settle|confirm|certain|definite|conclusive|show)/i

/** A result that leaves open whether there is a difference, taken in the next sentence as settled, for or against; null when not. */
export function takenAsSettled(text: string, before: Ground | null): Problem | null {
  if (before === null || !TAKES_UP.test(text) || !SETTLED.test(text) || LEAVES_OPEN.test(text) || senseOfGround(before).open !== true) return null
  return { kind: 'hedge', verdict: 'contradicted', why: 'it takes as settled what the source leaves open' }
}
