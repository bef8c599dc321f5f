import type { Synthesis } from '../synthesis/index.ts'
import { type ClaimContext } from './evidence-claims.ts'
import { positionClaim } from './guideline-section.ts'
import type { DraftClaim } from './types.ts'

export { findingClaim, type ClaimContext } from './evidence-claims.ts'

/** Positions on alternatives worth printing beside their results. */
const MAXIMUM_POSITIONS = 8

/** What clinical bodies advise about the alternatives, the strong ones first. */
export function positionClaimsOf(context: ClaimContext, synthesis: Synthesis): DraftClaim[] {
  return synthesis.appraisal.alternativePositions
    .filter(({ votes, recommendation }) => votes && !recommendation.interventions.some((id) => context.vocabulary.concept(id)?.form === 'test'))
    .toSorted((a, b) => Number(b.qualified) - Number(a.qualified) || Number(b.votingStrength === 'strong') - Number(a.votingStrength === 'strong') || (b.source.year ?? 0) - (a.source.year ?? 0) || (a.recommendation.id < b.recommendation.id ? -1 : 1))
    .slice(0, MAXIMUM_POSITIONS)
    .map((position) => positionClaim(context, position, synthesis))
}
