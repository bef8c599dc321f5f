import type { IndexedPassage } from '../../pipeline/ingest/ports.ts'
import type { Candidate, PassageFields } from '../../pipeline/retrieval/ports.ts'
import { searchTerms } from '../../core/text/index.ts'

/** A row of the LanceDB table. `version` names the source's version, by which its passages leave again. */
export type IndexRow = {
  readonly passage_id: string
  readonly source_id: string
  readonly version: string
  readonly start: number
  readonly end: number
  readonly section: string
  readonly kind: string
  readonly year: number | null
  /** Terms of title, headings and text, in this order, the fields parted by a bar, the terms by spaces. */
  readonly terms: string
}

/** Columns that a search reads. */
export const CANDIDATE_COLUMNS = ['passage_id', 'source_id', 'start', 'end', 'section', 'kind', 'year', 'terms'] as const

/** No term is a bar: terms are letters and digits. */
const FIELD_BREAK = ' | '

/** Names one version of a source in the index. */
export function versionKey(sourceId: string, contentHash: string): string {
  return `${contentHash} ${sourceId}`
}

/** The terms of a passage by field, as they are counted and searched. */
export function fieldsOf(passage: IndexedPassage): PassageFields<string[]> {
  return { title: searchTerms(passage.title), headings: passage.headings.flatMap(searchTerms), text: searchTerms(passage.text) }
}

/** A passage as a row of the index. */
export function toRow(passage: IndexedPassage, fields: PassageFields<readonly string[]>): IndexRow {
  return {
    passage_id: passage.id,
    source_id: passage.sourceId,
    version: versionKey(passage.sourceId, passage.contentHash),
    start: passage.start,
    end: passage.end,
    section: passage.section,
    kind: passage.kind,
    year: passage.year,
    terms: [fields.title, fields.headings, fields.text].map((terms) => terms.join(' ')).join(FIELD_BREAK),
  }
}

/** The terms of a stored field, in their order. */
export function readTerms(terms: string): PassageFields<readonly string[]> {
  const [title = '', headings = '', text = ''] = terms.split(FIELD_BREAK)
  return { title: splitTerms(title), headings: splitTerms(headings), text: splitTerms(text) }
}

function splitTerms(terms: string): readonly string[] {
  return terms === '' ? [] : terms.split(' ')
}

/** A row of the index as retrieval sees it. */
export function toCandidate(row: Omit<IndexRow, 'version'>): Candidate {
  return {
    passageId: row.passage_id,
    sourceId: row.source_id,
    start: row.start,
    end: row.end,
    section: row.section,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by toRow from a Source's kind
    kind: row.kind as Candidate['kind'],
    year: row.year,
    terms: readTerms(row.terms),
  }
}
