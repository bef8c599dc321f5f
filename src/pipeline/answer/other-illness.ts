import type { Vocabulary } from '../../core/terminology/index.ts'
import { plainName } from './patient-names.ts'

/**
 * The illness that a result or a piece of advice is about, where it is another than the page's: a patient reads the
 * page's own in its title. Null where none or several are listed, since a list does not say whether it means "and" or "or".
 */
export function otherIllness(vocabulary: Vocabulary, conditions: readonly string[], asked: readonly string[]): string | null {
  const [only] = conditions
  if (only === undefined || conditions.length > 1 || asked.length === 0) return null
  const isAsked = asked.some((id) => vocabulary.isWithin(only, id) || vocabulary.isWithin(id, only))
  return isAsked ? null : plainName(vocabulary, only)
}
