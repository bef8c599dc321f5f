/** An address that may stand in a link: http or https, and nothing that could end the link early. Null for any other. */
export function linkTarget(address: string): string | null {
  if (!/^https?:\/\/[^\s/]/iu.test(address)) return null
  return address.replaceAll(/[\s<>()[\]\\"'`|*_]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** Where the original of a source can be read; null when no stable link is held. */
export function sourceLink(source: { readonly doi: string | null; readonly url: string | null; readonly pmid: string | null }): string | null {
  if (source.doi !== null) return linkTarget(`https://doi.org/${source.doi}`)
  if (source.url !== null) return linkTarget(source.url)
  return source.pmid === null ? null : linkTarget(`https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`)
}
