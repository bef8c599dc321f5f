import type { InputType } from './study-data.ts'

/** Effect measures, by their names in metafor: odds, risk, hazard and rate ratio, risk and mean difference, and so on. */
export const MEASURES = ['OR', 'RR', 'RD', 'HR', 'IRR', 'MD', 'SMD', 'ROM', 'PLO', 'PR', 'ZCOR', 'generic'] as const
export type Measure = (typeof MEASURES)[number]

/** The scale estimates are pooled on. */
export type Scale = 'log' | 'logit' | 'fisherZ' | 'raw'

type MeasureFacts = {
  readonly name: string
  readonly scale: Scale
  /** Kinds of data the measure is computed from; an estimate with its variance can be of any measure. */
  readonly from: InputType | null
  /** Value of no effect as it is read (1 for a ratio); null where there is none. */
  readonly noEffect: number | null
}

export const MEASURE_FACTS: Readonly<Record<Measure, MeasureFacts>> = {
  OR: { name: 'odds ratio', scale: 'log', from: '2x2', noEffect: 1 },
  RR: { name: 'risk ratio', scale: 'log', from: '2x2', noEffect: 1 },
  RD: { name: 'risk difference', scale: 'raw', from: '2x2', noEffect: 0 },
  HR: { name: 'hazard ratio', scale: 'log', from: null, noEffect: 1 },
  IRR: { name: 'incidence rate ratio', scale: 'log', from: 'rates', noEffect: 1 },
  MD: { name: 'mean difference', scale: 'raw', from: 'means', noEffect: 0 },
  SMD: { name: 'standardized mean difference (Hedges’ g)', scale: 'raw', from: 'means', noEffect: 0 },
  ROM: { name: 'ratio of means', scale: 'log', from: 'means', noEffect: 1 },
  PLO: { name: 'proportion (pooled as logit)', scale: 'logit', from: 'proportion', noEffect: null },
  PR: { name: 'proportion', scale: 'raw', from: 'proportion', noEffect: null },
  ZCOR: { name: 'correlation (pooled as Fisher’s z)', scale: 'fisherZ', from: 'correlation', noEffect: 0 },
  generic: { name: 'estimate', scale: 'raw', from: null, noEffect: 0 },
}

/** The measure a kind of data is pooled as unless told otherwise; null where nothing can be assumed. */
export const USUAL_MEASURE: Readonly<Record<InputType, Measure | null>> = {
  '2x2': 'RR', means: 'MD', rates: 'IRR', proportion: 'PLO', correlation: 'ZCOR', generic: null,
}

/** Whether a measure can be computed from this kind of data. */
export function isMeasureOf(measure: Measure, inputType: InputType): boolean {
  return inputType === 'generic' || MEASURE_FACTS[measure].from === inputType
}
