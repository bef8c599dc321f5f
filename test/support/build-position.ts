import type { PopulationCriteria, Recommendation, Source } from '../../src/core/model/index.ts'
import type { Position } from '../../src/pipeline/appraisal/index.ts'
import { buildSource } from './build-source.ts'

export function buildRecommendation(parts: Partial<Recommendation> = {}): Recommendation {
  return {
    id: 'recommendation',
    direction: 'for',
    strength: 'strong',
    letter: null,
    certainty: null,
    population: '',
    intervention: '',
    interventions: [],
    comparators: [],
    conditions: [],
    criteria: null,
    carveOut: false,
    target: null,
    silence: null,
    relayedFor: null,
    text: 'A sentence of the record.',
    span: { start: 0, end: 10 },
    ...parts,
  }
}

export type PositionParts = Partial<Omit<Position, 'recommendation' | 'source'>> & {
  readonly recommendation?: Partial<Recommendation>
  readonly direction?: Recommendation['direction']
  readonly criteria?: Partial<PopulationCriteria>
  readonly source?: Source
  readonly year?: number
}

/** A strong *for* of a qualified, unlinked body that may vote, and what a test says. The name is the body's id too. */
export function buildPosition(name: string, { recommendation, direction, criteria, source, year, ...parts }: PositionParts = {}): Position {
  return {
    source: source ?? buildSource({ id: `${name}-${year ?? 2022}`, kind: 'guideline', organization: name, year: year ?? 2022 }),
    recommendation: buildRecommendation({
      id: `${name}-${year ?? 2022}:${direction ?? 'for'}`,
      direction: direction ?? 'for',
      criteria: criteria === undefined ? null : { ranges: {}, tags: [], notTags: [], ...criteria },
      ...recommendation,
    }),
    bodyId: name,
    organization: name,
    bodyClass: 'clinical',
    qualified: true,
    linked: false,
    interested: false,
    votingStrength: 'strong',
    votes: true,
    whyNoVote: null,
    flags: [],
    interventionMatch: 'exact',
    populationMatch: 'exact',
    silence: null,
    date: String(year ?? 2022),
    outcomes: [],
    studies: [],
    otherOutcome: null,
    ...parts,
  }
}
