import type { Token } from '../../../core/text/index.ts'
import { isDeniedAt } from './clause-bearing.ts'
import { ACTIONS, LACKS, PRAISE } from './stance-words.ts'

/** Words before and after a term among which a word of direction is said of it. */
const REACH = { before: 5, after: 3 }

/** Which way each term of a clause is said to go: the nearest word of direction before it, else after it, turned by a denial or a lack. */
export function waysOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const words = tokens.map(({ lower }) => lower)
  const ways = new Map<string, number>()
  tokens.forEach(({ stems, lower }, at) => {
    if (stems.length === 0 || ACTIONS.has(lower) || PRAISE.has(lower)) return
    const place = actionNear(words, at)
    const stated = place === null ? 0 : (ACTIONS.get(words[place] ?? '') ?? 0) * (isDeniedAt(words, place) ? -1 : 1)
    const isLacking = LACKS.has(words[at + 1] ?? '') || LACKS.has(words[at - 1] ?? '')
    const way = !isLacking ? stated : stated === 0 ? -1 : -stated
    if (way !== 0) for (const stem of stems) ways.set(stem, way)
  })
  return ways
}

function actionNear(words: readonly string[], at: number): number | null {
  for (let before = at - 1; before >= Math.max(0, at - REACH.before); before -= 1) if (ACTIONS.has(words[before] ?? '')) return before
  for (let after = at + 1; after <= Math.min(words.length - 1, at + REACH.after); after += 1) if (ACTIONS.has(words[after] ?? '')) return after
  return null
}
