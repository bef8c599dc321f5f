import { isKnownToMeet, type PopulationCriteria } from '../../core/model/index.ts'

/**
 * Whether everything that `criteria` ask is known to hold for `people`: every tag, every denied tag, every range. A
 * mark that the people do not state is unknown and does not hold; criteria that ask nothing mark nobody out.
 */
export function criteriaHold(criteria: PopulationCriteria, people: PopulationCriteria): boolean {
  const asks = criteria.tags.length + criteria.notTags.length + Object.keys(criteria.ranges).length + (criteria.anyOf?.length ?? 0)
  return asks > 0 && isKnownToMeet(people, criteria)
}
