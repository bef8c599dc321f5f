import { sourceOfMedline, type ParsedItem } from '../pubmed/index.ts'
import { medlineOfNbib } from './medline-of-nbib.ts'
import { sourceOfRis } from './source-of-ris.ts'
import { taggedRecords } from './tagged-lines.ts'

/** Reads a RIS file: one source a record; a record without a title is told and passed over. */
export function parseRis(text: string): ParsedItem[] {
  return atLeastOne(taggedRecords(text, 'ER').map((record) => sourceOfRis(record)), 'RIS')
}

/** Reads PubMed's tagged export (NBIB, "MEDLINE format"). */
export function parseNbib(text: string): ParsedItem[] {
  return atLeastOne(taggedRecords(text, 'PMID').map((record) => sourceOfMedline(medlineOfNbib(record))), 'NBIB')
}

function atLeastOne(items: ParsedItem[], format: string): ParsedItem[] {
  return items.length > 0 ? items : [{ kind: 'skipped', reason: `no ${format} record in this file. Export it again.` }]
}
