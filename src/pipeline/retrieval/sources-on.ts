import type { Source } from '../../core/model/index.ts'
import { byEvidencePrior } from './evidence-prior.ts'
import type { Retrieval } from './retrieve.ts'
import type { RetrievalDependencies } from './search.ts'

/** Sources looked at beside those of the question; a page that names more topics is audited on the nearest of them. */
const MOST = 600

/**
 * The sources found for a question, and those on any of the concepts given: what a page about several treatments is
 * held against. A source on two or more of the concepts comes before one on a single one.
 */
export async function sourcesOn({ reader, vocabulary }: RetrievalDependencies, found: Retrieval, conceptIds: readonly string[]): Promise<Source[]> {
  const members = [...new Set(conceptIds.flatMap((id) => [...vocabulary.ancestors(id), ...vocabulary.descendants(id)]))].toSorted()
  const ids = members.length === 0 ? [] : await reader.sourceIdsByConcept(members, ['intervention', 'comparator', 'condition', 'mention'], MOST)
  const more = await reader.sources(ids.filter((id) => !found.sources.some((source) => source.id === id)))
  return [...found.sources, ...more.toSorted(byEvidencePrior)]
}
