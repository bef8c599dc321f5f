import type { MetaAnalysisInput, Measure, ModelName } from '../../statistics/index.ts'

/** A number or a form that cannot be right, and where it stands. */
export type ReadingProblem = {
  /** "study 3 (Smith 2001), events1" or "line 4 (Smith 2001), column events1". */
  readonly place: string
  /** What is wrong, in words that make a sentence after the place. */
  readonly message: string
}

/** The analyses of a file; or, where a single number is bad, what and where, and nothing to pool. */
export type MetaAnalysesReading =
  | { readonly kind: 'read'; readonly analyses: readonly MetaAnalysisInput[] }
  | { readonly kind: 'refused'; readonly problems: readonly ReadingProblem[] }

/** What a person says beside the file; it wins over what the file says. */
export type ReadingWishes = {
  readonly measure?: Measure
  readonly model?: ModelName
  /** Column of subgroups. */
  readonly group?: string
  /** Columns for meta-regression. */
  readonly moderators?: readonly string[]
}
