import type { Source } from '../../model/index.ts'

/** AMA names everyone up to this many, and only the first three of a longer list (AMA Manual of Style, 11th ed., 3.7). */
const MOST_AUTHORS_NAMED = 6
const NAMED_OF_A_LONGER_LIST = 3

/**
 * Who answers for a report, as AMA prints it; null when nobody is named.
 *
 * People first, then the group they wrote for, where the report's byline has one ("McMurray JJV, et al; DAPA-HF Trial
 * Committees and Investigators"). A body that has no named authors is the author itself.
 */
export function authorList(source: Pick<Source, 'authors' | 'authorsEtAl' | 'organization' | 'kind'>): string | null {
  const people = peopleNamed(source.authors, source.authorsEtAl)
  if (people === null) return source.organization
  return source.organization !== null && isInByline(source.kind, source.organization) ? `${people}; ${source.organization}` : people
}

function peopleNamed(authors: readonly string[], etAl: boolean): string | null {
  if (authors.length === 0) return null
  const isLong = authors.length > MOST_AUTHORS_NAMED || (etAl && authors.length > NAMED_OF_A_LONGER_LIST)
  const named = isLong ? authors.slice(0, NAMED_OF_A_LONGER_LIST) : authors
  return [...named, ...(isLong || etAl ? ['et al'] : [])].join(', ')
}

/** A guideline's body and a trial's group share the byline; the publisher of a review (Cochrane) does not. */
function isInByline(kind: Source['kind'], organization: string): boolean {
  if (kind === 'guideline' || kind === 'policy') return true
  return /\b(?:investigators?|collaborat\w+|trialists\S*|committees?|consortium|network|(?:study|trial|research|writing) group)\b/iu.test(organization)
}
