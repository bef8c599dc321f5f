import type { HtmlElement } from './html-tree.ts'
import { findAll, htmlText } from './html-tree.ts'
import { cleanDoi, cleanPmcid, cleanPmid, initialsOf, isoDate, tidy } from '../pubmed/index.ts'

export type HtmlMeta = {
  readonly title: string
  readonly authors: readonly string[]
  readonly organization: string | null
  readonly journal: string | null
  readonly date: string | null
  readonly doi: string | null
  readonly pmid: string | null
  readonly pmcid: string | null
  readonly url: string | null
  readonly licence: string | null
}

/** What a page says of itself in its head: Highwire and Dublin Core tags as journals write them, then Open Graph. */
export function readHtmlMeta(page: HtmlElement): HtmlMeta {
  const tags = findAll(page, 'meta').map(({ attributes }) => ({ name: (attributes['name'] ?? attributes['property'] ?? '').toLowerCase(), content: tidy(attributes['content'] ?? '') })).filter(({ content }) => content !== '')
  const all = (...names: string[]): string[] => names.flatMap((name) => tags.filter((tag) => tag.name === name).map((tag) => tag.content))
  const first = (...names: string[]): string | null => all(...names)[0] ?? null
  const titleElement = findAll(page, 'title')[0]
  const heading = findAll(page, 'h1')[0]
  const authors = all('citation_author')
  return {
    title: first('citation_title', 'dc.title') ?? (heading === undefined ? '' : tidy(htmlText(heading))) ?? '',
    authors: (authors.length > 0 ? authors : all('dc.creator', 'author')).map((name) => shortName(name)),
    organization: first('og:site_name', 'citation_publisher', 'dc.publisher'),
    journal: first('citation_journal_abbrev', 'citation_journal_title'),
    date: dateIn(first('citation_publication_date', 'citation_online_date', 'citation_date', 'dc.date', 'article:published_time', 'dcterms.modified') ?? ''),
    doi: all('citation_doi', 'dc.identifier', 'prism.doi').map((id) => cleanDoi(id)).find((id) => id !== null) ?? null,
    pmid: cleanPmid(first('citation_pmid')),
    pmcid: cleanPmcid(first('citation_pmcid')),
    url: first('og:url', 'citation_public_url', 'citation_abstract_html_url') ?? null,
    licence: first('dc.rights', 'license'),
    ...(titleElement === undefined || heading !== undefined || first('citation_title', 'dc.title') !== null ? {} : { title: first('og:title') ?? tidy(htmlText(titleElement)) }),
  }
}

function shortName(name: string): string {
  const [surname = '', given = ''] = name.split(',').map((part) => part.trim())
  return given === '' ? name : `${surname} ${initialsOf(given)}`
}

function dateIn(text: string): string | null {
  const [, year, month, day] = /(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(text) ?? []
  return isoDate(year, month, day)
}
