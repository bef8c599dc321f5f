import { authorName, childOf, childrenOf, cleanDoi, cleanPmcid, cleanPmid, descendantsOf, isoDate, rawTextOf, tidy, type XmlElement } from '../pubmed/index.ts'
import { lineOf } from './jats-text.ts'

/** A contributor as the article spells it: a person, or a group. */
export type Contributor = { readonly surname: string; readonly given: string; readonly suffix: string } | { readonly collab: string }

/** Bibliographic facts of an article's front matter; absent ones are null or empty. */
export type JatsFront = {
  readonly pmid: string | null
  readonly pmcid: string | null
  readonly doi: string | null
  readonly title: string
  /** Full title of the journal. */
  readonly journal: string
  /** Abbreviated title as MEDLINE writes it; the full one when none is given. */
  readonly journalAbbreviation: string | null
  readonly contributors: readonly Contributor[]
  /** Publication dates (electronic, print, collection), ISO, sorted. */
  readonly dates: readonly string[]
  readonly volume: string | null
  readonly issue: string | null
  readonly pages: string | null
  readonly keywords: readonly string[]
  readonly subjects: readonly string[]
  readonly licenceUrl: string | null
  readonly licenceText: string | null
  readonly copyright: string | null
}

/** What an article's front matter tells: title, authors, journal, dates, ids. */
export function readFront(article: XmlElement): JatsFront {
  const front = childOf(article, 'front')
  const journal = childOf(front, 'journal-meta')
  const meta = childOf(front, 'article-meta')
  const idOf = (...types: string[]): string => text(childrenOf(meta, 'article-id').find((id) => types.includes(id.attributes['pub-id-type'] ?? '')))
  const journalTitle = text(childOf(journal, 'journal-title-group', 'journal-title') ?? childOf(journal, 'journal-title'))
  return {
    pmid: cleanPmid(idOf('pmid')),
    pmcid: cleanPmcid(idOf('pmc', 'pmcid', 'pmcaid')),
    doi: cleanDoi(idOf('doi')),
    title: text(childOf(meta, 'title-group', 'article-title')),
    journal: journalTitle,
    journalAbbreviation: abbreviationOf(journal) || journalTitle || null,
    contributors: contributorsOf(meta),
    dates: datesOf(meta),
    volume: text(childOf(meta, 'volume')) || null,
    issue: text(childOf(meta, 'issue')) || null,
    pages: pagesOf(meta) || null,
    keywords: childrenOf(meta, 'kwd-group').flatMap((group) => descendantsOf(group, 'kwd').map((keyword) => text(keyword))).filter((keyword) => keyword !== ''),
    subjects: descendantsOf(childOf(meta, 'article-categories'), 'subject').map((subject) => text(subject)),
    ...licenceOf(meta),
  }
}

/** "Surname AB" or the group's name. */
export function contributorName(contributor: Contributor): string {
  return 'collab' in contributor ? contributor.collab : authorName(contributor)
}

function text(element: XmlElement | undefined): string {
  return element === undefined ? '' : tidy(lineOf(element.children))
}

function abbreviationOf(journal: XmlElement | undefined): string {
  const ids = childrenOf(journal, 'journal-id')
  const byType = (type: string): string => text(ids.find((id) => id.attributes['journal-id-type'] === type)).replaceAll('.', '')
  return byType('nlm-ta') || byType('iso-abbrev')
}

/** Authors of the article itself: editors, reviewers and the members listed inside a group are not among them. */
function contributorsOf(meta: XmlElement | undefined): Contributor[] {
  const groups = childrenOf(meta, 'contrib-group').filter((group) => ['', 'author', 'authors'].includes(group.attributes['content-type'] ?? ''))
  return groups.flatMap((group) => childrenOf(group, 'contrib')).filter((contrib) => ['author', undefined].includes(contrib.attributes['contrib-type'])).flatMap((contrib): Contributor[] => {
    const name = childOf(contrib, 'name') ?? childOf(contrib, 'name-alternatives', 'name') ?? childOf(contrib, 'string-name')
    if (name !== undefined) {
      const surname = text(childOf(name, 'surname'))
      return surname === '' ? [] : [{ surname, given: text(childOf(name, 'given-names')), suffix: text(childOf(name, 'suffix')) }]
    }
    const group = childOf(contrib, 'collab') ?? childOf(contrib, 'collab-alternatives', 'collab')
    const collab = group === undefined ? '' : tidy(lineOf(group.children.filter((node) => typeof node === 'string' || !['contrib-group', 'xref', 'aff'].includes(node.name))))
    return collab === '' ? [] : [{ collab }]
  })
}

/** Dates on which the article became public. Release into PubMed Central and manuscript dates are not publication. */
function datesOf(meta: XmlElement | undefined): string[] {
  const dates = childrenOf(meta, 'pub-date').filter((date) => ['epub', 'ppub', 'collection', 'epub-ppub', 'pub', ''].includes(date.attributes['pub-type'] ?? date.attributes['date-type'] ?? ''))
  return dates.map((date) => isoDate(text(childOf(date, 'year')), text(childOf(date, 'month')), text(childOf(date, 'day')))).filter((date) => date !== null).toSorted()
}

function pagesOf(meta: XmlElement | undefined): string {
  const first = text(childOf(meta, 'fpage'))
  const last = text(childOf(meta, 'lpage'))
  if (first === '') return text(childOf(meta, 'elocation-id'))
  return last === '' || last === first ? first : `${first}-${last}`
}

/** The licence's address (its own link, else the first Creative Commons link in its words), its words and the copyright line. */
function licenceOf(meta: XmlElement | undefined): Pick<JatsFront, 'licenceUrl' | 'licenceText' | 'copyright'> {
  const permissions = childOf(meta, 'permissions')
  const licence = childOf(permissions, 'license') ?? childOf(meta, 'license')
  const words = licence === undefined ? '' : tidy(rawTextOf(licence))
  const links = descendantsOf(licence, 'ext-link', 'uri').map((link) => link.attributes['xlink:href'] ?? rawTextOf(link))
  const reference = descendantsOf(licence, 'ali:license_ref', 'license_ref').map((link) => tidy(rawTextOf(link)))
  const stated = licence?.attributes['xlink:href'] || [...reference, ...links].find((link) => link.includes('creativecommons.org')) || /https?:\/\/creativecommons\.org\/[^\s)\]<>"]+/.exec(words)?.[0]
  const copyright = tidy(rawTextOf(childOf(permissions, 'copyright-statement') ?? childOf(meta, 'copyright-statement')))
  return { licenceUrl: stated === undefined ? null : stated.replace(/[.,;]$/, ''), licenceText: words || null, copyright: copyright || null }
}
