import { CONTRARIES } from './stance-words.ts'

/** Where claim and passage each use one side of a pair of contraries: the contrary side, or the same one. */
export type Contraries = { readonly opposed: readonly (readonly [claim: string, passage: string])[]; readonly shared: number }

/** Contrary words of a claim and a passage; a text that uses both sides takes none. */
export function findContraries(claim: readonly string[], passage: readonly string[]): Contraries {
  const opposed: [string, string][] = []
  let shared = 0
  for (const sides of CONTRARIES) {
    const said = sideOf(sides, claim)
    const read = sideOf(sides, passage)
    if (said === null || read === null) continue
    if (said.side === read.side) shared += 1
    else opposed.push([said.word, read.word])
  }
  return { opposed, shared }
}

function sideOf([one, two]: readonly [ReadonlySet<string>, ReadonlySet<string>], words: readonly string[]): { readonly side: 0 | 1; readonly word: string } | null {
  const first = words.find((word) => one.has(word))
  const second = words.find((word) => two.has(word))
  if (first !== undefined && second === undefined) return { side: 0, word: first }
  return first === undefined && second !== undefined ? { side: 1, word: second } : null
}
