/** One study as the models see it: its estimate and within-study variance on the scale of the pool. */
export type StudyEstimate = { readonly yi: number; readonly vi: number }
