import { fitModel, USUAL_LEVEL } from './fit-model.ts'
import type { InverseVarianceModel } from './model-fit.ts'
import type { StudyEstimate } from './study-estimate.ts'

/** The pool without each study in turn, in the order of the studies. */
export type LeaveOneOut = { readonly estimate: readonly number[]; readonly ciLow: readonly number[]; readonly ciHigh: readonly number[] }

/** Whether one study carries the result (Viechtbauer & Cheung 2010). Null for fewer than three studies. */
export function leaveOneOut(model: InverseVarianceModel, studies: readonly StudyEstimate[], level = USUAL_LEVEL): LeaveOneOut | null {
  if (studies.length < 3) return null
  const fits = studies.map((_, i) => fitModel(model, studies.toSpliced(i, 1), { level })).filter((fit) => fit !== null)
  return { estimate: fits.map(({ estimate }) => estimate), ciLow: fits.map(({ ciLow }) => ciLow), ciHigh: fits.map(({ ciHigh }) => ciHigh) }
}
