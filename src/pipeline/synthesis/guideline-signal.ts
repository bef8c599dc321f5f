import { NO_CRITERIA, type PopulationCriteria } from '../../core/model/index.ts'
import type { Position } from '../appraisal/index.ts'
import type { GuidelineSignal } from './types.ts'

/**
 * What the clinical bodies say together (docs/methods/verdict.md). `votes` holds one position a body: a joint guideline
 * is one vote, silence none. "Individual decision" counts as a conditional *for*.
 */
export function guidelineSignal(votes: readonly Position[]): GuidelineSignal {
  const direction = (position: Position): string => (position.recommendation.direction === 'neither' ? 'for' : position.recommendation.direction)
  const supporters = votes.filter((position) => direction(position) === 'for')
  const opponents = votes.filter((position) => direction(position) === 'against')
  const undecided = votes.filter((position) => direction(position) === 'insufficient-evidence')
  const strongQualified = (position: Position): boolean => position.votingStrength === 'strong' && position.qualified
  if (supporters.length > 0 && opponents.length > 0) return 'G3'
  if (opponents.length > 0) return opponents.some((position) => strongQualified(position)) ? 'G5' : 'G4'
  if (supporters.length > 0 && undecided.length > 0) return 'G7'
  if (undecided.length > 0) return 'G6'
  if (supporters.length > 0) return supporters.some((position) => strongQualified(position) && position.recommendation.direction === 'for') ? 'G1' : 'G2'
  return 'G0'
}

/**
 * One organization, one vote: its newest current position on these people. Within one document the advice that names
 * what sets these people apart (`own`) speaks before the general one, then the fitting, then the stronger.
 */
export function oneVoteEach(positions: readonly Position[], own: PopulationCriteria = NO_CRITERIA): Position[] {
  const byBody = new Map<string, Position>()
  for (const position of positions) {
    const known = byBody.get(position.bodyId)
    if (known === undefined || compare(position, known, own) < 0) byBody.set(position.bodyId, position)
  }
  return [...byBody.values()].toSorted((a, b) => (a.source.id < b.source.id ? -1 : 1))
}

function compare(a: Position, b: Position, own: PopulationCriteria): number {
  const fit = (position: Position): number => (position.interventionMatch === 'exact' ? 0 : 2) + (position.populationMatch === 'exact' ? 0 : 1)
  const strength = (position: Position): number => (position.votingStrength === 'strong' ? 0 : 1)
  const year = (position: Position): number => position.source.year ?? 0
  return year(b) - year(a) || naming(b, own) - naming(a, own) || fit(a) - fit(b) || strength(a) - strength(b) || (a.recommendation.id < b.recommendation.id ? -1 : 1)
}

/** How many of the marks of these people the advice names itself. */
function naming({ recommendation }: Position, own: PopulationCriteria): number {
  const said = recommendation.criteria ?? NO_CRITERIA
  return own.tags.filter((tag) => said.tags.includes(tag)).length
    + own.notTags.filter((tag) => said.notTags.includes(tag)).length
    + Object.keys(own.ranges).filter((dimension) => said.ranges[dimension] !== undefined).length
}
