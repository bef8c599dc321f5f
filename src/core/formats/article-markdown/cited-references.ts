import type { Article, Citation } from '../../model/index.ts'

/** What one source is cited for. */
export type CitedSource = { readonly n: number; readonly quotes: readonly string[] }

/** For each cited source, its number and the distinct quotes taken from it, in the order in which they are read. */
export function citedReferences(article: Article): ReadonlyMap<string, CitedSource> {
  const cited = new Map<string, { n: number; quotes: string[] }>()
  for (const { sourceId, n, quote } of allCitations(article)) {
    const known = cited.get(sourceId)
    if (known === undefined) cited.set(sourceId, { n, quotes: [quote] })
    else if (!known.quotes.includes(quote)) known.quotes.push(quote)
  }
  return cited
}

function allCitations(article: Article): readonly Citation[] {
  const ofSections = article.sections.flatMap((section) => [
    ...section.claims.flatMap((claim) => claim.citations),
    ...(section.table?.rows.flat().flatMap((cell) => cell.citations) ?? []),
  ])
  return [...article.answer.flatMap((claim) => claim.citations), ...ofSections]
}
