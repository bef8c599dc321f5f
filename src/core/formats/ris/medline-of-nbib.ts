import { cleanDoi, cleanPmcid, cleanPmid, medlineDate, tidy, type AbstractPart, type CitationLink, type MedlineRecord } from '../pubmed/index.ts'
import { valueOf, valuesOf, type TaggedField } from './tagged-lines.ts'

/** NBIB tags for the links of PubMed's XML. */
const LINKS: Readonly<Record<string, string>> = {
  RIN: 'RetractionIn', ROF: 'RetractionOf', EIN: 'ErratumIn', EFR: 'ErratumFor', ECI: 'ExpressionOfConcernIn', ECF: 'ExpressionOfConcernFor',
  RRI: 'RetractedandRepublishedIn', RRF: 'RetractedandRepublishedFrom', CRI: 'CorrectedandRepublishedIn', CRF: 'CorrectedandRepublishedFrom',
}

/** Reads one citation of PubMed's tagged form (a ".nbib" file), with the same meaning as its XML. */
export function medlineOfNbib(record: readonly TaggedField[]): MedlineRecord {
  const doi = [...valuesOf(record, 'LID', 'AID')].find((id) => id.endsWith('[doi]'))?.replace(/\s*\[doi\]$/, '')
  return {
    pmid: cleanPmid(valueOf(record, 'PMID')),
    pmcid: cleanPmcid(valueOf(record, 'PMC')),
    doi: cleanDoi(doi),
    title: tidy(valueOf(record, 'TI', 'BTI', 'TT')),
    abstract: labelledParts(valueOf(record, 'AB')),
    plainSummary: [],
    authors: [...valuesOf(record, 'AU'), ...valuesOf(record, 'CN')].map((name) => tidy(name)),
    authorsEtAl: false,
    journal: tidy(valueOf(record, 'TA', 'JT')) || null,
    volume: valueOf(record, 'VI') || null,
    issue: valueOf(record, 'IP') || null,
    pages: valueOf(record, 'PG') || null,
    dates: [valueOf(record, 'DP'), electronicDate(valueOf(record, 'DEP'))].map((date) => medlineDate(date)).filter((date) => date !== null),
    meshHeadings: [...new Set(valuesOf(record, 'MH').map((heading) => tidy(heading.split('/')[0]?.replaceAll('*', '') ?? '')))],
    publicationTypes: valuesOf(record, 'PT'),
    keywords: valuesOf(record, 'OT').map((keyword) => tidy(keyword.replace(/^\*/, ''))),
    registrations: valuesOf(record, 'SI').filter((id) => /^(?:ClinicalTrials\.gov|ISRCTN|EudraCT|ANZCTR|ChiCTR|CTRI|DRKS|UMIN\w*|JPRN|NTR|IRCT|PACTR)/i.test(id)).map((id) => id.slice(id.indexOf('/') + 1)),
    grants: [...new Set(valuesOf(record, 'GR').map((grant) => tidy(grant.split('/').at(-2) ?? grant)))],
    conflictsOfInterest: tidy(valueOf(record, 'COIS')) || null,
    copyright: tidy(valueOf(record, 'CI')) || null,
    links: record.flatMap(({ tag, value }) => linkOf(tag, value)),
  }
}

/** "20180517" → "2018 05 17". */
function electronicDate(date: string): string {
  return date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1 $2 $3')
}

function linkOf(tag: string, value: string): CitationLink[] {
  const type = LINKS[tag]
  if (type === undefined) return []
  const pmid = /PMID: ?(\d+)/.exec(value)?.[1]
  return [{ type, reference: tidy(value.replace(/\.?\s*PMID: ?\d+.*$/, '.')), pmid: cleanPmid(pmid) }]
}

/** "BACKGROUND: … METHODS: …" in its parts. Fewer than two labels are no structure. */
function labelledParts(abstract: string): AbstractPart[] {
  const text = tidy(abstract)
  if (text === '') return []
  const labels = [...text.matchAll(/(?:^|(?<=[.!?)] ))([A-Z][A-Z ,/&()'’-]{3,60}): /g)]
  if (labels.length < 2 || labels[0]?.index !== 0) return [{ label: '', text }]
  return labels.map((match, at) => {
    const label = match[1] ?? ''
    const part = text.slice(match.index + match[0].length, labels[at + 1]?.index ?? text.length)
    return { label: label.charAt(0) + label.slice(1).toLowerCase(), text: part.trim() }
  }).filter((part) => part.text !== '')
}
