/** How the between-study variance is estimated: not at all (common effect), DerSimonian–Laird, REML, Paule–Mandel. */
export type Tau2Method = 'FE' | 'DL' | 'REML' | 'PM'
/** `_HK`: Knapp–Hartung. `_HKadhoc`: likewise, but never narrower than the normal interval. */
export type InverseVarianceModel = 'FE' | `${Exclude<Tau2Method, 'FE'>}${'' | '_HK' | '_HKadhoc'}`
export type ModelName = InverseVarianceModel | 'MH' | 'PETO'

export const INVERSE_VARIANCE_MODELS = ['FE', 'DL', 'DL_HK', 'DL_HKadhoc', 'REML', 'REML_HK', 'REML_HKadhoc', 'PM', 'PM_HK', 'PM_HKadhoc'] as const satisfies readonly InverseVarianceModel[]
export const MODEL_NAMES: readonly ModelName[] = [...INVERSE_VARIANCE_MODELS, 'MH', 'PETO']

/** A pooled estimate with its test and interval, on the scale of the pool. */
export type PooledEstimate = {
  readonly estimate: number
  readonly se: number
  readonly statistic: number
  /** Degrees of freedom of the t distribution; null where the normal one is used. */
  readonly df: number | null
  readonly pValue: number
  readonly ciLow: number
  readonly ciHigh: number
}

/** Cochran's test of homogeneity. */
export type HomogeneityTest = { readonly Q: number; readonly Qdf: number; readonly Qp: number }

/** One inverse-variance model of k studies, in the names of metafor. Null is what cannot be had from so few studies. */
export type ModelFit = PooledEstimate & HomogeneityTest & {
  readonly k: number
  readonly tau2: number
  readonly tau: number
  /** Percent. */
  readonly I2: number
  readonly H2: number
  /** Prediction interval with the distribution of the model's own interval; null for a common effect. */
  readonly piLow: number | null
  readonly piHigh: number | null
  /** Prediction interval with t and k − 2 degrees of freedom. */
  readonly piLowT: number | null
  readonly piHighT: number | null
}
