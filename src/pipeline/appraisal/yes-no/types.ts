/** The answer of a text to a yes/no question. */
export const YES_NO_LABELS = ['yes', 'no', 'maybe'] as const
export type YesNoLabel = (typeof YES_NO_LABELS)[number]

/** An abstract: its parts without the conclusion, and the conclusion where it is to be read too. */
export type AbstractEvidence = { readonly kind: 'abstract'; readonly contexts: readonly { readonly label: string; readonly text: string }[]; readonly conclusion: string | null }
/** Passages chosen for the question, from any number of reports. */
export type SnippetEvidence = { readonly kind: 'snippets'; readonly snippets: readonly string[] }
export type YesNoEvidence = AbstractEvidence | SnippetEvidence

export type YesNoDecision = {
  readonly answer: YesNoLabel
  /** By answer, in the order of `YES_NO_LABELS`; they add up to 1. */
  readonly chances: readonly number[]
}
