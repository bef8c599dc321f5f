import { lowered, lowestCertainty } from '../../core/methods/index.ts'
import { describe, expect, it } from 'vitest'
import { buildAppraised, type AppraisedParts } from '../../../test/support/build-finding.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import type { StudySignal } from '../../core/model/index.ts'
import { rateCertainty, startingCertainty, type RatingInput } from './rate-certainty.ts'
import type { Effect } from './types.ts'

const vocabulary = buildVocabulary()
const PRECISE: Effect = { measure: 'MD', estimate: -20, low: -23, high: -17, origin: 'reported', higherIsBetter: false }
const ODI = { kind: 'points', value: 10, label: '10 points on the ODI', verified: true } as const

function rate(appraised: AppraisedParts, parts: Partial<RatingInput> = {}): ReturnType<typeof rateCertainty> {
  const headline = buildAppraised(appraised)
  return rateCertainty(vocabulary, { headline, trials: [headline], tier: headline.tier, effect: PRECISE, threshold: ODI, baseline: null, pool: null, effects: [PRECISE], people: 1000, events: null, contradictory: false, zone: 'important-benefit', carriesVerdict: false, overrides: [], ...parts })
}

const concern = (rated: ReturnType<typeof rateCertainty>, domain: string): string | undefined => rated.domains.find((one) => one.domain === domain)?.concern
const signal = (kind: StudySignal['kind'], value: number | null = null): StudySignal => ({ kind, value, byArm: [], span: null, note: '' })
const lostByArm = (value: number, ...shares: number[]): StudySignal => ({ ...signal('attrition', value), byArm: shares.map((percent, index) => ({ name: `arm ${index + 1}`, percent })) })

describe('where certainty starts', () => {
  it.each([
    ['blinded-randomized', 'high'], ['open-randomized', 'high'], ['network', 'high'], ['observational', 'low'], ['uncontrolled', 'very-low'], ['modelled', 'very-low'],
  ] as const)('%s starts %s', (tier, start) => {
    expect(startingCertainty(tier)).toBe(start)
  })

  it('is low for controlled observational evidence: high less the two levels of ROBINS-I, and nothing but its own flaws is taken off again', () => {
    const observed = rate({ tier: 'observational' }, { effect: { ...PRECISE }, tier: 'observational' })
    expect([observed.start, observed.certainty]).toEqual([lowered('high', 2), 'low'])
    expect(rate({ tier: 'observational', source: { evidence: { signals: [signal('attrition', 28)] } } }, { tier: 'observational' }).certainty).toBe('very-low')
  })

  it('is the lowest of several, and unknown of none', () => {
    expect(lowestCertainty(['high', 'low', 'moderate'])).toBe('low')
    expect(lowestCertainty([])).toBeNull()
  })
})

describe('risk of bias', () => {
  const openTrial = (concept: string): AppraisedParts => ({ tier: 'open-randomized', finding: { outcomeConcept: concept }, source: { evidence: { design: { randomized: true, controlled: true, participantsBlinded: false, assessorsBlinded: null, blinding: 'open' } } } })

  it.each([
    ['pain, which people judge themselves', openTrial('pain'), 'serious'],
    ['quality of life', openTrial('quality-of-life'), 'serious'],
    ['admission, which depends on a decision: a note', openTrial('heart-failure-admission'), 'note'],
    ['death: none', openTrial('death'), 'none'],
  ] as const)('of an open trial of %s', (_case, appraised, expected) => {
    expect(concern(rate(appraised), 'risk of bias')).toBe(expected)
  })

  it('is serious where an admission in an open trial alone carries the verdict, unless who judged it did not know', () => {
    const admission = openTrial('heart-failure-admission')
    const masked: AppraisedParts = { ...admission, source: { evidence: { design: { randomized: true, controlled: true, participantsBlinded: false, assessorsBlinded: true, blinding: 'adjudicated blind' } } } }
    expect(concern(rate(admission, { carriesVerdict: true }), 'risk of bias')).toBe('serious')
    expect(concern(rate(masked, { carriesVerdict: true }), 'risk of bias')).toBe('none')
    expect(concern(rate(openTrial('death'), { carriesVerdict: true }), 'risk of bias')).toBe('none')
  })

  it.each([
    ['per-protocol analysis', { finding: { analysis: 'per-protocol' } }, 'serious'],
    ['more than 20% lost', { source: { evidence: { signals: [signal('attrition', 28)] } } }, 'serious'],
    ['5 to 20% lost: a note', { source: { evidence: { signals: [signal('attrition', 12)] } } }, 'note'],
    ['16% lost, 28% of one arm and 2% of the other', { source: { evidence: { signals: [lostByArm(16, 28, 2)] } } }, 'serious'],
    ['a gap of just 10 points: a note', { source: { evidence: { signals: [lostByArm(8, 13, 3)] } } }, 'note'],
    ['more than 20% lost and a gap: one serious signal, not two', { source: { evidence: { signals: [lostByArm(24, 40, 8)] } } }, 'serious'],
    ['under 5% lost: none', { source: { evidence: { signals: [signal('attrition', 3)] } } }, 'none'],
    ['two notes on one study', { source: { evidence: { signals: [signal('unadjudicated'), signal('cluster')] } } }, 'serious'],
    ['two serious signals', { finding: { analysis: 'per-protocol' }, source: { evidence: { signals: [signal('attrition', 28)] } } }, 'very-serious'],
    ['stopped for futility: none', { source: { evidence: { signals: [signal('stopped-early-other')] } } }, 'none'],
  ] as const satisfies readonly (readonly [string, AppraisedParts, string])[])('%s', (_case, appraised, expected) => {
    expect(concern(rate(appraised), 'risk of bias')).toBe(expected)
  })

  it('names the share that each arm lost when it is the gap that matters', () => {
    expect(rate({ source: { evidence: { signals: [lostByArm(16, 28, 2)] } } }).domains[0]?.reason).toBe('28% of one arm and 2% of another lost or not analysed')
  })

  it('stopping early for benefit is serious with few people or events, else a note', () => {
    const stopped: AppraisedParts = { source: { evidence: { signals: [signal('stopped-early-benefit')] } } }
    expect(concern(rate(stopped, { people: 140 }), 'risk of bias')).toBe('serious')
    expect(concern(rate(stopped, { people: 900 }), 'risk of bias')).toBe('note')
    const ratio: Effect = { ...PRECISE, measure: 'HR', estimate: 0.6, low: 0.5, high: 0.7 }
    expect(concern(rate(stopped, { effect: ratio, events: 499 }), 'risk of bias')).toBe('serious')
    expect(concern(rate(stopped, { effect: ratio, events: 500 }), 'risk of bias')).toBe('note')
  })

  it('counts when more than half of the people come from serious studies', () => {
    const strong = (n: number): RatingInput['trials'][number] => buildAppraised({ source: { id: 'strong', evidence: { n, signals: [] } } })
    const headline = buildAppraised({ source: { id: 'x' } })
    const perProtocol = buildAppraised({ source: { id: 'weak', evidence: { n: 400, signals: [signal('per-protocol-only')] } } })
    expect(concern(rate({}, { headline, trials: [perProtocol, strong(500)] }), 'risk of bias')).toBe('none')
    expect(concern(rate({}, { headline, trials: [perProtocol, strong(300)] }), 'risk of bias')).toBe('serious')
  })

  it('cannot be assessed for a review whose trials are not held', () => {
    expect(concern(rate({ source: { kind: 'meta-analysis' } }, { trials: [] }), 'risk of bias')).toBe('not-assessable')
  })

  it('is no matter of who paid', () => {
    expect(rate({ source: { funding: 'industry' } }).certainty).toBe(rate({ source: { funding: 'public' } }).certainty)
  })
})

describe('inconsistency', () => {
  const at = (estimate: number): Effect => ({ ...PRECISE, estimate, low: estimate - 3, high: estimate + 3 })

  it.each([
    ['one study cannot be assessed', null, [at(-20)], 'not-assessable'],
    ['both sides of the line and I² 60%', { k: 2, i2: 60, qPValue: 0.11 }, [at(-20), at(-5)], 'serious'],
    ['both sides of the line and Q p 0.05', { k: 2, i2: 40, qPValue: 0.05 }, [at(-20), at(-5)], 'serious'],
    ['both sides of the line, chance can explain it', { k: 2, i2: 20, qPValue: 0.3 }, [at(-12), at(-9)], 'none'],
    ['intervals apart and I² over 75%', { k: 2, i2: 90, qPValue: 0.001 }, [at(-20), at(-5)], 'very-serious'],
    ['all beyond the line, whatever I²', { k: 2, i2: 90, qPValue: 0.001 }, [at(-40), at(-15)], 'none'],
    ['opposite signs, all too small to matter', { k: 2, i2: 80, qPValue: 0.01 }, [at(-4), at(4)], 'none'],
  ] as const)('%s', (_case, pool, effects, expected) => {
    expect(concern(rate({}, { pool: pool === null ? null : { ...pool, asymmetryP: null, prediction: null }, effects }), 'inconsistency')).toBe(expected)
  })
})

describe('the I² that a published pool states', () => {
  const review = (i2: number | null, ...estimates: number[]): ReturnType<typeof rate> => rate({ source: { id: 'review', kind: 'meta-analysis' }, finding: { i2 } }, {
    trials: estimates.map((estimate, index) => buildAppraised({ source: { id: `inside-${index}` }, finding: { measure: 'MD', estimate, ciLow: estimate - 3, ciHigh: estimate + 3 } })),
  })

  it.each([
    ['none is stated', review(null, -20, -5), 'not-assessable'],
    ['it is low, though its trials are not held', review(20), 'none'],
    ['it is high and the trials are not held', review(80), 'not-assessable'],
    ['it is high and the trials held lie on one side of the line', review(80, -20, -30), 'not-assessable'],
    ['it is over 50% and trials lie on both sides of the line', review(60, -20, -5), 'serious'],
    ['it is over 75% and their intervals are apart', review(80, -20, -5), 'very-serious'],
    ['it is over 75% and their intervals meet', review(80, -12, -8), 'serious'],
  ] as const)('when %s', (_case, rated, expected) => {
    expect(concern(rated, 'inconsistency')).toBe(expected)
  })

  it('is nobody’s in a single trial', () => {
    expect(concern(rate({ finding: { i2: 0 } }), 'inconsistency')).toBe('not-assessable')
  })
})

describe('ten studies and more, five and more', () => {
  const pool = { k: 12, i2: 10, qPValue: 0.4, asymmetryP: 0.04, prediction: null }

  it('lowers for funnel asymmetry, and not without it', () => {
    expect(concern(rate({}, { pool }), 'publication bias')).toBe('serious')
    expect(concern(rate({}, { pool: { ...pool, asymmetryP: 0.5 } }), 'publication bias')).toBe('none')
  })

  it('lowers when a new trial could fall on the other side of the line', () => {
    const prediction: Effect = { ...PRECISE, low: -35, high: -5 }
    expect(concern(rate({}, { pool: { ...pool, prediction } }), 'inconsistency')).toBe('serious')
    expect(concern(rate({}, { pool: { ...pool, prediction: PRECISE } }), 'inconsistency')).toBe('none')
  })
})

describe('large effects without randomization', () => {
  const strong: Effect = { measure: 'RR', estimate: 0.3, low: 0.2, high: 0.45, origin: 'reported', higherIsBetter: false }
  const observed = (effect: Effect): ReturnType<typeof rateCertainty> => rate({ tier: 'observational' }, { effect, effects: [effect], threshold: { kind: 'ratio', value: 1.25, label: 'a ratio', verified: true }, tier: 'observational', events: 1000, people: 10_000 })

  it('raise certainty once from a two-fold bound and twice from a five-fold one', () => {
    expect(observed(strong).certainty).toBe('moderate')
    expect(observed({ ...strong, estimate: 0.1, low: 0.06, high: 0.17 }).certainty).toBe('high')
  })

  it('raise nothing from a smaller effect, and nothing in a randomized trial', () => {
    expect(observed({ ...strong, estimate: 0.6, low: 0.5, high: 0.7 }).domains.some(({ domain }) => domain === 'large effect')).toBe(false)
    expect(rate({}, { effect: strong, effects: [strong] }).domains.some(({ domain }) => domain === 'large effect')).toBe(false)
  })
})

describe('imprecision', () => {
  const mean = (estimate: number, low: number | null, high: number | null): Partial<RatingInput> => ({ effect: { ...PRECISE, estimate, low, high } })

  it.each([
    ['an interval beyond the line', mean(-20, -23, -17), 'none'],
    ['crossing one line', mean(-12, -16, -8), 'serious'],
    ['crossing both lines', mean(0, -15, 15), 'very-serious'],
    ['crossing no difference inside the lines', mean(0, -3, 3), 'none'],
    ['no interval', mean(-5.3, null, null), 'serious'],
    ['no interval and few people', { ...mean(-5.3, null, null), people: 225 }, 'very-serious'],
    ['no effect at all', { effect: null }, 'not-assessable'],
    ['beyond the line, as narrow as an adequate trial', mean(-22, -28.5, -15.5), 'none'],
    ['beyond the line, wider than an adequate trial', mean(-22, -31, -13), 'serious'],
  ] as const)('%s', (_case, parts, expected) => {
    const decided = parts.effect?.high !== null && (parts.effect?.high ?? 0) < 0
    expect(concern(rate({}, { ...parts, zone: decided ? 'important-benefit' : null }), 'imprecision')).toBe(expected)
  })

  it('doubts a large ratio from little information', () => {
    const effect: Effect = { ...PRECISE, measure: 'RR', estimate: 0.33, low: 0.14, high: 0.71 }
    const ratio = { kind: 'ratio', value: 1.25, label: 'ratio', verified: true } as const
    expect(concern(rate({}, { effect, threshold: ratio, events: 44, people: 34000 }), 'imprecision')).toBe('serious')
  })

  it('doubts an important benefit from fewer events than an adequate trial needs', () => {
    const effect: Effect = { ...PRECISE, measure: 'HR', estimate: 0.6, low: 0.47, high: 0.74 }
    const ratio = { kind: 'ratio', value: 1.25, label: 'ratio', verified: true } as const
    expect(concern(rate({}, { effect, threshold: ratio, events: 300 }), 'imprecision')).toBe('serious')
    expect(concern(rate({}, { effect, threshold: ratio, events: 400 }), 'imprecision')).toBe('none')
  })
})

describe('the review’s own rating', () => {
  const review = (statedCertainty: NonNullable<NonNullable<NonNullable<AppraisedParts['source']>['evidence']>['statedCertainty']>): AppraisedParts => ({ source: { kind: 'meta-analysis', evidence: { statedCertainty } } })

  it('caps ours', () => {
    expect(rate(review([{ outcomeConcept: 'death', certainty: 'low', span: null }])).certainty).toBe('low')
  })

  it('never lifts ours', () => {
    expect(rate({ ...review([{ outcomeConcept: null, certainty: 'high', span: null }]), finding: { analysis: 'per-protocol' } }).certainty).toBe('moderate')
  })

  it('caps a pool at moderate when none is stated, and never a trial', () => {
    expect(rate(review([])).certainty).toBe('moderate')
    expect(rate({}).certainty).toBe('high')
  })

  it('is read at the finding’s own words first', () => {
    const stated = [{ outcomeConcept: 'stroke', certainty: 'low', span: null }, { outcomeConcept: null, certainty: 'high', span: { start: 2, end: 5 } }] as const
    expect(rate(review([...stated])).certainty).toBe('high')
  })
})

describe('indirectness and publication bias', () => {
  it('are never set by code', () => {
    expect(concern(rate({ interventionMatch: 'class', populationMatch: 'overlaps' }), 'indirectness')).toBe('not-judged')
    expect(concern(rate({}), 'publication bias')).toBe('not-assessable')
  })
})
