import { Fault } from '../../model/index.ts'
import { citationSourceId, newSource, registrationsIn, sourceKindOf, SourceText, writeBlocks, type ParsedItem } from '../pubmed/index.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { readHtmlMeta } from './html-meta.ts'
import { findAll, readHtmlTree, type HtmlElement } from './html-tree.ts'

/**
 * Reads a saved page: its main content as text, by headings, with tables as rows. Scripts, navigation, forms and
 * hidden parts are never read; what is read is data, whatever it says. `name` titles a page that has no title.
 */
export function parseHtml(html: string, name: string): ParsedItem[] {
  try {
    return [sourceOfHtml(readHtmlTree(html), name)]
  } catch (error) {
    if (error instanceof Fault) return [{ kind: 'skipped', reason: `${error.message}. ${error.remedy}` }]
    throw error
  }
}

function sourceOfHtml(page: HtmlElement, name: string): ParsedItem {
  const meta = readHtmlMeta(page)
  const title = meta.title === '' ? name : meta.title
  const text = new SourceText()
  text.section({ title: 'Title', kind: 'title' }, [title])
  writeBlocks(text, readHtmlBlocks(mainContent(page)), title)
  if (text.sections.length < 2) return { kind: 'skipped', reason: 'the page has no text outside scripts and navigation. Save the page as it is shown, or print it to HTML.' }
  const source = newSource({
    id: meta.pmcid === null ? citationSourceId(meta, title, text.text) : `pmcid:${meta.pmcid}`,
    studyId: meta.pmid === null ? null : `pmid:${meta.pmid}`,
    kind: sourceKindOf({ title, publicationTypes: [], meshHeadings: [], articleType: '', abstract: '' }),
    title,
    titleIsExact: meta.title !== '',
    authors: [...meta.authors],
    organization: meta.organization,
    journal: meta.journal,
    year: meta.date === null ? null : Number(meta.date.slice(0, 4)),
    pmid: meta.pmid,
    pmcid: meta.pmcid,
    doi: meta.doi,
    registrations: registrationsIn(text.text),
    url: meta.url !== null && /^https?:\/\//.test(meta.url) ? meta.url : meta.doi === null ? null : `https://doi.org/${meta.doi}`,
    licence: meta.licence,
    textKind: 'fulltext',
    text: text.text,
    sections: [...text.sections],
    dataDate: meta.date,
  })
  return { kind: 'source', source, notices: [] }
}

/** The element that holds the content when the page marks exactly one; otherwise the whole body. */
function mainContent(page: HtmlElement): HtmlElement {
  for (const name of ['main', 'article']) {
    const [only, ...more] = findAll(page, name)
    if (only !== undefined && more.length === 0) return only
  }
  return findAll(page, 'body')[0] ?? page
}
