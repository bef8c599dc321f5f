import { writeFile } from 'node:fs/promises'

/** Writes a PubMed XML file of made-up citations: as many as told, each different, with PMIDs from `firstPmid`. */
export async function writePubmedFile(path: string, citations: number, firstPmid: number): Promise<void> {
  const articles = Array.from({ length: citations }, (_, index) => citation(firstPmid + index))
  await writeFile(path, `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${articles.join('\n')}\n</PubmedArticleSet>\n`)
}

function citation(pmid: number): string {
  const sentences = Array.from({ length: 6 }, (_, index) => `Sentence ${index + 1} of citation ${pmid} tells of ${pmid % 97} people followed for ${pmid % 23} months in ward ${(pmid * 7) % 101}.`)
  return `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><Volume>1</Volume><PubDate><Year>${2000 + (pmid % 25)}</Year></PubDate></JournalIssue><Title>Journal of Examples</Title><ISOAbbreviation>J Ex</ISOAbbreviation></Journal><ArticleTitle>Example ${pmid} of a citation made for a test.</ArticleTitle><Abstract><AbstractText>${sentences.join(' ')}</AbstractText></Abstract><AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Doe</LastName><Initials>J</Initials></Author></AuthorList><PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation></PubmedArticle>`
}
