import type { Arm, Finding } from '../../src/core/model/index.ts'
import type { AppraisedFinding } from '../../src/pipeline/appraisal/index.ts'
import { buildSource, type SourceParts } from './build-source.ts'

/** A finding with everything unsaid, and what a test says. */
export function buildFinding(parts: Partial<Finding> = {}): Finding {
  return {
    id: 'finding',
    outcome: 'death from any cause',
    outcomeConcept: 'death',
    components: [],
    outcomeKind: 'benefit',
    instrument: null,
    scale: null,
    higherIsBetter: false,
    role: 'primary',
    interventions: [],
    comparators: [],
    comparatorType: 'placebo',
    contrast: null,
    criteria: null,
    conditions: [],
    analysis: 'itt',
    indirect: false,
    timeMonths: null,
    measure: 'HR',
    estimate: null,
    ciLow: null,
    ciHigh: null,
    ciLevel: 0.95,
    statedDifference: null,
    i2: null,
    nonInferiorityMargin: null,
    nonInferiorityMet: null,
    p: null,
    unit: null,
    arms: [],
    favours: 'unclear',
    relayedFrom: null,
    notAnEffect: null,
    text: 'A sentence of the record.',
    span: { start: 0, end: 10 },
    ...parts,
  }
}

export function buildArm(role: Arm['role'], parts: Partial<Arm> = {}): Arm {
  return { name: role, role, n: null, mean: null, sd: null, events: null, total: null, percent: null, ratePer1000PersonYears: null, ...parts }
}

/** Two arms with their counts: [events, total] of the treated, then of the controls. */
export function buildCounts(treated: readonly [number, number], control: readonly [number, number]): Arm[] {
  return [buildArm('intervention', { events: treated[0], total: treated[1] }), buildArm('control', { events: control[0], total: control[1] })]
}

export type AppraisedParts = Partial<Omit<AppraisedFinding, 'finding' | 'source'>> & { readonly finding?: Partial<Finding>; readonly source?: SourceParts }

/** A result of one double-blind trial on people exactly as asked about, and what a test says. */
export function buildAppraised({ finding, source: sourceParts, ...parts }: AppraisedParts = {}): AppraisedFinding {
  const source = buildSource(sourceParts ?? {})
  return {
    source,
    finding: buildFinding({ id: `${source.id}:finding-1`, ...finding }),
    studyId: source.studyId ?? source.id,
    studyName: source.studyName,
    conduct: source,
    tier: 'blinded-randomized',
    synthesis: source.kind === 'systematic-review' || source.kind === 'meta-analysis',
    interventionMatch: 'exact',
    populationMatch: 'exact',
    narrowerBy: [],
    importance: 'critical',
    reversed: false,
    notAnEffect: null,
    ...parts,
  }
}
