import type { OutcomeBody } from '../../src/pipeline/synthesis/index.ts'
import { buildAppraised } from './build-finding.ts'

/** A critical benefit outcome of one double-blind trial against placebo, high certainty, no zone; and what a test says. */
export function buildBody(parts: Partial<OutcomeBody> = {}): OutcomeBody {
  const headline = parts.headline ?? buildAppraised()
  return {
    id: 'body',
    group: '',
    label: 'death from any cause',
    plain: 'death',
    outcomeConcept: 'death',
    components: [],
    kind: 'benefit',
    importance: 'critical',
    tier: 'blinded-randomized',
    comparison: 'sham-or-placebo',
    headline,
    trials: [headline],
    inside: [],
    recomputed: null,
    overlapping: [],
    effect: null,
    pool: null,
    people: null,
    baseline: null,
    absolute: null,
    threshold: null,
    zone: null,
    excludesThreshold: false,
    certainty: 'high',
    start: 'high',
    domains: [],
    contradictory: false,
    countedAsSame: null,
    ...parts,
  }
}
