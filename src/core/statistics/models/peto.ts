import type { TwoByTwo } from '../effect-sizes/study-data.ts'
import { expectedEvents } from './expected-events.ts'
import { USUAL_LEVEL } from './fit-model.ts'
import { homogeneityAround, type CountsFit } from './mantel-haenszel.ts'
import { pooledEstimate } from './pooled-estimate.ts'

/**
 * Peto's one-step log odds ratio Σ(O − E) / ΣV with variance 1/ΣV: for rare events, balanced groups and small effects
 * (Yusuf et al. 1985; Cochrane Handbook 10.4.2). Null where no study has events.
 */
export function peto(studies: readonly TwoByTwo[], level = USUAL_LEVEL): CountsFit | null {
  const informative = studies.map((study) => expectedEvents(study)).filter(({ variance }) => variance > 0)
  const variance = informative.reduce((sum, study) => sum + study.variance, 0)
  if (!(variance > 0)) return null
  const estimate = informative.reduce((sum, { observed, expected }) => sum + observed - expected, 0) / variance
  const sizes = informative.map((study) => ({ yi: (study.observed - study.expected) / study.variance, vi: 1 / study.variance }))
  return { ...pooledEstimate(estimate, Math.sqrt(1 / variance), level), ...homogeneityAround(estimate, sizes) }
}
