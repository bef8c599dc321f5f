import { oppositesOf, type Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'
import { REPORTING } from './reporting-words.ts'

/** A word that the one denies and the other says. */
export function deniedStem(claim: Meaning, { meaning }: Ground): string | null {
  if (/\bfree (?:of|from)\b|\bmiss(?:ed|es)\b|\bshort of\b/i.test(claim.text)) return null
  const say = (one: Meaning, other: Meaning): Meaning['words'][number] | undefined => one.words.find(({ key, kind, lower }) => kind === 'word' && lower.length > 3 && !REPORTING.has(key) && other.denied.has(key) && !one.denied.has(key) && one.cues.negator.length === 0 && !other.words.some((word, index) => word.key === key && !other.words.slice(Math.max(0, index - 6), index).some((before) => /^(?:not|never|no|without|cannot|neither|nor)$/.test(before.lower))))
  const asserted = say(claim, meaning)
  if (asserted !== undefined) return `the source denies "${asserted.lower}"`
  const refused = say(meaning, claim)
  return refused !== undefined && claim.content.length <= 6 && claim.quantities.length === 0 ? `it denies "${refused.lower}", which the source says` : null
}

/** A word of the claim whose opposite stands in the statement, where the claim's own word does not. */
export function deniedWord(claim: Meaning, { meaning }: Ground): string | null {
  const held = new Set(meaning.words.map(({ lower }) => lower))
  for (const { lower, key } of claim.words) {
    if (claim.denied.has(key)) continue
    const opposite = [...oppositesOf(lower)].find((word) => held.has(word) && !meaning.words.some((other) => other.lower === word && meaning.denied.has(other.key)))
    if (opposite !== undefined && !claim.words.some((word) => word.lower === opposite) && !held.has(lower) && ![...oppositesOf(opposite)].some((word) => held.has(word))) return `it says "${lower}", the source "${opposite}"`
  }
  return null
}
