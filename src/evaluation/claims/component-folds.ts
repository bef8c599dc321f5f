import { sha256 } from '../../core/model/index.ts'

/** What ties rows together: rows with the same claim or the same passage never stand in different folds. */
type Tied = { readonly claim: string; readonly evidence: string }

/**
 * The fold of each row, by connected components of claims and passages: both recur in such sets, and any other fold
 * scores memory. The largest component goes first, each into the fold with the fewest rows; ties by a hash of the
 * component's first claim in alphabetical order, so that the order of the file does not matter.
 */
export function foldsByComponent(rows: readonly Tied[], folds: number): number[] {
  const roots = componentsOf(rows)
  const members = new Map<string, string[]>()
  rows.forEach(({ claim }, at) => {
    const root = roots[at] ?? ''
    members.set(root, [...members.get(root) ?? [], plain(claim)])
  })
  const order = [...members].map(([root, claims]) => ({ root, size: claims.length, key: sha256(claims.toSorted()[0] ?? '') })).toSorted((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1))
  const load = Array.from({ length: folds }, () => 0)
  const foldOf = new Map<string, number>()
  for (const { root, size } of order) {
    const lightest = load.indexOf(Math.min(...load))
    foldOf.set(root, lightest)
    load[lightest] = (load[lightest] ?? 0) + size
  }
  return roots.map((root) => foldOf.get(root) ?? 0)
}

/** A name of the component of each row (union–find). */
function componentsOf(rows: readonly Tied[]): string[] {
  const parents = new Map<string, string>()
  const find = (name: string): string => {
    let at = name
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up
    parents.set(name, at)
    return at
  }
  for (const { claim, evidence } of rows) parents.set(find(`claim ${plain(claim)}`), find(`passage ${plain(evidence)}`))
  return rows.map(({ claim }) => find(`claim ${plain(claim)}`))
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim()
}
