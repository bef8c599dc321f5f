import { describe, expect, it } from 'vitest'
import { buildAppraised, buildArm, buildCounts, type AppraisedParts } from '../../../test/support/build-finding.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import { comparisonClass, outcomeBodies } from './outcome-bodies.ts'

const vocabulary = buildVocabulary()

function trial(id: string, estimate: number, low: number | null, high: number | null, parts: AppraisedParts = {}): AppraisedFinding {
  return buildAppraised({ ...parts, source: { id, evidence: { n: 5000, followUpMonths: 27, ...parts.source?.evidence }, ...withoutEvidence(parts) }, finding: { estimate, ciLow: low, ciHigh: high, ...parts.finding } })
}

function withoutEvidence({ source }: AppraisedParts): AppraisedParts['source'] {
  const { evidence: _evidence, ...rest } = source ?? {}
  return rest
}

const odi = (estimate: number, low: number | null, high: number | null, parts: AppraisedParts = {}): AppraisedParts => ({ ...parts, finding: { measure: 'MD', outcome: 'ODI change', outcomeConcept: 'pain', instrument: 'odi', timeMonths: 3, estimate, ciLow: low, ciHigh: high, ...parts.finding } })
const bodiesOf = (...findings: AppraisedFinding[]): ReturnType<typeof outcomeBodies> => outcomeBodies(vocabulary, findings)

describe('what is one outcome', () => {
  it('pools two trials of one outcome', () => {
    const [body, ...rest] = bodiesOf(trial('deliver', 0.82, 0.73, 0.92), trial('emperor', 0.79, 0.69, 0.9))
    expect(rest).toEqual([])
    expect(body?.pool).toMatchObject({ k: 2, model: 'common' })
    expect(body?.effect?.origin).toBe('pooled')
    expect(body?.effect?.estimate).toBeCloseTo(0.81, 2)
  })

  it('never pools the per-protocol −5.3 against sham with the open −20.3', () => {
    const sham = buildAppraised(odi(-5.3, null, null, { source: { id: 'smart' }, finding: { comparatorType: 'sham', analysis: 'per-protocol' } }))
    const open = buildAppraised(odi(-20.3, -25.9, -14.7, { tier: 'open-randomized', source: { id: 'intracept' }, finding: { comparatorType: 'usual-care' } }))
    const bodies = bodiesOf(sham, open)
    expect(bodies.map(({ effect, pool }) => [effect?.estimate, pool])).toEqual([[-5.3, null], [-20.3, null]])
    expect(bodies[0]?.zone).toBeNull()
  })

  it.each([
    ['sham with open', { tier: 'open-randomized', finding: { comparatorType: 'no-treatment' } }],
    ['placebo with active care', { finding: { comparatorType: 'active' } }],
    ['randomized with observational', { tier: 'observational' }],
    ['a composite with one of its parts', { finding: { components: ['death', 'stroke'] } }],
    ['another outcome', { finding: { outcomeConcept: 'stroke' } }],
    ['a benefit with a harm', { finding: { outcomeKind: 'harm' } }],
  ] as const satisfies readonly (readonly [string, AppraisedParts])[])('keeps apart: %s', (_case, parts) => {
    expect(bodiesOf(trial('a', 0.8, 0.7, 0.9), trial('b', 0.8, 0.7, 0.9, parts))).toHaveLength(2)
  })

  it('takes a composite for the same whatever the order of its parts', () => {
    expect(bodiesOf(trial('a', 0.8, 0.7, 0.9, { finding: { components: ['death', 'stroke'] } }), trial('b', 0.8, 0.7, 0.9, { finding: { components: ['stroke', 'death'] } }))).toHaveLength(1)
  })

  it('takes composites of different parts for one only where a curated equivalence lists them, and says why', () => {
    const composite = (id: string, components: string[], outcome = components.join(' or ')): AppraisedFinding => trial(id, 0.8, 0.7, 0.914, { finding: { components, outcome, outcomeConcept: null } })
    const [listed, ...rest] = bodiesOf(composite('a', ['death', 'stroke']), composite('b', ['stroke', 'recovery', 'death']))
    expect(rest).toEqual([])
    expect([listed?.pool?.k, listed?.countedAsSame]).toEqual([2, 'a test counts them alike'])
    expect(bodiesOf(composite('a', ['death', 'stroke']), composite('b', ['death', 'pain']))).toHaveLength(2)
    expect(bodiesOf(composite('a', ['death', 'stroke'], 'death or stroke'), composite('b', ['death', 'stroke'], 'death or stroke'))[0]?.countedAsSame).toBeNull()
    expect(bodiesOf(composite('a', ['death', 'pain']), composite('b', ['death', 'pain'], 'other words'))[0]?.countedAsSame).toBeNull()
  })

  it('reads the baseline off an absolute difference stated beside the ratio, last of all', () => {
    const stated = { statedDifference: { percent: -0.35, low: -0.57, high: -0.14 }, measure: 'RR' } as const
    const [body] = bodiesOf(trial('a', 0.92, 0.87, 0.98, { finding: stated }))
    expect([body?.baseline?.basis, body?.absolute?.difference.toFixed(2), body?.zone]).toEqual(['difference', '-3.50', 'small-benefit'])
    const [counted] = bodiesOf(trial('a', 0.92, 0.87, 0.98, { finding: { ...stated, arms: buildCounts([92, 1000], [100, 1000]) } }))
    expect(counted?.baseline?.basis).toBe('counts')
    expect(bodiesOf(trial('a', 0.92, 0.87, 0.98, { finding: { ...stated, statedDifference: { percent: 0.35, low: null, high: null } } }))[0]?.baseline).toBeNull()
  })

  it('pools no composite whose parts are not held', () => {
    const unparsed = (id: string): AppraisedFinding => trial(id, 0.8, 0.7, 0.914, { finding: { outcomeConcept: 'vascular-events' } })
    const [body] = bodiesOf(unparsed('a'), unparsed('b'))
    expect([body?.trials.length, body?.pool]).toEqual([2, null])
  })

  it('keeps mean differences at 3 and at 12 months apart', () => {
    expect(bodiesOf(buildAppraised(odi(-5, -8, -2, { source: { id: 'a' } })), buildAppraised(odi(-5, -8, -2, { source: { id: 'b' }, finding: { timeMonths: 12 } })))).toHaveLength(2)
  })

  it.each([
    ['a hazard ratio with a risk ratio', { finding: { measure: 'RR' } }],
    ['a hazard ratio with an odds ratio', { finding: { measure: 'OR' } }],
    ['a sham with a placebo', { finding: { comparatorType: 'sham' } }],
    ['per-protocol with intention to treat', { finding: { analysis: 'per-protocol' } }],
    ['follow-ups more than a factor of two apart', { source: { evidence: { followUpMonths: 60 } } }],
    ['a trial without an interval', { finding: { ciLow: null, ciHigh: null } }],
    ['an interval whose level is not stated', { finding: { ciLevel: null } }],
    ['an interval that touches zero', { finding: { ciLow: 0 } }],
    ['a crooked interval', { finding: { ciLow: 0.79 } }],
  ] as const satisfies readonly (readonly [string, AppraisedParts])[])('does not pool %s', (_case, parts) => {
    const [body, ...rest] = bodiesOf(trial('a', 0.8, 0.7, 0.914), trial('b', 0.8, 0.7, 0.914, parts))
    expect(rest).toEqual([])
    expect(body?.pool).toBeNull()
    expect(body?.trials).toHaveLength(2)
  })

  it('pools a hazard ratio with a rate ratio', () => {
    expect(bodiesOf(trial('a', 0.8, 0.7, 0.914), trial('b', 0.8, 0.7, 0.914, { finding: { measure: 'IRR' } }))[0]?.pool?.k).toBe(2)
  })

  it('leaves out what states no effect between arms', () => {
    expect(bodiesOf(trial('a', 0.8, 0.7, 0.9, { notAnEffect: 'no comparison group' }), buildAppraised({ finding: { measure: 'mean-change', estimate: -28 } }))).toEqual([])
  })
})

describe('one study counts once', () => {
  it('however many reports it has', () => {
    const [body] = bodiesOf(trial('main', 0.8, 0.7, 0.914, { studyId: 'nct:1' }), trial('follow-up', 0.85, 0.75, 0.963, { studyId: 'nct:1' }))
    expect(body?.trials).toHaveLength(1)
    expect(body?.pool).toBeNull()
  })

  it('by the last report of the randomized comparison', () => {
    const [body] = bodiesOf(trial('main', 0.8, 0.7, 0.914, { studyId: 'nct:1', source: { year: 2015 } }), trial('final', 0.85, 0.75, 0.963, { studyId: 'nct:1', source: { year: 2021 } }))
    expect(body?.effect?.estimate).toBe(0.85)
  })

  it('by everyone as randomized rather than per protocol, and by the whole trial rather than a subgroup', () => {
    const [body] = bodiesOf(trial('itt', 0.88, 0.77, 1.006, { studyId: 'nct:1', finding: { role: 'secondary' } }), trial('pp', 0.79, 0.69, 0.904, { studyId: 'nct:1', finding: { analysis: 'per-protocol' } }))
    expect(body?.effect?.estimate).toBe(0.88)
    const [other] = bodiesOf(trial('whole', 0.9, 0.8, 1.01, { studyId: 'nct:2', finding: { role: 'secondary' } }), trial('part', 0.7, 0.6, 0.82, { studyId: 'nct:2', finding: { role: 'subgroup' } }))
    expect(other?.effect?.estimate).toBe(0.9)
  })

  it('counts no subgroup in a pool', () => {
    const [body] = bodiesOf(trial('a', 0.8, 0.7, 0.914), trial('b', 0.6, 0.5, 0.72, { finding: { role: 'subgroup' } }))
    expect(body?.pool).toBeNull()
  })
})

describe('a published pool', () => {
  const pool = (parts: AppraisedParts = {}): AppraisedFinding => trial('pool', 0.8, 0.73, 0.87, { ...parts, source: { kind: 'meta-analysis', ...withoutEvidence(parts), evidence: { n: 12251, contains: ['deliver', 'emperor'], ...parts.source?.evidence } } })
  const deliver = trial('deliver', 0.82, 0.73, 0.92, { finding: { arms: buildCounts([512, 3131], [610, 3132]) } })
  const emperor = trial('emperor', 0.79, 0.69, 0.9, { finding: { arms: buildCounts([415, 2997], [511, 2991]) } })

  it('is the headline, with its own numbers, and the trials held inside it', () => {
    const [body] = bodiesOf(deliver, emperor, pool())
    expect(body?.headline.source.id).toBe('pool')
    expect(body?.effect).toMatchObject({ estimate: 0.8, low: 0.73, high: 0.87, origin: 'reported' })
    expect(body?.pool).toBeNull()
    expect(body?.inside).toEqual(['deliver', 'emperor'])
  })

  it('takes its baseline from the control arms of the trials inside', () => {
    const [body] = bodiesOf(deliver, emperor, pool())
    expect(body?.baseline?.proportion).toBeCloseTo((610 + 511) / (3132 + 2991), 6)
    expect(body?.absolute?.difference).toBeCloseTo(-34, 0)
  })

  it('names a second pool as overlapping, the newer search first', () => {
    const older = pool({ source: { id: 'older-pool', year: 2015 } })
    const [body] = bodiesOf(older, pool())
    expect(body?.headline.source.id).toBe('pool')
    expect(body?.overlapping.map(({ source }) => source.id)).toEqual(['older-pool'])
  })

  it('gives way to a trial of exactly the people asked about', () => {
    const [body] = bodiesOf(pool({ populationMatch: 'overlaps' }), deliver)
    expect(body?.headline.source.id).toBe('deliver')
  })

  it('stands for the trials inside it: they do not contradict it', () => {
    const apart = [trial('deliver', 0.5, 0.4, 0.625), trial('emperor', 1.1, 0.95, 1.274)]
    expect(bodiesOf(...apart)[0]?.contradictory).toBe(true)
    expect(bodiesOf(...apart, pool())[0]?.contradictory).toBe(false)
  })
})

describe('contradiction', () => {
  const favourable = trial('colcot', 0.77, 0.62, 0.957)
  const against = trial('clear', 0.99, 0.86, 1.14)

  it('needs large trials on different sides beyond chance', () => {
    expect(bodiesOf(favourable, against)[0]?.contradictory).toBe(true)
  })

  it('does not come from small trials', () => {
    expect(bodiesOf(favourable, trial('clear', 0.99, 0.86, 1.14, { source: { evidence: { n: 150 } } }))[0]?.contradictory).toBe(false)
  })

  it('does not come from chance', () => {
    expect(bodiesOf(favourable, trial('clear', 0.9, 0.78, 1.04))[0]?.contradictory).toBe(false)
  })
})

describe('baseline risk', () => {
  it('adds the control arms of the trials', () => {
    const [body] = bodiesOf(trial('a', 0.8, 0.7, 0.914, { finding: { arms: buildCounts([1, 100], [10, 100]) } }), trial('b', 0.8, 0.7, 0.914, { finding: { arms: buildCounts([1, 300], [60, 300]) } }))
    expect(body?.baseline).toMatchObject({ basis: 'counts', proportion: 70 / 400 })
  })

  it('turns a yearly rate into a risk over the follow-up, never beyond', () => {
    const [body] = bodiesOf(trial('a', 0.95, 0.83, 1.087, { source: { evidence: { followUpMonths: 56.4 } }, finding: { arms: [buildArm('intervention', { ratePer1000PersonYears: 10.7 }), buildArm('control', { ratePer1000PersonYears: 11.3 })] } }))
    expect(body?.baseline?.basis).toBe('rate')
    expect(body?.baseline?.proportion).toBeCloseTo(1 - Math.exp((-11.3 * 4.7) / 1000), 6)
  })

  it('is not held where nothing states it', () => {
    const [body] = bodiesOf(trial('a', 0.79, 0.67, 0.93))
    expect(body?.baseline).toBeNull()
    expect(body?.absolute).toBeNull()
    expect(body?.threshold?.kind).toBe('ratio')
  })
})

describe('comparisonClass', () => {
  it.each([
    ['sham', 'sham-or-placebo'], ['placebo', 'sham-or-placebo'], ['usual-care', 'no-treatment-or-usual-care'], ['no-treatment', 'no-treatment-or-usual-care'],
    ['active', 'active'], ['dose', 'other'], ['own-baseline', 'other'], ['none', 'other'], ['not-stated', 'other'],
  ] as const)('%s is %s', (comparatorType, expected) => {
    expect(comparisonClass(buildAppraised({ finding: { comparatorType } }))).toBe(expected)
  })
})

describe('order', () => {
  it('of the findings changes nothing', () => {
    const findings = [trial('a', 0.8, 0.7, 0.914), trial('b', 0.85, 0.75, 0.963), trial('c', 0.9, 0.8, 1.0125), trial('d', 1.2, 1, 1.44, { finding: { outcomeKind: 'harm', outcomeConcept: 'major-bleeding' } })]
    expect(outcomeBodies(vocabulary, [...findings].toReversed())).toEqual(outcomeBodies(vocabulary, findings))
  })
})
