import type { Vocabulary } from '../../core/terminology/index.ts'
import { conditionName } from './patient-names.ts'

/**
 * The illness that a piece of advice is about, where the sentence on it does not name it: "for people having heart surgery"
 * leaves open that it is about an irregular heartbeat. Null where none or several are listed, since a list does not say
 * whether it means "and" or "or".
 */
export function untoldIllness(vocabulary: Vocabulary, conditions: readonly string[], said: string): string | null {
  const [only] = conditions
  if (only === undefined || conditions.length > 1) return null
  if (vocabulary.recognise(said).some(({ conceptId }) => vocabulary.isWithin(only, conceptId) || vocabulary.isWithin(conceptId, only))) return null
  const name = conditionName(vocabulary, only)
  return said.toLowerCase().includes(name.toLowerCase()) ? null : name
}
