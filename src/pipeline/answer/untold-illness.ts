import type { Vocabulary } from '../../core/terminology/index.ts'
import { conditionName, plainName } from './patient-names.ts'

/**
 * The illness that a piece of advice is about, where the sentence on it does not name it: "for people having heart surgery"
 * leaves open that they have an irregular heartbeat. The page's own is called by the page's name for it. Null where none
 * or several are listed, since a list does not say whether it means "and" or "or".
 */
export function untoldIllness(vocabulary: Vocabulary, conditions: readonly string[], asked: readonly string[], said: string): string | null {
  const [only] = conditions
  if (only === undefined || conditions.length > 1) return null
  const isRelated = (id: string): boolean => vocabulary.isWithin(only, id) || vocabulary.isWithin(id, only)
  if (vocabulary.recognise(said).some(({ conceptId }) => isRelated(conceptId))) return null
  const own = asked.find((id) => isRelated(id))
  const name = own === only ? conditionName(vocabulary, only) : plainName(vocabulary, only)
  return said.toLowerCase().includes(name.toLowerCase()) ? null : name
}

/** "people with an irregular heartbeat", "preventing a first heart attack". */
export function spokenIllness(name: string): string {
  return /^(?:preventing|staying|keeping|prevention|being|having)\b/.test(name) ? name : `people with ${name}`
}
