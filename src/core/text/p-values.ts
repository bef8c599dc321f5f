/** A statement of significance in a sentence; `isSignificant` at the usual level of 0.05. */
export type PValue = { readonly start: number; readonly end: number; readonly isSignificant: boolean; readonly value: number }

/** The usual level (Fisher 1925); a report with another level mostly says so in words, which are read beside this. */
const LEVEL = 0.05

/**
 * P values of a sentence: "p < 0.001", "P=.04", "p = 0·02", "P ≥ 0.05", and marks such as "NS". "p > 0.01" is read as
 * not significant, "p < 0.1" as it stands: 0.1.
 */
export function findPValues(text: string): PValue[] {
  const found: PValue[] = []
  for (const match of text.matchAll(/\bp(?:[\s-]?values?)?(?:[\s,:(]*(?:for|of|all|both|trend|interaction|adjusted)\s?[a-z]*){0,2}\s*([=<>≤≥⩽⩾]|was|of|were|&lt;|&gt;)+\s*(\d?[.·]\d+|[01](?![.·\d]))/giu)) {
    const relation = match[1] ?? '='
    const value = Number((match[2] ?? '').replace('·', '.'))
    if (Number.isNaN(value)) continue
    found.push({ start: match.index, end: match.index + match[0].length, value, isSignificant: isSignificant(relation, value) })
  }
  for (const match of text.matchAll(/(?<![\p{L}\d.])(?:NS|n\.s\.?|N\.S\.?)(?![\p{L}\d])/gu)) found.push({ start: match.index, end: match.index + match[0].length, value: 1, isSignificant: false })
  return found.toSorted((a, b) => a.start - b.start)
}

function isSignificant(relation: string, value: number): boolean {
  if (/[>≥⩾]|&gt;/.test(relation)) return false
  return /[<≤⩽]|&lt;/.test(relation) ? value <= LEVEL : value < LEVEL
}
