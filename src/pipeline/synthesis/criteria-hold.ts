import { rangeContains, type PopulationCriteria } from '../../core/model/index.ts'

/**
 * Whether everything that `criteria` ask is known to hold for `people`: every tag, every denied tag, every range. A
 * mark that the people do not state is unknown and does not hold; criteria that ask nothing mark nobody out.
 */
export function criteriaHold(criteria: PopulationCriteria, people: PopulationCriteria): boolean {
  const asks = criteria.tags.length + criteria.notTags.length + Object.keys(criteria.ranges).length
  return asks > 0
    && criteria.tags.every((tag) => people.tags.includes(tag))
    && criteria.notTags.every((tag) => people.notTags.includes(tag))
    && Object.entries(criteria.ranges).every(([dimension, range]) => {
      const theirs = people.ranges[dimension]
      return theirs !== undefined && rangeContains(range, theirs)
    })
}
