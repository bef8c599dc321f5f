import type { Recommendation } from '../../../core/model/index.ts'
import { saysIndividualDecision } from '../../../core/text/index.ts'

/** Whether advice of no strong grade leaves the choice to each person, whatever side its grade counts on. */
export function isIndividual({ direction, strength, text }: Recommendation): boolean {
  return (direction === 'for' || direction === 'neither') && strength !== 'strong' && saysIndividualDecision(text)
}
