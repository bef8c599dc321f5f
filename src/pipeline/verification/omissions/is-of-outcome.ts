import type { Vocabulary } from '../../../core/terminology/index.ts'

/**
 * Whether a result on `held` answers a question about `asked`: the same outcome, a kind of it by its name (a vertebral
 * fracture is a fracture), or, asked about cost, any result on cost.
 */
export function isOfOutcome(vocabulary: Vocabulary, held: string, asked: string): boolean {
  if (held === asked) return true
  const [heldOutcome, askedOutcome] = [vocabulary.outcome(held), vocabulary.outcome(asked)]
  if (heldOutcome === undefined || askedOutcome === undefined) return false
  return heldOutcome.label.toLowerCase().endsWith(` ${askedOutcome.label.toLowerCase()}`) || (heldOutcome.category === 'cost' && askedOutcome.category === 'cost')
}
