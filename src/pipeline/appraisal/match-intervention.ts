import type { Vocabulary } from '../../core/terminology/index.ts'
import type { InterventionMatch } from './types.ts'

/**
 * How the interventions of a result or recommendation stand to those asked about.
 *
 * A member of the class asked about is exact ("SGLT2 inhibitor" asked, dapagliflozin studied); the class of the
 * member asked about speaks with a note; another target of the same technique does not speak at all.
 */
export function matchIntervention(vocabulary: Vocabulary, asked: readonly string[], studied: readonly string[], comparators: readonly string[]): InterventionMatch {
  if (asked.some((id) => studied.some((other) => vocabulary.isWithin(other, id)))) return 'exact'
  if (asked.some((id) => studied.some((other) => other !== id && vocabulary.isWithin(id, other)))) return 'class'
  if (asked.some((id) => comparators.some((other) => vocabulary.isWithin(other, id)))) return 'comparator-only'
  const looksAlike = (a: string, b: string): boolean => vocabulary.concept(a)?.sameTechniqueAs.includes(b) === true
  if (asked.some((id) => studied.some((other) => looksAlike(id, other) || looksAlike(other, id)))) return 'same-technique'
  return 'other'
}
