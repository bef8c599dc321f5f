import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding, Position } from '../appraisal/index.ts'
import type { OutcomeBody, Synthesis } from '../synthesis/index.ts'
import type { DraftClaim } from './types.ts'

/** What the patient's words are written from: the same findings, bodies and positions as every other version, by claim id. */
export type PatientContext = {
  readonly vocabulary: Vocabulary
  readonly synthesis: Synthesis
  readonly findings: ReadonlyMap<string, AppraisedFinding>
  readonly bodies: readonly OutcomeBody[]
  readonly positions: ReadonlyMap<string, Position>
}

/** What the patient version looks up while it rewrites claim by claim. */
export function patientContext(vocabulary: Vocabulary, synthesis: Synthesis): PatientContext {
  const { appraisal, strata, coverage } = synthesis
  return {
    vocabulary,
    synthesis,
    findings: new Map([...appraisal.alternatives, ...appraisal.findings].map((appraised) => [appraised.finding.id, appraised])),
    bodies: [...new Set(strata.flatMap(({ bodies }) => bodies))],
    positions: new Map([...appraisal.alternativePositions, ...coverage, ...appraisal.positions].map((position) => [position.recommendation.id, position])),
  }
}

/** The body a claim speaks of: strata may hold bodies of one id, which their headline study tells apart. */
export function bodyOf({ bodies }: PatientContext, { id, cites }: DraftClaim): OutcomeBody | undefined {
  const alike = bodies.filter((body) => `effect:${body.id}` === id)
  return alike.find(({ headline }) => headline.source.id === cites[0]?.source.id && headline.finding.span.start === cites[0].start) ?? alike[0]
}
