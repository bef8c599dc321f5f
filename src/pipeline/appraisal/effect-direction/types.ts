/** Against the comparator, what happened to the outcome under the intervention. */
export const EFFECT_LABELS = ['significantly decreased', 'no significant difference', 'significantly increased'] as const
export type EffectLabel = (typeof EFFECT_LABELS)[number]

/** What is asked of a report. */
export type EffectQuestion = { readonly intervention: string; readonly comparator: string; readonly outcome: string }
