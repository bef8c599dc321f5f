/** The answer of a text to a yes/no question. */
export const YES_NO_LABELS = ['yes', 'no', 'maybe'] as const
export type YesNoLabel = (typeof YES_NO_LABELS)[number]
