import type { Measure } from '../effect-sizes/measure.ts'
import type { InputType, StudyData } from '../effect-sizes/study-data.ts'
import type { ZeroCellRule } from '../effect-sizes/zero-cell-rule.ts'
import type { ModelName } from '../models/model-fit.ts'

/** One study of a meta-analysis, as validated. */
export type InputStudy = {
  /** Its name for a reader. */
  readonly study: string
  /** What it reports; a string says why nothing of it can be used ("events1 is missing"). */
  readonly data: StudyData | string
  /** The subgroup it belongs to; null where not stated. */
  readonly group: string | null
  /** Values for meta-regression by moderator; null where not stated. */
  readonly moderators: Readonly<Record<string, number | null>>
}

/** A meta-analysis to be computed: every study of one kind of data, one measure, one unit. */
export type MetaAnalysisInput = {
  readonly id: string | null
  readonly title: string | null
  readonly outcome: string | null
  /** Where the numbers come from. */
  readonly source: string | null
  readonly inputType: InputType
  readonly measure: Measure
  /** Unit of a mean difference or of the person-time, for display. */
  readonly unit: string | null
  readonly zeroCells: ZeroCellRule
  /** Name of the column of subgroups; null without. */
  readonly group: string | null
  readonly moderators: readonly string[]
  /** The model to show first; null lets the number of studies decide. */
  readonly model: ModelName | null
  readonly studies: readonly InputStudy[]
}
