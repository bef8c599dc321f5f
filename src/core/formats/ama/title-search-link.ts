/** A PubMed search for a title: what a reader gets where no stable link to a report is held. */
export function titleSearchLink(title: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/?term=${encodeURIComponent(title)}`
}
