import type { Word } from '../meaning/index.ts'

/** What differs between a claim and the text it is held against, word by word. */
export type Alignment = {
  /** Share (0–1) of the claim's words that stand in the text in the same order. */
  readonly coverage: number
  /** Words of the claim that do not stand there in this order. */
  readonly added: readonly Word[]
  /** Words of the text between its first and last matched word that the claim leaves out. */
  readonly missing: readonly Word[]
  /** Added words that the text has elsewhere: the same words in another order. */
  readonly moved: readonly Word[]
}

/** Longest common subsequence of two word lists (Hunt and Szymanski 1977 name the problem; plain dynamic programming here). */
export function alignWords(claim: readonly Word[], text: readonly Word[]): Alignment {
  const width = text.length + 1
  const lengths = new Uint16Array((claim.length + 1) * width)
  for (let i = claim.length - 1; i >= 0; i -= 1) {
    for (let j = text.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = claim[i]?.key === text[j]?.key ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const added: Word[] = []
  const skipped: { readonly word: Word; readonly at: number }[] = []
  let first = -1
  let last = -1
  let i = 0
  let j = 0
  while (i < claim.length && j < text.length) {
    const mine = claim[i]
    const theirs = text[j]
    if (mine === undefined || theirs === undefined) break
    if (mine.key === theirs.key) {
      if (first < 0) first = j
      last = j
      i += 1
      j += 1
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      added.push(mine)
      i += 1
    } else {
      skipped.push({ word: theirs, at: j })
      j += 1
    }
  }
  added.push(...claim.slice(i))
  const inside = skipped.filter(({ at }) => at > first && at < last).map(({ word }) => word)
  const held = new Set(text.map(({ key }) => key))
  return { coverage: claim.length === 0 ? 0 : (claim.length - added.length) / claim.length, added, missing: inside, moved: added.filter(({ key }) => held.has(key)) }
}
