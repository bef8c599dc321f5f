import type { Article } from '../../core/model/index.ts'
import type { Conflict, Synthesis } from '../synthesis/index.ts'
import type { ClaimContext } from './evidence-claims.ts'
import type { Cite, DraftClaim, DraftSection } from './types.ts'
import { listed, sentence } from './wording.ts'

/** Where bodies disagree, and why: from data, with "the records do not show why" where nothing is found. */
export function conflictSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const title = context.patient ? 'Where experts disagree, and why' : 'Where guidelines disagree, and why'
  const claims: DraftClaim[] = synthesis.conflicts.map((conflict, index) => ({
    id: `conflict:${index + 1}`,
    text: context.patient
      ? `${listed(conflict.between)} do not say the same. The reasons we can see: ${sentence(conflict.why.join('; '))}`
      : `${conflict.kind === 'true' ? 'Disagreement' : 'Apparent disagreement'} about ${sentence(conflict.about)} Why: ${sentence(conflict.why.join('; '))}`,
    kind: 'computed',
    cites: citesOf(conflict),
    inputs: { kind: conflict.kind, between: conflict.between, about: conflict.about, why: conflict.why },
  }))
  const votes = synthesis.strata.flatMap((stratum) => stratum.votes)
  const silent = synthesis.appraisal.positions.filter(({ silence, bodyClass }) => silence !== null && silence !== 'not-read' && bodyClass === 'clinical')
  if (votes.length > 0 && silent.length > 0) {
    claims.push({
      id: 'conflict:silence',
      text: `${silent.length === 1 ? 'One body that covers' : `${silent.length} bodies that cover`} the condition ${silent.length === 1 ? 'is' : 'are'} silent on this: ${listed([...new Set(silent.map(({ organization, source }) => `${organization} ${source.year ?? ''}`.trim()))])}. Silence is counted neither for nor against.`,
      kind: 'computed',
      cites: [],
      inputs: { silent: silent.map(({ source, organization, silence, date }) => ({ sourceId: source.id, organization, silence, date, year: source.year })), count: silent.length },
    })
  }
  const relayed = (synthesis.main?.modifiers ?? []).find(({ id }) => id === 'M4')
  if (relayed !== undefined) claims.push({ id: 'conflict:relayed', text: `A disagreement known only at second hand: ${sentence(relayed.text)}`, kind: 'computed', cites: [], inputs: { modifier: relayed.id, words: relayed.text } })
  if (claims.length === 0) {
    claims.push({ id: 'conflict:none', text: votes.length > 1 ? 'The bodies held here do not contradict each other for these people.' : 'Fewer than two bodies take a position, so none is contradicted.', kind: 'computed', cites: [], inputs: { votes: votes.length } })
  }
  return { id: 'conflicts', title, claims }
}

/** What each side says, then the words from which a reason was read; no place twice. */
function citesOf({ sides, grounds }: Conflict): readonly Cite[] {
  const places = [...sides.flatMap((side) => side.map(({ source, recommendation: { span } }) => ({ source, start: span.start, end: span.end }))), ...grounds]
  return places.filter((place, index) => places.findIndex(({ source, start, end }) => source.id === place.source.id && start <= place.start && place.end <= end) === index)
}

/** The article's flat list of disagreements, for machines. */
export function conflictRows(synthesis: Synthesis): Article['conflicts'] {
  return synthesis.conflicts.map(({ between, about, kind, why }) => ({ between: [...between], about, kind, why: [...why] }))
}
