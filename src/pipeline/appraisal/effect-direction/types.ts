/** Against the comparator, what happened to the outcome under the intervention. */
export const EFFECT_LABELS = ['significantly decreased', 'no significant difference', 'significantly increased'] as const
export type EffectLabel = (typeof EFFECT_LABELS)[number]

/** What is asked of a report. */
export type EffectQuestion = { readonly intervention: string; readonly comparator: string; readonly outcome: string }

/** What a report says on a question, with the sentence that says it best; none when it names the outcome nowhere. */
export type EffectDecision = {
  readonly label: EffectLabel
  /** By label, in the order of `EFFECT_LABELS`; they add up to 1. */
  readonly chances: readonly number[]
  /** `text` is the article's text from `start` to `end`. */
  readonly evidence: { readonly text: string; readonly start: number; readonly end: number } | null
}
