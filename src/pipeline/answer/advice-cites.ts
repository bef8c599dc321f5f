import type { PopulationCriteria, Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { aboutCites } from './about-cites.ts'
import type { Position } from '../appraisal/index.ts'
import type { Cite, DraftClaim } from './types.ts'

/**
 * The quotes behind a piece of advice as a patient reads it: the sentence that states it, whom the document is about, and
 * the sentences that state a criterion (such as an exclusion) which neither of these names.
 */
export function adviceCites(vocabulary: Vocabulary, { cites }: Pick<DraftClaim, 'cites'>, { source, recommendation }: Position): Cite[] {
  const about = aboutCites(source)
  const quoted = [...cites.filter((cite) => cite.source.id === source.id), ...about].map(({ start, end }) => source.text.slice(start, end)).join('\n')
  const more = criteriaCites(vocabulary, source, recommendation.criteria, quoted)
  return [...cites, ...[...about, ...more].filter((cite) => !cites.some((held) => held.source.id === cite.source.id && held.start === cite.start && held.end === cite.end))]
}

/** Where a record states the criteria that a quote does not name, by its tags. */
function criteriaCites(vocabulary: Vocabulary, source: Source, criteria: PopulationCriteria | null, quoted: string): Cite[] {
  if (criteria === null || source.evidence === null) return []
  const names = (text: string, tag: string): boolean => vocabulary.recognise(text).some(({ conceptId }) => conceptId === tag)
  const open = [...criteria.tags, ...criteria.notTags].filter((tag) => !names(quoted, tag))
  const sentences = [...source.evidence.summary, ...source.evidence.recommendations]
  const stating = open.map((tag) => sentences.find(({ text }) => names(text, tag))).filter((found) => found !== undefined)
  return [...new Set(stating)].map(({ span }) => ({ source, start: span.start, end: span.end }))
}
