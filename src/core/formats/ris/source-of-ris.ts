import type { SourceKind } from '../../model/index.ts'
import { citationSourceId, cleanDoi, cleanPmcid, cleanPmid, initialsOf, isoDate, newSource, registrationsIn, sourceKindOf, SourceText, studyOf, tidy, type ParsedItem } from '../pubmed/index.ts'
import { valueOf, valuesOf, type TaggedField } from './tagged-lines.ts'

/** RIS reference types that fix a kind of report; a journal article is read from its title and abstract. */
const KIND_OF_TYPE: Readonly<Record<string, SourceKind>> = { STAT: 'policy', BILL: 'policy', LEGAL: 'policy', GOVDOC: 'policy' }

/** The source of one RIS record (EndNote, Zotero, Cochrane, Embase … exports): title and abstract. */
export function sourceOfRis(record: readonly TaggedField[]): ParsedItem {
  const title = tidy(valueOf(record, 'TI', 'T1', 'CT', 'BT')).replace(/(?<!\.)\.$/, '')
  if (title === '') return { kind: 'skipped', reason: `a RIS record (${valueOf(record, 'DO', 'UR', 'ID') || 'without identifier'}) has no title (TI or T1). Export it again.` }
  const abstract = tidy(valueOf(record, 'AB', 'N2'))
  const text = new SourceText()
  text.section({ title: 'Title', kind: 'title' }, [title])
  text.section({ title: 'Abstract', kind: 'abstract' }, [abstract])

  const type = valueOf(record, 'TY')
  const kind = KIND_OF_TYPE[type] ?? sourceKindOf({ title, publicationTypes: valuesOf(record, 'M3'), meshHeadings: [], articleType: '', abstract })
  const doi = cleanDoi(valueOf(record, 'DO')) ?? valuesOf(record, 'UR', 'M3', 'L3').map((link) => cleanDoi(link)).find((link) => link !== null) ?? null
  const pmid = pmidOf(record)
  const date = dateOf(record)
  const registrations = registrationsIn(`${title} ${abstract}`)
  const [first, last] = [valueOf(record, 'SP'), valueOf(record, 'EP')]
  const source = newSource({
    id: citationSourceId({ pmid, doi }, title, text.text),
    studyId: studyOf(kind, registrations) ?? (pmid === null ? null : `pmid:${pmid}`),
    kind,
    title,
    authors: valuesOf(record, 'AU', 'A1').map((author) => nameOf(author)),
    organization: tidy(valueOf(record, 'PB')) || null,
    journal: tidy(valueOf(record, 'J2', 'JA', 'JO', 'JF', 'T2')) || null,
    year: date === null ? null : Number(date.slice(0, 4)),
    volume: valueOf(record, 'VL') || null,
    issue: valueOf(record, 'IS') || null,
    pages: last === '' || last === first || first.includes('-') ? first || null : `${first}-${last}`,
    pmid,
    pmcid: cleanPmcid(valueOf(record, 'C2')),
    doi,
    registrations,
    url: valuesOf(record, 'UR', 'L2').find((link) => /^https?:\/\//.test(link)) ?? (doi === null ? null : `https://doi.org/${doi}`),
    keywords: [...new Set(valuesOf(record, 'KW').map((keyword) => tidy(keyword)))],
    preprint: /preprint/i.test(valueOf(record, 'M3')),
    textKind: 'abstract',
    text: text.text,
    sections: [...text.sections],
    dataDate: date,
  })
  return { kind: 'source', source, notices: [] }
}

/** "Surname, Given Names" → "Surname GN"; a name without a comma is a group's, or already short. */
function nameOf(author: string): string {
  const [surname = '', given = '', suffix = ''] = author.split(',').map((part) => tidy(part))
  return [surname, initialsOf(given), suffix].filter((part) => part !== '').join(' ')
}

/** A PMID only where the record says that the number is one: "AN" is whatever the database counts by. */
function pmidOf(record: readonly TaggedField[]): string | null {
  const database = valuesOf(record, 'DB', 'DP').join(' ')
  const stated = valuesOf(record, 'C1', 'C7', 'M1', 'N1', 'UR', 'AN').map((value) => /(?:PMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/)(\d{1,9})/i.exec(value)?.[1]).find((id) => id !== undefined)
  return cleanPmid(stated) ?? (/pubmed|medline/i.test(database) ? cleanPmid(valueOf(record, 'AN')) : null)
}

function dateOf(record: readonly TaggedField[]): string | null {
  const parts = valueOf(record, 'DA', 'Y1', 'PY').split(/[/-]/)
  return isoDate(parts[0], parts[1], parts[2]) ?? isoDate(valueOf(record, 'PY', 'Y1'))
}
