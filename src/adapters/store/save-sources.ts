import type { Kysely } from 'kysely'
import { findAbbreviations } from '../../core/text/index.ts'
import { Fault, passageId, type Passage, type Source } from '../../core/model/index.ts'
import type { SaveCounts, SourceToStore, StateNotice } from '../../pipeline/ingest/ports.ts'
import { applyNotices } from './apply-notices.ts'
import { fromJsonColumn } from './json-column.ts'
import { inChunks, isCurrent } from './queries.ts'
import type { AbbreviationTable, SourceConceptTable, SourceVersionTable, StoreSchema } from './schema.ts'

type CurrentVersion = Pick<SourceVersionTable, 'source_id' | 'content_hash' | 'given_hash' | 'origin'>

/**
 * Writes the versions that are new as of `revision` and ends the ones they replace; runs inside a transaction. A
 * starter source never replaces what a person added under the same id.
 */
export async function saveSources(db: Kysely<StoreSchema>, batch: readonly SourceToStore[], revision: number): Promise<SaveCounts> {
  const byId = new Map(batch.map((entry) => [entry.source.id, entry]))
  const current = await currentVersions(db, [...byId.keys()])
  const notices = await noticesFor(db, [...byId.values()].flatMap(({ source }) => source.pmid ?? []))
  const versions: SourceVersionTable[] = []
  const concepts: SourceConceptTable[] = []
  const abbreviations: AbbreviationTable[] = []
  let added = 0
  let changed = 0
  for (const entry of byId.values()) {
    const held = current.get(entry.source.id)
    const { source, contentHash } = applyNotices(entry.source, entry.contentHash, notices)
    if (held !== undefined && (held.content_hash === contentHash || (held.origin === 'added' && entry.origin === 'starter'))) continue
    if (held === undefined) added += 1
    else changed += 1
    versions.push(versionRow(source, contentHash, entry, revision))
    concepts.push(...conceptRows(entry, revision))
    abbreviations.push(...abbreviationRows(source, revision))
  }
  await endVersions(db, versions.map(({ source_id }) => source_id).filter((id) => current.has(id)), revision)
  for (const rows of inChunks(versions, 100)) await db.insertInto('source_version').values(rows).execute()
  for (const rows of inChunks(concepts, 500)) await db.insertInto('source_concept').values(rows).execute()
  for (const rows of inChunks(abbreviations, 500)) await db.insertInto('abbreviation').values(rows).execute()
  return { added, changed, unchanged: batch.length - added - changed }
}

/** Writes again, with the notice in force, every current source that one of the targets names. */
export async function reviseNoticed(db: Kysely<StoreSchema>, targetPmids: readonly string[], revision: number): Promise<number> {
  let revised = 0
  for (const pmids of inChunks([...new Set(targetPmids)], 200)) {
    const held = await db.selectFrom('source_version').selectAll().where('pmid', 'in', pmids).where('until_revision', 'is', null).orderBy('source_id').execute()
    const notices = await noticesFor(db, pmids)
    for (const row of held) {
      const given: Source = { ...fromJsonColumn<Source>(row.document), retraction: fromJsonColumn<Source['retraction']>(row.given_retraction) }
      const { source, contentHash } = applyNotices(given, row.given_hash, notices)
      if (contentHash === row.content_hash) continue
      await endVersions(db, [row.source_id], revision)
      await db.insertInto('source_version').values({ ...row, document: JSON.stringify(source), retraction: source.retraction.state, content_hash: contentHash, since_revision: revision }).execute()
      for (const table of ['source_concept', 'abbreviation'] as const) await copyRows(db, table, row, revision)
      revised += 1
    }
  }
  return revised
}

/** Ends the current versions of these sources: from `revision` on they are no longer part of the home. */
export async function endVersions(db: Kysely<StoreSchema>, ids: readonly string[], revision: number): Promise<void> {
  for (const chunk of inChunks(ids, 500)) {
    await db.updateTable('source_version').set({ until_revision: revision }).where('source_id', 'in', chunk).where('until_revision', 'is', null).execute()
  }
}

async function copyRows(db: Kysely<StoreSchema>, table: 'source_concept' | 'abbreviation', from: SourceVersionTable, revision: number): Promise<void> {
  const rows = await db.selectFrom(table).selectAll().where('source_id', '=', from.source_id).where('since_revision', '=', from.since_revision).execute()
  for (const chunk of inChunks(rows, 500)) await db.insertInto(table).values(chunk.map((row) => ({ ...row, since_revision: revision }))).execute()
}

async function currentVersions(db: Kysely<StoreSchema>, ids: readonly string[]): Promise<Map<string, CurrentVersion>> {
  const found = new Map<string, CurrentVersion>()
  for (const chunk of inChunks(ids, 500)) {
    const rows = await db.selectFrom('source_version').select(['source_id', 'content_hash', 'given_hash', 'origin']).where('source_id', 'in', chunk).where(isCurrent()).execute()
    for (const row of rows) found.set(row.source_id, row)
  }
  return found
}

async function noticesFor(db: Kysely<StoreSchema>, pmids: readonly string[]): Promise<StateNotice[]> {
  const notices: StateNotice[] = []
  for (const chunk of inChunks(pmids, 500)) {
    const rows = await db.selectFrom('notice').selectAll().where('target_pmid', 'in', chunk).execute()
    notices.push(...rows.map((row) => ({ targetPmid: row.target_pmid, state: row.state, notice: row.notice })))
  }
  return notices
}

function versionRow(source: Source, contentHash: string, entry: SourceToStore, revision: number): SourceVersionTable {
  return {
    source_id: source.id,
    since_revision: revision,
    until_revision: null,
    content_hash: contentHash,
    given_hash: entry.contentHash,
    given_retraction: JSON.stringify(entry.source.retraction),
    origin: entry.origin,
    kind: source.kind,
    title: source.title,
    year: source.year,
    pmid: source.pmid,
    data_date: source.dataDate,
    retraction: source.retraction.state,
    structured: source.evidence === null ? 0 : 1,
    document: JSON.stringify(source),
    passages: JSON.stringify(entry.passages.map((passage) => packPassage(source, passage))),
    passage_count: entry.passages.length,
  }
}

function packPassage(source: Source, passage: Passage): [number, number, string] {
  const matches = passage.sourceId === source.id && passage.id === passageId(source.id, passage.start, passage.end) && passage.text === source.text.slice(passage.start, passage.end)
  if (!matches) throw new Fault('internal', `passage ${passage.id} is not a slice of the text of ${source.id}`, 'Please report this as a defect.')
  return [passage.start, passage.end, passage.section]
}

function conceptRows({ source, concepts }: SourceToStore, revision: number): SourceConceptTable[] {
  const rows = concepts.map(({ conceptId, role }): [string, SourceConceptTable] => [`${conceptId}\t${role}`, { source_id: source.id, since_revision: revision, concept_id: conceptId, role }])
  return [...new Map(rows).values()]
}

function abbreviationRows(source: Source, revision: number): AbbreviationTable[] {
  const rows = findAbbreviations(source.text).map(({ short, long }): [string, AbbreviationTable] => {
    const row = { source_id: source.id, since_revision: revision, short_key: abbreviationKey(short), long_form: long.toLowerCase() }
    return [`${row.short_key}\t${row.long_form}`, row]
  })
  return [...new Map(rows).values()]
}

/** An abbreviation as it is looked up: "IL-6", "IL 6" and "il6" are one. */
export function abbreviationKey(abbreviation: string): string {
  return abbreviation.toLowerCase().replace(/[\s\p{P}]+/gu, '')
}
