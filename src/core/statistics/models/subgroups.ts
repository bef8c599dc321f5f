import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { fitModel, USUAL_LEVEL } from './fit-model.ts'
import type { ModelFit } from './model-fit.ts'
import type { StudyEstimate } from './study-estimate.ts'

export type SubgroupModel = 'FE' | 'DL' | 'REML'
export const SUBGROUP_MODELS: readonly SubgroupModel[] = ['FE', 'DL', 'REML']

export type SubgroupFit = {
  readonly groups: readonly { readonly name: string; readonly fit: ModelFit }[]
  /** Q of the subgroups' estimates around their common mean; chi-square with one less than the groups as `df`. */
  readonly Qbetween: number
  readonly df: number
  readonly pValue: number
}

/**
 * Pools each subgroup with its own between-study variance and tests whether they differ (Borenstein & Higgins 2013;
 * Cochrane Handbook 10.11.3.1). Groups come in the order of their names; null for fewer than two.
 */
export function subgroups(model: SubgroupModel, studies: readonly (StudyEstimate & { readonly group: string })[], level = USUAL_LEVEL): SubgroupFit | null {
  const names = [...new Set(studies.map(({ group }) => group))].toSorted((a, b) => (a < b ? -1 : 1))
  const groups = names.flatMap((name) => {
    const fit = fitModel(model, studies.filter(({ group }) => group === name), { level })
    return fit === null ? [] : [{ name, fit }]
  })
  const between = fitModel('FE', groups.map(({ fit }) => ({ yi: fit.estimate, vi: fit.se ** 2 })))
  if (groups.length < 2 || between === null) return null
  return { groups, Qbetween: between.Q, df: between.Qdf, pValue: chiSquareUpperTail(between.Q, between.Qdf) }
}
