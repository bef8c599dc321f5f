import { authorName } from './author-name.ts'
import { isoDate, medlineDate } from './medline-date.ts'
import type { AbstractPart, CitationLink, MedlineRecord } from './medline-record.ts'
import { cleanDoi, cleanPmcid, cleanPmid, tidy } from './source/index.ts'
import { childOf, childrenOf, inlineText, rawTextOf, type XmlElement } from './xml/index.ts'

/** Reads a `PubmedArticle` (E-utilities, baseline, update files) or a bare `MedlineCitation` (older files). */
export function medlineOfXml(root: XmlElement): MedlineRecord {
  const citation = root.name === 'MedlineCitation' ? root : childOf(root, 'MedlineCitation')
  const article = childOf(citation, 'Article')
  const issue = childOf(article, 'Journal', 'JournalIssue')
  const authorList = childOf(article, 'AuthorList')
  const ids = childrenOf(childOf(root, 'PubmedData', 'ArticleIdList'), 'ArticleId')
  const idOf = (type: string): string => text(ids.find((id) => id.attributes['IdType'] === type))
  const located = childrenOf(article, 'ELocationID').find((id) => id.attributes['EIdType'] === 'doi' && id.attributes['ValidYN'] !== 'N')
  const plain = childrenOf(citation, 'OtherAbstract').filter((other) => other.attributes['Type'] === 'plain-language-summary' && (other.attributes['Language'] ?? 'eng') === 'eng')
  return {
    pmid: cleanPmid(text(childOf(citation, 'PMID'))),
    pmcid: cleanPmcid(idOf('pmc')),
    doi: cleanDoi(text(located)) ?? cleanDoi(idOf('doi')),
    title: text(childOf(article, 'ArticleTitle')) || text(childOf(article, 'VernacularTitle')),
    abstract: abstractParts(childOf(article, 'Abstract')),
    plainSummary: plain.flatMap((other) => abstractParts(other)),
    authors: childrenOf(authorList, 'Author').map((author) => nameOf(author)).filter((name) => name !== ''),
    authorsEtAl: authorList?.attributes['CompleteYN'] === 'N',
    journal: text(childOf(article, 'Journal', 'ISOAbbreviation')).replaceAll('.', '') || text(childOf(citation, 'MedlineJournalInfo', 'MedlineTA')) || text(childOf(article, 'Journal', 'Title')) || null,
    volume: text(childOf(issue, 'Volume')) || null,
    issue: text(childOf(issue, 'Issue')) || null,
    pages: pagesOf(article) || null,
    dates: datesOf(article, issue),
    meshHeadings: childrenOf(childOf(citation, 'MeshHeadingList'), 'MeshHeading').map((heading) => text(childOf(heading, 'DescriptorName'))).filter((name) => name !== ''),
    publicationTypes: childrenOf(childOf(article, 'PublicationTypeList'), 'PublicationType').map((type) => text(type)),
    keywords: childrenOf(citation, 'KeywordList').flatMap((list) => childrenOf(list, 'Keyword').map((keyword) => text(keyword))).filter((keyword) => keyword !== ''),
    registrations: registrationsOf(article),
    grants: grantsOf(article),
    conflictsOfInterest: text(childOf(citation, 'CoiStatement')) || null,
    copyright: text(childOf(article, 'Abstract', 'CopyrightInformation')) || null,
    links: childrenOf(childOf(citation, 'CommentsCorrectionsList'), 'CommentsCorrections').map((link) => linkOf(link)),
  }
}

/** PMIDs that PubMed has withdrawn, from a `DeleteCitation` element. */
export function deletedPmids(root: XmlElement): string[] {
  return childrenOf(root, 'PMID').map((id) => tidy(rawTextOf(id)))
}

function text(element: XmlElement | undefined): string {
  return element === undefined ? '' : tidy(inlineText(element.children))
}

/** Labels as PubMed prints them, in sentence case ("BACKGROUND" → "Background"). */
function abstractParts(abstract: XmlElement | undefined): AbstractPart[] {
  return childrenOf(abstract, 'AbstractText').map((part) => ({ label: labelOf(part.attributes['Label'] ?? ''), text: text(part) })).filter((part) => part.text !== '')
}

function labelOf(label: string): string {
  const clean = tidy(label).replace(/:$/, '')
  if (/^unlabell?ed$/i.test(clean)) return ''
  return clean === clean.toUpperCase() ? clean.charAt(0) + clean.slice(1).toLowerCase() : clean
}

function nameOf(author: XmlElement): string {
  if (author.attributes['ValidYN'] === 'N') return ''
  const surname = text(childOf(author, 'LastName'))
  if (surname === '') return text(childOf(author, 'CollectiveName'))
  return authorName({ surname, given: text(childOf(author, 'ForeName')), initials: text(childOf(author, 'Initials')), suffix: text(childOf(author, 'Suffix')) })
}

function pagesOf(article: XmlElement | undefined): string {
  const pagination = childOf(article, 'Pagination')
  const pages = text(childOf(pagination, 'MedlinePgn'))
  if (pages !== '') return pages
  return [text(childOf(pagination, 'StartPage')), text(childOf(pagination, 'EndPage'))].filter((page) => page !== '').join('-')
}

function datesOf(article: XmlElement | undefined, issue: XmlElement | undefined): string[] {
  const printed = childOf(issue, 'PubDate')
  const dates = [printed, ...childrenOf(article, 'ArticleDate')].map((date) => isoDate(text(childOf(date, 'Year')), text(childOf(date, 'Month')), text(childOf(date, 'Day'))))
  return [...dates, medlineDate(text(childOf(printed, 'MedlineDate')))].filter((date) => date !== null)
}

/** Numbers of trial registers among the data banks; gene and protein banks are no registrations. */
function registrationsOf(article: XmlElement | undefined): string[] {
  const banks = childrenOf(childOf(article, 'DataBankList'), 'DataBank')
  return banks.filter((bank) => !/^(?:GENBANK|PDB|GEO|RefSeq|SWISSPROT|SRA|BioProject|Dryad|figshare|OMIM|PIR|GDB|dbSNP|dbVar|dbGaP|PubChem.*|UniMES|UniProtKB|UniRef)$/i.test(text(childOf(bank, 'DataBankName'))))
    .flatMap((bank) => childrenOf(childOf(bank, 'AccessionNumberList'), 'AccessionNumber').map((number) => text(number))).filter((number) => number !== '')
}

function grantsOf(article: XmlElement | undefined): string[] {
  const grants = childrenOf(childOf(article, 'GrantList'), 'Grant').map((grant) => text(childOf(grant, 'Agency')))
  return [...new Set(grants.filter((agency) => agency !== ''))]
}

function linkOf(link: XmlElement): CitationLink {
  return { type: link.attributes['RefType'] ?? '', reference: text(childOf(link, 'RefSource')), pmid: cleanPmid(text(childOf(link, 'PMID'))) }
}
