import type { Page } from '../core/formats/page-text/index.ts'
import type { Article, Audience, Source } from '../core/model/index.ts'
import type { ExtractedEvidence } from './appraisal/extraction/index.ts'
import type { DomainOverride } from './synthesis/index.ts'
import type { Audit } from './verification/index.ts'
import type { IngestProgress, IngestReport } from './ingest/ports.ts'

export type AskInput = {
  readonly question: string
  /** Facts of the case, one a line; they stay on this machine and never carry a literature citation. */
  readonly caseText: string | null
  readonly audience: Audience
  /** A reader's own judgement of GRADE domains, each with a reason and a name; they flow into certainty, verdict and text. */
  readonly overrides?: readonly DomainOverride[]
}

export type SearchHit = { readonly sourceId: string; readonly passageId: string; readonly score: number; readonly title: string; readonly text: string }

export type IngestOptions = { readonly signal?: AbortSignal; readonly onProgress?: (progress: IngestProgress) => void }

/** A document as it is told beside what was read from it. */
export type AppraisedDocument = ExtractedEvidence & {
  readonly source: Pick<Source, 'id' | 'title' | 'kind' | 'organization' | 'journal' | 'year' | 'pmid' | 'pmcid' | 'doi' | 'textKind' | 'retraction' | 'preprint'>
}

/** An audit with what it was made on: the snapshot searched, how many sources were held against the page, the engine. */
export type AuditOfPage = Audit & { readonly page: Page; readonly provenance: { readonly snapshot: string; readonly searchedAt: string | null; readonly considered: number; readonly engine: string } }

/** What one file says: its document, further documents where it holds several, and what could not be read. */
export type DocumentAppraisal = AppraisedDocument & {
  readonly others: readonly AppraisedDocument[]
  readonly skipped: readonly string[]
}

/**
 * The library's public API: what every door calls. Each method takes a question or paths and gives plain data; what
 * a user may meet is in the data (`no-evidence`, `skipped`), what should not happen is a thrown Fault.
 */
export interface Engine {
  ask(input: AskInput): Promise<Article>
  search(query: string, k: number): Promise<{ readonly hits: readonly SearchHit[] }>
  ingest(paths: readonly string[], options?: IngestOptions): Promise<IngestReport>
  /**
   * Findings, recommendations, design and independence of the document in a file, each with the words it was read from.
   * Nothing is kept. Throws a Fault when the file holds no document that can be read.
   */
  appraiseDocument(path: string): Promise<DocumentAppraisal>
  /**
   * The page in a file (Markdown, HTML or text), claim by claim against what is held, and what it leaves out. The page is
   * data: nothing in it is followed or run, and nothing of it is kept. Throws a Fault when the file cannot be read.
   */
  audit(path: string): Promise<AuditOfPage>
  /** One source with its text, so that anyone can check a quote; null when this home does not hold it. */
  source(id: string): Promise<Source | null>
  /** What is set up, what leaves this machine, what is missing. */
  status(): Promise<EngineStatus>
  close(): Promise<void>
}

export type EngineStatus = {
  readonly home: string
  readonly writable: boolean
  readonly snapshot: { readonly id: string; readonly date: string | null; readonly sources: number } | null
  readonly passages: number | null
  readonly indexInStep: boolean
  readonly newerSnapshotOnItsWay: boolean
  readonly retracted: number
  readonly starterLibrary: string | null
}
