import { metaRegression } from '../models/meta-regression.ts'
import { fitModel, USUAL_LEVEL } from '../models/fit-model.ts'
import { fitAt } from '../models/design.ts'
import type { StudyEstimate } from '../models/study-estimate.ts'

export type TrimAndFill = {
  /** Studies that seem to be missing. */
  readonly k0: number
  /** The side of the funnel on which they are missing. */
  readonly side: 'left' | 'right'
  readonly estimate: number
  readonly se: number
  readonly ciLow: number
  readonly ciHigh: number
  /** The studies put in, for a funnel plot. */
  readonly filled: readonly StudyEstimate[]
}

const MOST_ROUNDS = 100

/**
 * Trim and fill with the estimator L₀ (Duval & Tweedie 2000a, 2000b): the most extreme studies are trimmed until the
 * funnel is even, then put back with their mirror images. The side is the one that the slope of Egger's regression under
 * the same model points to, as in metafor. Null for fewer than three studies.
 */
export function trimAndFill(model: 'FE' | 'DL', studies: readonly StudyEstimate[], level = USUAL_LEVEL): TrimAndFill | null {
  if (studies.length < 3) return null
  const side = sideOf(model, studies)
  const sign = side === 'right' ? -1 : 1
  const sorted = studies.map(({ yi, vi }) => ({ yi: sign * yi, vi })).toSorted((a, b) => a.yi - b.yi)
  let k0 = 0
  let centre = 0
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    centre = fitModel(model, sorted.slice(0, sorted.length - k0), { level })?.estimate ?? 0
    const next = missingStudies(sorted.map(({ yi }) => yi - centre))
    if (next === k0) break
    k0 = next
  }
  const filled = sorted.slice(sorted.length - k0).map(({ yi, vi }) => ({ yi: sign * (2 * centre - yi), vi }))
  const fit = fitModel(model, [...studies, ...filled], { level })
  return fit === null ? null : { k0, side, estimate: fit.estimate, se: fit.se, ciLow: fit.ciLow, ciHigh: fit.ciHigh, filled }
}

function sideOf(model: 'FE' | 'DL', studies: readonly StudyEstimate[]): 'left' | 'right' {
  const errors = studies.map(({ vi }) => Math.sqrt(vi))
  const slope = model === 'FE'
    ? fitAt({ studies, columns: [studies.map(() => 1), errors] }, 0)?.coefficients[1]
    : metaRegression('DL', studies, [{ name: 'se', values: errors }])?.estimate[1]
  return (slope ?? 0) < 0 ? 'right' : 'left'
}

/** L₀ = (4 T − k(k + 1)) / (2k − 1), T the ranks of the deviations above the centre; rounded, never negative. */
function missingStudies(deviations: readonly number[]): number {
  const k = deviations.length
  const ranked = deviations.toSorted((a, b) => Math.abs(a) - Math.abs(b))
  const above = ranked.reduce((sum, deviation, i) => sum + (deviation > 0 ? i + 1 : 0), 0)
  return Math.min(k - 1, Math.max(0, Math.round((4 * above - k * (k + 1)) / (2 * k - 1))))
}
