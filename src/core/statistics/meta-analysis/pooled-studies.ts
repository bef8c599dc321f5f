import { criticalValue } from '../models/pooled-estimate.ts'
import type { StudyEstimate } from '../models/study-estimate.ts'
import { effectSizeOf } from '../effect-sizes/effect-size-of.ts'
import { leftOut, type EffectSize } from '../effect-sizes/effect-size.ts'
import type { InputStudy, MetaAnalysisInput } from './meta-analysis-input.ts'
import type { PooledStudy } from './pooled-analysis.ts'

/** A study beside its effect size. */
export type SizedStudy = { readonly input: InputStudy; readonly size: EffectSize }

/** The effect size of every study, in order. */
export function sizeStudies({ studies, measure, zeroCells }: MetaAnalysisInput): SizedStudy[] {
  return studies.map((input) => ({ input, size: typeof input.data === 'string' ? leftOut(input.data) : effectSizeOf(input.data, measure, zeroCells) }))
}

/** The estimates that enter, with the study each belongs to. */
export function includedStudies(sized: readonly SizedStudy[]): (StudyEstimate & { readonly input: InputStudy })[] {
  return sized.flatMap(({ input, size }) => (size.isIncluded ? [{ yi: size.yi, vi: size.vi, input }] : []))
}

/** The studies as they are shown, with their own intervals and their weights at the τ² of the headline model (null: none). */
export function pooledStudies(sized: readonly SizedStudy[], tau2: number | null, level: number): PooledStudy[] {
  const z = criticalValue(level, null)
  const total = includedStudies(sized).reduce((sum, { vi }) => sum + 1 / (vi + (tau2 ?? 0)), 0)
  return sized.map(({ input: { study, group }, size }) => {
    const { yi, vi } = size
    const reach = yi === null || vi === null || !(vi > 0) ? null : z * Math.sqrt(vi)
    return {
      study, group, yi, vi,
      ciLow: yi === null || reach === null ? null : yi - reach,
      ciHigh: yi === null || reach === null ? null : yi + reach,
      included: size.isIncluded,
      reason: size.isIncluded ? null : size.reason,
      isCorrected: size.isIncluded && size.isCorrected,
      weightPercent: size.isIncluded && tau2 !== null ? 100 / (size.vi + tau2) / total : null,
    }
  })
}
