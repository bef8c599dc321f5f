import { NO_CRITERIA, type ClinicalQuestion } from '../../src/core/model/index.ts'

/** An indication question about nothing yet, and what a test says. */
export function buildQuestion(parts: Partial<ClinicalQuestion> = {}): ClinicalQuestion {
  return {
    text: 'a question',
    kind: 'indication',
    population: { text: null, concepts: [] },
    intervention: { text: null, concepts: [] },
    comparator: { text: null, concepts: [] },
    outcomes: [],
    caseFacts: [],
    criteria: NO_CRITERIA,
    stopping: false,
    assumptions: [],
    safety: null,
    unexplained: [],
    ...parts,
  }
}
