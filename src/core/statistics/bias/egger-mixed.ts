import { metaRegression } from '../models/meta-regression.ts'
import type { StudyEstimate } from '../models/study-estimate.ts'

export type EggerMixed = { readonly slope: number; readonly slopeSe: number; readonly z: number; readonly pValue: number; readonly limitEstimate: number }

/** Egger's test as a mixed-effects meta-regression on the standard error, REML (Sterne & Egger 2005; Viechtbauer 2010). */
export function eggerMixed(studies: readonly StudyEstimate[]): EggerMixed | null {
  const fit = metaRegression('REML', studies, [{ name: 'se', values: studies.map(({ vi }) => Math.sqrt(vi)) }])
  const [limitEstimate, slope] = fit?.estimate ?? []
  const slopeSe = fit?.se[1]
  const z = fit?.statistic[1]
  const pValue = fit?.pValue[1]
  if (limitEstimate === undefined || slope === undefined || slopeSe === undefined || z === undefined || pValue === undefined) return null
  return { slope, slopeSe, z, pValue, limitEstimate }
}
