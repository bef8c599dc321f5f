import type { Finding } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'

/**
 * Whether an outcome depends on somebody's decision (an admission, a revascularisation, stopping): in an open trial that
 * somebody knew the treatment [G4, H8]. A composite does when every part of it does.
 */
export function isCareDriven(vocabulary: Vocabulary, { components, outcomeConcept }: Finding): boolean {
  const parts = components.length > 0 ? components : outcomeConcept === null ? [] : [outcomeConcept]
  return parts.length > 0 && parts.every((part) => vocabulary.outcome(part)?.category === 'care-driven')
}
