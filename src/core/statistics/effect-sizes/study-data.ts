/** What one study reports, by kind. Group 1 is the experimental group, group 2 the control. */
export type StudyData =
  | TwoByTwo
  | TwoMeans
  | TwoRates
  | Proportion
  | Correlation
  | GenericEstimate

export type TwoByTwo = { readonly kind: '2x2'; readonly events1: number; readonly total1: number; readonly events2: number; readonly total2: number }
export type TwoMeans = { readonly kind: 'means'; readonly mean1: number; readonly sd1: number; readonly n1: number; readonly mean2: number; readonly sd2: number; readonly n2: number }
/** Events over person-time; both groups in the same unit of time. */
export type TwoRates = { readonly kind: 'rates'; readonly events1: number; readonly time1: number; readonly events2: number; readonly time2: number }
export type Proportion = { readonly kind: 'proportion'; readonly events: number; readonly total: number }
export type Correlation = { readonly kind: 'correlation'; readonly r: number; readonly n: number }
/** An estimate and its variance on the scale it is pooled on: the log for ratios. */
export type GenericEstimate = { readonly kind: 'generic'; readonly estimate: number; readonly variance: number }

export type InputType = StudyData['kind']
