import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding, Position } from '../appraisal/index.ts'
import type { OutcomeBody, Synthesis } from '../synthesis/index.ts'

/** What the patient's words are written from: the same findings, bodies and positions as every other version, by claim id. */
export type PatientContext = {
  readonly vocabulary: Vocabulary
  readonly synthesis: Synthesis
  readonly findings: ReadonlyMap<string, AppraisedFinding>
  readonly bodies: ReadonlyMap<string, OutcomeBody>
  readonly positions: ReadonlyMap<string, Position>
}

export function patientContext(vocabulary: Vocabulary, synthesis: Synthesis): PatientContext {
  const { appraisal, strata, coverage } = synthesis
  return {
    vocabulary,
    synthesis,
    findings: new Map([...appraisal.alternatives, ...appraisal.findings].map((appraised) => [appraised.finding.id, appraised])),
    bodies: new Map(strata.flatMap(({ bodies }) => bodies).toReversed().map((body) => [`effect:${body.id}`, body])),
    positions: new Map([...appraisal.alternativePositions, ...coverage, ...appraisal.positions].map((position) => [position.recommendation.id, position])),
  }
}
