/** What a passage says on a claim. Neutral: it cannot be told from this passage. */
export const STANCES = ['Supports', 'Refutes', 'Neutral'] as const
export type Stance = (typeof STANCES)[number]

export type PassageStance = {
  readonly stance: Stance
  /** The chance of the stance that was chosen, from 0 to 1, as learned from other texts: no certainty in GRADE's sense. */
  readonly score: number
  /** By stance, in the order of `STANCES`; they add up to 1. */
  readonly chances: readonly number[]
  /** What was read in claim and passage, in words, the most telling first. */
  readonly reasons: readonly string[]
}

/** How much a term tells: the rarer it is, the more. */
export type WeightOf = (term: string) => number

/**
 * What a clause says of its subject, as good or bad: `for` it does good (less harm, more of what is wanted), `against`
 * it does harm; `no-good` and `no-harm` deny one of these; `no-relation` denies any; `none` says nothing of the kind.
 */
export type Bearing = 'for' | 'against' | 'no-good' | 'no-harm' | 'no-relation' | 'none'
