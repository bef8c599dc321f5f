import type { ExtractedFinding } from '../types.ts'

const NONE = /\b(?:no (?:statistically )?(?:significant |important |clinically relevant )?(?:differences?|effects?|changes?|improvements?)|(?:did|does|do|was|were) not (?:\w+ ){0,3}(?:differ\w*|change\w*|affect\w*|significant\w*|associated|improve\w*|reduce\w*|increase\w*)|not (?:statistically )?significant(?:ly)?|(?<!^|[.;] )similar(?:ly)?|comparable|non-?significant)\b/iu
const UP = /\b(?:higher|greater|increase[ds]?|increasing|more|rose|longer|larger|improve[ds]?|raised|elevated)\b/iu
const DOWN = /\b(?:lower(?:ed)?|less|decrease[ds]?|decreasing|fewer|fell|shorter|smaller|reduc(?:ed|es|tion|ing)|declined?|dropped)\b/iu

/** The nearest word of direction before the numbers, else after them. A denial in the clause stands first. */
export function statedDirection(text: string, at: number): ExtractedFinding['statedDirection'] {
  const clause = text.slice(Math.max(0, text.lastIndexOf(';', at)), at + 60)
  if (NONE.test(clause)) return 'no-difference'
  const before = text.slice(0, at)
  const up = lastIndexOf(before, UP)
  const down = lastIndexOf(before, DOWN)
  if (up >= 0 || down >= 0) return up > down ? 'higher' : 'lower'
  const after = text.slice(at, at + 80)
  return UP.test(after) ? 'higher' : DOWN.test(after) ? 'lower' : null
}

function lastIndexOf(text: string, pattern: RegExp): number {
  return Array.from(text.matchAll(new RegExp(pattern.source, 'giu'))).at(-1)?.index ?? -1
}
