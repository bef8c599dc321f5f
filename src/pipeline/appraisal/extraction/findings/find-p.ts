/** A p value as printed ("< 0.001"), with where its relation and number stand. */
export type WrittenP = { readonly text: string; readonly start: number; readonly end: number }

const P = /\b[pP](?:[\s-]?values?)?(?:\s?(?:for|of) (?:[a-z]+ ){0,3}[a-z]+)?\s*(?:was|of)?\s*(?<relation>[=<>≤≥⩽⩾]|&lt;|&gt;)?\s*(?<number>0?[.·]\d+(?:\s?[×x]\s?10\s?[-−–]\s?\d+)?|1\.0+|[01](?![.·\d]))/gu

/** P values of a sentence; one outside 0 to 1 is none. */
export function findP(text: string): WrittenP[] {
  return Array.from(text.matchAll(P), (match) => {
    const { relation, number = '' } = match.groups ?? {}
    const sign = relation === undefined || relation === '=' ? '' : `${relation.replace('&lt;', '<').replace('&gt;', '>')} `
    return { text: `${sign}${number.replace('·', '.').replace(/^\./u, '0.')}`, start: match.index, end: match.index + match[0].length }
  })
}
