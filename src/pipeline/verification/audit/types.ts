import type { Claim } from '../../../core/model/index.ts'

/** What the audit says of one sentence of a page; `cannot-tell` where nothing held speaks to it. */
export type AuditVerdict = Claim['check']['verdict'] | 'cannot-tell'

/** Ways in which a sentence of an answer page goes wrong. */
export type ProblemKind =
  | 'number' | 'unit' | 'direction' | 'negation' | 'arms' | 'population' | 'time' | 'outcome' | 'intervention' | 'hedge' | 'cause'
  | 'subgroup' | 'uncontrolled' | 'silence' | 'position' | 'strength' | 'outdated' | 'source' | 'retracted' | 'self-citation' | 'case-citation' | 'counting' | 'wording'

/** One thing wrong with a sentence, in words, and how much it weighs. */
export type Problem = { readonly kind: ProblemKind; readonly verdict: Exclude<AuditVerdict, 'supported' | 'cannot-tell'>; readonly why: string }

/** A sentence of a page as found: its visible words and where it stands in the file. */
export type PageClaim = {
  readonly text: string
  /** The same as a sentence of its own: for a row of a table, its cells with the heads of their columns. */
  readonly said: string
  readonly start: number
  readonly end: number
  readonly kind: 'evidence' | 'guideline' | 'case-fact' | 'definition' | 'advice'
  /** Labels of the references it cites, in order. */
  readonly marks: readonly string[]
  readonly heading: string
}

/** Words of a source that a verdict stands on; the quote is the source's text at its offsets. */
export type AuditEvidence = { readonly sourceId: string; readonly quote: string; readonly start: number; readonly end: number }

export type AuditedClaim = Omit<PageClaim, 'marks' | 'heading' | 'said'> & {
  /** What it cites: the label and the source held for it, null where none is. */
  readonly citations: readonly { readonly label: string; readonly sourceId: string | null }[]
  readonly check: { readonly verdict: AuditVerdict; readonly why: string; readonly kind: ProblemKind | null }
  readonly evidence: readonly AuditEvidence[]
}

/** What is wrong with the page as a whole, or worth saying first. */
export type AuditFinding = {
  readonly kind: 'contradicted' | 'silence-read-as-position' | 'borrowed-number' | 'outdated-guideline' | 'missing-pivotal-trial' | 'missing-harm' | 'self-citation' | 'retracted-support' | 'case-fact-cited' | 'counted-twice' | 'wrong-source' | 'cut-short'
  /** Index of the claim, null for the page as a whole. */
  readonly claim: number | null
  readonly text: string
}

/** The audit of one page. `score` is the share (0–1) of its checkable claims that are supported; null without any. */
export type Audit = {
  readonly title: string | null
  /** The question the page answers as understood, and the verdict that the library gives on it. */
  readonly topic: { readonly question: string; readonly stance: string; readonly certainty: string | null } | null
  readonly score: number | null
  readonly counts: Readonly<Record<AuditVerdict, number>>
  readonly claims: readonly AuditedClaim[]
  readonly findings: readonly AuditFinding[]
}
