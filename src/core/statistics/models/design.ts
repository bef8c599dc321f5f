import type { StudyEstimate } from './study-estimate.ts'
import { weightedRegression, type WeightedFit } from './weighted-regression.ts'

/** Studies and the columns of the model matrix; the intercept alone when nothing else is asked. */
export type Design = { readonly studies: readonly StudyEstimate[]; readonly columns: readonly (readonly number[])[] }

/** The design of a pool without moderators: one column of ones. */
export function interceptOnly(studies: readonly StudyEstimate[]): Design {
  return { studies, columns: [studies.map(() => 1)] }
}

/** The fit at one value of the between-study variance: weights 1 / (vᵢ + τ²). Null where the columns depend on each other. */
export function fitAt({ studies, columns }: Design, tau2: number): WeightedFit | null {
  return weightedRegression(studies.map(({ yi }) => yi), studies.map(({ vi }) => 1 / (vi + tau2)), columns)
}

/** Degrees of freedom of the residuals. */
export function residualDegrees({ studies, columns }: Design): number {
  return studies.length - columns.length
}
