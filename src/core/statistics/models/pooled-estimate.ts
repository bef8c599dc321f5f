import { normalTwoSidedP, zForLevel } from '../distributions/normal.ts'
import { tQuantile, tTwoSidedP } from '../distributions/student-t.ts'
import type { PooledEstimate } from './model-fit.ts'

/** An estimate with the Wald test and interval of its standard error: normal, or t with `df` degrees of freedom. */
export function pooledEstimate(estimate: number, se: number, level: number, df: number | null = null): PooledEstimate {
  const statistic = estimate === 0 && se === 0 ? 0 : estimate / se
  const reach = criticalValue(level, df) * se
  return { estimate, se, statistic, df, pValue: df === null ? normalTwoSidedP(statistic) : tTwoSidedP(statistic, df), ciLow: estimate - reach, ciHigh: estimate + reach }
}

/** Standard errors on either side of an estimate that make an interval of this level (0–1). */
export function criticalValue(level: number, df: number | null): number {
  return df === null ? zForLevel(level) : tQuantile((1 + level) / 2, df)
}
