import { deletedPmids, medlineOfXml } from './medline-of-xml.ts'
import { sourceOfMedline } from './source-of-medline.ts'
import { parseWhole, tidy, XmlPushParser, type ParsedItem } from './source/index.ts'
import { childOf, inlineText, type XmlElement } from './xml/index.ts'

const ROOTS = ['PubmedArticle', 'PubmedBookArticle', 'DeleteCitation', 'MedlineCitation']

/**
 * Reads PubMed XML piece by piece: E-utilities answers, baseline and update files, older MEDLINE sets. Memory follows
 * one citation, whatever the file's size. Book articles are left out and told; so are citations PubMed deleted.
 */
export class PubmedParser extends XmlPushParser {
  constructor() {
    super(ROOTS, (tree) => [readTree(tree)], 'no citation in this PubMed file. If it came from a search, the search may have found nothing.')
  }
}

/** Reads one PubMed file that is already in memory. */
export function parsePubmed(text: string): ParsedItem[] {
  return parseWhole(new PubmedParser(), text)
}

function readTree(tree: XmlElement): ParsedItem {
  switch (tree.name) {
    case 'PubmedBookArticle': return bookArticle(tree)
    case 'DeleteCitation': return deletion(deletedPmids(tree))
    default: return sourceOfMedline(medlineOfXml(tree))
  }
}

function bookArticle(tree: XmlElement): ParsedItem {
  const document = childOf(tree, 'BookDocument')
  const title = tidy(inlineText(childOf(document, 'ArticleTitle')?.children ?? childOf(document, 'Book', 'BookTitle')?.children ?? []))
  const pmid = tidy(inlineText(childOf(document, 'PMID')?.children ?? []))
  return { kind: 'told', reason: `book article left out: "${title}" (PMID ${pmid}). Books have no fixed report to cite; ingest the chapter as a document if it is needed.` }
}

function deletion(pmids: readonly string[]): ParsedItem {
  const shown = pmids.slice(0, 20).join(', ')
  const more = pmids.length > 20 ? ` and ${pmids.length - 20} more` : ''
  return { kind: 'told', reason: `PubMed has deleted ${pmids.length} citation(s): PMID ${shown}${more}. What is held of them is kept; check answers that cite them.` }
}
