import type { RankCorrelation } from '../bias/kendall-rank-correlation.ts'
import type { EggerLinear } from '../bias/egger-linear.ts'
import type { EggerMixed } from '../bias/egger-mixed.ts'
import type { TrimAndFill } from '../bias/trim-and-fill.ts'
import type { Measure, Scale } from '../effect-sizes/measure.ts'
import type { InputType } from '../effect-sizes/study-data.ts'
import type { ZeroCellRule } from '../effect-sizes/zero-cell-rule.ts'
import type { LeaveOneOut } from '../models/leave-one-out.ts'
import type { CountsFit, MantelHaenszelFit } from '../models/mantel-haenszel.ts'
import type { MetaRegressionFit, MetaRegressionModel } from '../models/meta-regression.ts'
import type { InverseVarianceModel, ModelFit, ModelName } from '../models/model-fit.ts'
import type { HeterogeneityInterval } from '../models/q-profile.ts'
import type { SubgroupFit, SubgroupModel } from '../models/subgroups.ts'

/** One study in the result; `yi` and `vi` on the scale of the pool, null where they are undefined. */
export type PooledStudy = {
  readonly study: string
  readonly yi: number | null
  readonly vi: number | null
  readonly ciLow: number | null
  readonly ciHigh: number | null
  readonly included: boolean
  /** Why it does not enter; null when it does. */
  readonly reason: string | null
  /** Whether the zero-cell correction was applied. */
  readonly isCorrected: boolean
  /** Share of the headline model's weight, percent; null where it does not enter or that model weighs counts. */
  readonly weightPercent: number | null
  readonly group: string | null
}

/** All models of one analysis. Null: not to be had from these studies. Every figure is on the `scale` of the pool. */
export type Models = Readonly<Record<InverseVarianceModel, ModelFit | null>> & {
  readonly MH: MantelHaenszelFit | null
  readonly PETO: CountsFit | null
}

/** Small-study effects; tests for asymmetry have little power below ten studies (Cochrane Handbook 13.3.5.4). */
export type BiasTests = {
  readonly eggerLm: EggerLinear | null
  readonly eggerMixedReml: EggerMixed | null
  readonly beggRank: RankCorrelation | null
  readonly trimFillL0_FE: TrimAndFill | null
  readonly trimFillL0_DL: TrimAndFill | null
}

export type PooledAnalysis = {
  readonly id: string | null
  readonly title: string | null
  readonly outcome: string | null
  readonly source: string | null
  readonly inputType: InputType
  readonly measure: Measure
  readonly scale: Scale
  readonly unit: string | null
  readonly zeroCells: ZeroCellRule
  /** Confidence level of all intervals, 0–1. */
  readonly level: number
  /** Studies that enter the inverse-variance models. */
  readonly k: number
  readonly studies: readonly PooledStudy[]
  /** The model shown first and why it was chosen; null when there is nothing to pool. */
  readonly headline: { readonly model: ModelName; readonly why: string } | null
  readonly models: Models
  /** Intervals of τ² and I². */
  readonly heterogeneityInterval: HeterogeneityInterval | null
  readonly bias: BiasTests | null
  readonly leaveOneOut: Readonly<Record<'FE' | 'DL' | 'REML', LeaveOneOut | null>> | null
  readonly subgroups: Readonly<Record<SubgroupModel, SubgroupFit | null>> | null
  readonly metaRegression: Readonly<Record<MetaRegressionModel, MetaRegressionFit | null>> | null
  /** What a reader must know: corrections, studies left out, tests not done and why. */
  readonly notes: readonly string[]
}
