import type { Source } from '../../model/index.ts'
import { ownState, stateChanges } from './citation-links.ts'
import type { MedlineRecord } from './medline-record.ts'
import { citationSourceId, classifyFunding, fundingSentence, isPrimaryStudy, newSource, registrationsIn, sourceKindOf, SourceText, studyIdOfRegistration, type ParsedItem } from './source/index.ts'

/**
 * The citable source of a MEDLINE citation: its title and abstract as text, and what PubMed knows about it.
 *
 * The study behind a report of one trial is the trial's registration when it names exactly one, else the citation.
 * Publication dates alone give `dataDate`; PubMed's revision date changes without any change a reader could see.
 */
export function sourceOfMedline(record: MedlineRecord): ParsedItem {
  const title = record.title.replace(/(?<!\.)\.$/, '')
  if (title === '') return { kind: 'skipped', reason: `citation ${record.pmid ?? 'without PMID'} has no title. Download it again.` }
  const text = new SourceText()
  text.section({ title: 'Title', kind: 'title' }, [title])
  writeParts(text, record.abstract, 'Abstract')
  writeParts(text, record.plainSummary, 'Plain-language summary')

  const abstract = record.abstract.map((part) => part.text).join(' ')
  const kind = sourceKindOf({ title, publicationTypes: record.publicationTypes, meshHeadings: record.meshHeadings, articleType: '', abstract })
  const registrations = [...new Set([...record.registrations, ...registrationsIn(abstract)])]
  const id = citationSourceId(record, title, text.text)
  const dates = record.dates.toSorted()
  const source = newSource({
    id,
    studyId: studyOf(kind, registrations) ?? (record.pmid === null ? null : `pmid:${record.pmid}`),
    kind,
    title,
    authors: [...record.authors],
    authorsEtAl: record.authorsEtAl,
    journal: record.journal,
    year: yearOf(dates),
    volume: record.volume,
    issue: record.issue,
    pages: record.pages,
    pmid: record.pmid,
    pmcid: record.pmcid,
    doi: record.doi,
    registrations,
    url: record.pmid !== null ? `https://pubmed.ncbi.nlm.nih.gov/${record.pmid}/` : record.doi === null ? null : `https://doi.org/${record.doi}`,
    retraction: ownState(record.links, record.publicationTypes),
    preprint: record.publicationTypes.includes('Preprint'),
    ...fundingOf(record, abstract),
    conflictsOfInterest: record.conflictsOfInterest,
    licence: record.copyright,
    meshHeadings: [...record.meshHeadings],
    publicationTypes: [...record.publicationTypes],
    keywords: [...record.keywords],
    textKind: 'abstract',
    text: text.text,
    sections: [...text.sections],
    dataDate: dates.at(-1) ?? null,
  })
  return { kind: 'source', source, notices: stateChanges(record.links, title, record.pmid) }
}

/** The study of a report: its registration when it is a primary study that names exactly one. */
export function studyOf(kind: Source['kind'], registrations: readonly string[]): string | null {
  const [only, ...more] = registrations
  return only === undefined || more.length > 0 || !isPrimaryStudy(kind) ? null : studyIdOfRegistration(only)
}

function writeParts(text: SourceText, parts: readonly { label: string; text: string }[], title: string): void {
  for (const part of parts) text.section({ title: part.label === '' ? title : part.label, kind: 'abstract', heading: part.label !== '' }, [part.text])
}

/** The earliest year of publication: what readers cite, and what "newer than" compares. */
function yearOf(sortedDates: readonly string[]): number | null {
  const year = Number(sortedDates[0]?.slice(0, 4))
  return Number.isInteger(year) && year > 0 ? year : null
}

/**
 * Funding by the words that name a funder: the abstract's own sentence and the grants. PubMed's type "Research
 * Support, Non-U.S. Gov't" covers charities and companies alike, so grants beside it do not prove public money alone.
 */
function fundingOf(record: MedlineRecord, abstract: string): Pick<Source, 'funding' | 'fundingNote'> {
  const sentence = fundingSentence(abstract)
  const support = record.publicationTypes.filter((type) => type.startsWith('Research Support'))
  const note = [sentence, record.grants.length === 0 ? null : `Grants: ${record.grants.join('; ')}`, ...support].filter((part) => part !== null).join('. ')
  const mayHideIndustry = support.some((type) => type.includes('Non-U.S.'))
  const stated = classifyFunding([sentence, record.grants.join('; ')].filter((part) => part !== null).join('; '))
  const funding = sentence === null && stated === 'public' && mayHideIndustry ? 'unclear' : stated
  return { funding, fundingNote: note === '' ? null : note }
}
