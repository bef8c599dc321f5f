import type { Source } from '../../../model/index.ts'

/** A state change that one document tells about another (retraction, erratum). */
export type StateChange = { readonly targetPmid: string; readonly state: 'retracted' | 'corrected' | 'expression-of-concern'; readonly notice: string }

/**
 * What a parser found.
 *
 * - `source`: a report, with what it says about other reports;
 * - `skipped`: a part that could not be read, and why; reading it again may help;
 * - `told`: nothing is wrong, but the reader should know (a book article is left out, PubMed deleted citations).
 */
export type ParsedItem =
  | { readonly kind: 'source'; readonly source: Source; readonly notices: readonly StateChange[] }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'told'; readonly reason: string }

/**
 * A parser that is given a document piece by piece. It never throws for what stands in the document: after a fault
 * that makes the rest unreadable it returns a `skipped` item and `stopped` is true.
 */
export interface PushParser {
  readonly stopped: boolean
  write(text: string): readonly ParsedItem[]
  end(): readonly ParsedItem[]
}
