import type { SourceKind } from '../../core/model/index.ts'
import type { SourceConcept, SourceToStore } from '../../pipeline/ingest/ports.ts'

/**
 * One version of a source, never changed once written except for the revision at which it stopped being current.
 * A reader of revision R sees the versions with `since_revision <= R` and `until_revision` null or `> R`, so an
 * ingest under way never disturbs it.
 */
export type SourceVersionTable = {
  readonly source_id: string
  readonly since_revision: number
  readonly until_revision: number | null
  /** Hash after notices (a retraction changes it); what snapshots and the index know. */
  readonly content_hash: string
  /** Hash as ingest gave it: equal input is recognised whatever notices did to it. */
  readonly given_hash: string
  /** The source's own retraction state as JSON, before any notice: what notices are applied to. */
  readonly given_retraction: string
  readonly origin: SourceToStore['origin']
  readonly kind: SourceKind
  readonly title: string
  readonly year: number | null
  readonly pmid: string | null
  readonly data_date: string | null
  readonly retraction: 'none' | 'retracted' | 'corrected' | 'expression-of-concern'
  /** 1 for a source with structured evidence, 0 for one of text alone. */
  readonly structured: 0 | 1
  /** The Source as JSON. */
  readonly document: string
  /** Passages as JSON: `[start, end, section][]`; their text is the source's own. */
  readonly passages: string
  readonly passage_count: number
}

export type SourceConceptTable = { readonly source_id: string; readonly since_revision: number; readonly concept_id: string; readonly role: SourceConcept['role'] }

/** `short_key` is the abbreviation in lower case without spaces and hyphens, as people type it. */
export type AbbreviationTable = { readonly source_id: string; readonly since_revision: number; readonly short_key: string; readonly long_form: string }

export type NoticeTable = { readonly target_pmid: string; readonly state: 'retracted' | 'corrected' | 'expression-of-concern'; readonly notice: string }

export type IngestedFileTable = { readonly fingerprint: string; readonly sources: number; readonly passages: number }

/** Single facts of the home: `latest-revision`, `published-snapshot` (JSON), `starter-version`. */
export type HomeStateTable = { readonly key: string; readonly value: string }

/** At most one row: who writes now. `token` fences off a writer that was thought dead. */
export type WriterLockTable = { readonly id: number; readonly owner: string; readonly pid: number; readonly host: string; readonly token: string; readonly heartbeat_ms: number }

/** One row for each distinct content an article id has had here; `version` counts from 1. */
export type ArticleVersionTable = { readonly article_id: string; readonly content_hash: string; readonly version: number }

export type StoreSchema = {
  readonly source_version: SourceVersionTable
  readonly source_concept: SourceConceptTable
  readonly abbreviation: AbbreviationTable
  readonly notice: NoticeTable
  readonly ingested_file: IngestedFileTable
  readonly home_state: HomeStateTable
  readonly writer_lock: WriterLockTable
  readonly article_version: ArticleVersionTable
}
