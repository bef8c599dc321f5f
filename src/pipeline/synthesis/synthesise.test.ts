import { describe, expect, it } from 'vitest'
import { buildAppraised, buildCounts, type AppraisedParts } from '../../../test/support/build-finding.ts'
import { buildPosition } from '../../../test/support/build-position.ts'
import { buildQuestion } from '../../../test/support/build-question.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { NO_CRITERIA, type PopulationCriteria } from '../../core/model/index.ts'
import type { Appraisal, AppraisedFinding } from '../appraisal/index.ts'
import { synthesise } from './synthesise.ts'

const vocabulary = buildVocabulary()

function run(parts: Partial<Appraisal>): ReturnType<typeof synthesise> {
  return synthesise({ vocabulary }, {
    question: buildQuestion({ intervention: { text: 'nerve ablation', concepts: ['nerve-ablation'] } }),
    positions: [], findings: [], onTopic: [buildSource()], alternatives: [], alternativePositions: [], openPassages: [], excluded: [], firstEvidenceYear: null, nearest: [], considered: 1,
    snapshot: { id: 'snapshot', date: '2026-11-01', sources: 1, revision: 1 },
    ...parts,
  })
}

function trial(id: string, estimate: number, low: number, high: number, { finding, source, ...parts }: AppraisedParts = {}): AppraisedFinding {
  return buildAppraised({ ...parts, source: { id, year: 2020, ...source, evidence: { n: 6000, ...source?.evidence } }, finding: { estimate, ciLow: low, ciHigh: high, arms: buildCounts([Math.round(600 * estimate), 3000], [600, 3000]), ...finding } })
}

const beneficial = trial('benefit', 0.8, 0.72, 0.889)
const useless = trial('useless', 1, 0.99, 1.01)
const range = (dimension: string, min: number | undefined, max?: number): PopulationCriteria => ({ ...NO_CRITERIA, ranges: { [dimension]: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } } })

describe('the verdict over one group', () => {
  it('is the cell of the table, with its working', () => {
    expect(run({ findings: [beneficial], positions: [buildPosition('panel')] }).main).toMatchObject({ row: 'G1×E1', stance: 'recommended', certainty: 'high', modifiers: [] })
  })

  it('notes where strong advice against stands beside evidence that leans the other way', () => {
    const small = trial('small', 0.97, 0.945, 0.995)
    const { main } = run({ findings: [{ ...small, finding: { ...small.finding, arms: [] } }], positions: [buildPosition('panel', { direction: 'against' })] })
    expect(main).toMatchObject({ row: 'G5×E2', stance: 'not-recommended', modifiers: [{ id: 'note' }] })
    expect(main?.modifiers[0]?.text).toContain('leans the other way')
  })

  it('takes a met non-inferiority margin for a benefit where no body speaks, and adds nothing where one does', () => {
    const notWorse = trial('not-worse', 1, 0.85, 1.18, { tier: 'open-randomized', finding: { comparatorType: 'active', nonInferiorityMet: true, nonInferiorityMargin: 1.2 } })
    expect(run({ findings: [notWorse] }).main).toMatchObject({ row: 'G0×E2', stance: 'conditional' })
    const doubtful = { ...notWorse, source: { ...notWorse.source, evidence: null }, finding: { ...notWorse.finding, analysis: 'per-protocol', ciLow: 0.5, ciHigh: 2 } } as const
    expect(run({ findings: [doubtful] }).main).toMatchObject({ row: 'G0×E2', stance: 'conditional', certainty: 'very-low' })
    expect(run({ findings: [notWorse], positions: [buildPosition('panel')] }).main).toMatchObject({ row: 'G1×E3i', stance: 'conditional' })
    expect(run({ findings: [notWorse], positions: [buildPosition('panel', { direction: 'insufficient-evidence' })] }).main).toMatchObject({ row: 'G6×E3i', stance: 'insufficient-evidence' })
  })

  it('is less certain where an outcome that depends on a decision carries it alone in an open trial, and not beside another', () => {
    const openly = (id: string, outcomeConcept: string): AppraisedFinding => trial(id, 0.7, 0.64, 0.766, { tier: 'open-randomized', source: { evidence: { design: { randomized: true, controlled: true, participantsBlinded: false, assessorsBlinded: null, blinding: 'open-label' } } }, finding: { outcomeConcept, comparatorType: 'usual-care' } })
    const admission = openly('admission', 'heart-failure-admission')
    expect(run({ findings: [admission], positions: [buildPosition('panel')] })).toMatchObject({ certainty: 'moderate', stance: 'recommended' })
    expect(run({ findings: [admission, openly('death', 'death')], positions: [buildPosition('panel')] }).certainty).toBe('high')
    expect(run({ findings: [{ ...admission, tier: 'blinded-randomized' }] }).certainty).toBe('high')
  })

  it('is certain as a qualified panel states where no result can be placed, and says whose statement it is', () => {
    const panel = buildPosition('panel', { recommendation: { certainty: 'moderate' } })
    expect(run({ positions: [panel] })).toMatchObject({ stance: 'recommended', certainty: 'moderate', certaintyBasis: 'as stated by panel' })
    expect(run({ positions: [{ ...panel, qualified: false }] })).toMatchObject({ stance: 'conditional', certainty: null })
  })

  it('is no-evidence, of no certainty, when nothing is on topic', () => {
    expect(run({ onTopic: [] })).toMatchObject({ stance: 'no-evidence', certainty: null, strata: [] })
  })

  it('is no decision when a condition alone was understood and treatments of it are held', () => {
    expect(run({ question: buildQuestion(), onTopic: [], alternatives: [beneficial] })).toMatchObject({ stance: 'not-a-decision', certainty: null })
  })
})

describe('old positions', () => {
  it('one that predates the deciding trial, against what it showed, makes no conflict by itself', () => {
    const older = buildPosition('older', { direction: 'against', year: 2018 })
    expect(run({ findings: [beneficial], positions: [buildPosition('panel', { year: 2023 }), older] }).main).toMatchObject({ row: 'G1×E1' })
    expect(run({ findings: [beneficial], positions: [buildPosition('panel', { year: 2023 }), { ...older, date: '2021' }] }).main).toMatchObject({ row: 'G3×E1', stance: 'contested' })
  })

  it('one that predates the trial and agrees with it stands', () => {
    expect(run({ findings: [useless], positions: [buildPosition('older', { direction: 'against', year: 2018 }), buildPosition('panel', { year: 2023 })] }).main?.guidelineSignal).toBe('G3')
  })

  it('one of over ten years that a newer qualified body contradicts has no vote', () => {
    const old = (year: number): ReturnType<typeof buildPosition> => buildPosition('old', { year })
    const newer = buildPosition('newer', { direction: 'against', year: 2025 })
    expect(run({ positions: [old(2015), newer] }).main?.guidelineSignal).toBe('G5')
    expect(run({ positions: [old(2016), newer] }).main?.guidelineSignal).toBe('G3')
    expect(run({ positions: [old(2015), { ...newer, qualified: false }] }).main?.guidelineSignal).toBe('G3')
  })

  it('one whose date is not known stands', () => {
    expect(run({ findings: [beneficial], positions: [buildPosition('panel', { year: 2023 }), { ...buildPosition('undated', { direction: 'against' }), date: null }] }).main?.guidelineSignal).toBe('G3')
  })
})

describe('the verdict over several groups', () => {
  const forYoung = buildPosition('panel', { recommendation: { criteria: range('age', 40, 59) } })
  const againstOld = buildPosition('panel', { direction: 'against', recommendation: { criteria: range('age', 60), id: 'against-old' } })

  it('is conditional and says on what it depends; a difference is no contradiction', () => {
    const { stance, strata, dependsOn } = run({ findings: [beneficial], positions: [forYoung, againstOld], question: buildQuestion({ intervention: { text: 'x', concepts: ['nerve-ablation'] }, criteria: range('age', 40) }) })
    expect(strata.map(({ label, guidelineSignal }) => [label, guidelineSignal])).toEqual([['age 40 to below 60', 'G1'], ['age 60 or over', 'G5']])
    expect([stance, dependsOn]).toEqual(['conditional', ['age']])
  })

  it('is about the person asked about alone where the question says who it is', () => {
    const question = buildQuestion({ intervention: { text: 'x', concepts: ['nerve-ablation'] }, criteria: range('age', 45, 45) })
    expect(run({ positions: [forYoung], question })).toMatchObject({ stance: 'conditional', dependsOn: [], strata: [{ label: '' }] })
  })

  it('leaves a group on whom no body speaks and no trial says that it studied them to a note', () => {
    const { strata, unspokenStrata } = run({ findings: [trial('upper-age-stated', 0.8, 0.72, 0.889, { finding: { criteria: range('age', undefined, 75) } })], positions: [forYoung, againstOld] })
    expect(strata.map(({ label }) => label)).toEqual(['age 40 to below 60', 'age 60 or over'])
    expect(unspokenStrata).toEqual(['age below 40'])
  })

  it('lets a carve-out speak for the people it leaves out, and for nobody else', () => {
    const carveOut = buildPosition('panel', { direction: 'against', recommendation: { id: 'edge', carveOut: true, criteria: { ...NO_CRITERIA, tags: ['osteoporosis'] } } })
    const { strata } = run({ findings: [beneficial], positions: [buildPosition('panel'), carveOut] })
    expect(strata.map(({ label, guidelineSignal }) => [label, guidelineSignal])).toEqual([['without osteoporosis', 'G1'], ['osteoporosis', 'G5']])
  })

  it('lets a carve-out by age speak for that age', () => {
    const carveOut = buildPosition('panel', { direction: 'against', recommendation: { id: 'edge', carveOut: true, criteria: range('age', 80) } })
    expect(run({ findings: [beneficial], positions: [buildPosition('panel'), carveOut] }).strata.map(({ label, guidelineSignal }) => [label, guidelineSignal])).toEqual([['age below 80', 'G1'], ['age 80 or over', 'G5']])
  })
})

describe('a published pool of these very people', () => {
  const wideTrial = trial('wide', 0.85, 0.75, 0.963, { finding: { components: ['death', 'stroke'], criteria: range('ejection-fraction', 40) } })
  const pool = trial('pool', 1, 0.99, 1.01, { source: { kind: 'meta-analysis', evidence: { contains: ['wide'] } }, finding: { criteria: range('ejection-fraction', 50) } })
  const question = buildQuestion({ intervention: { text: 'x', concepts: ['nerve-ablation'] }, criteria: range('ejection-fraction', 55, 55) })

  it('speaks before a wider trial that is inside it', () => {
    expect(run({ findings: [wideTrial, pool], question }).main).toMatchObject({ evidenceSignal: 'E4', deciding: [{ headline: { source: { id: 'pool' } } }] })
  })

  it('does not silence a trial that is not inside it', () => {
    expect(run({ findings: [trial('other', 0.85, 0.75, 0.963, { finding: wideTrial.finding }), pool], question }).main?.evidenceSignal).toBe('E1')
  })
})
