import { describe, expect, it } from 'vitest'
import { buildFinding } from '../../../test/support/build-finding.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import type { Source } from '../../core/model/index.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import type { DraftClaim } from '../answer/index.ts'
import { checkClaim as check, type Check } from './check-claim.ts'

const vocabulary = starterVocabulary()
const checkClaim = (sentence: DraftClaim, audience: 'clinician' | 'patient' = 'clinician'): Check => check({ vocabulary }, sentence, audience)

const TEXT = 'Major bleeding occurred in 3.8% of people on aspirin and 2.8% on placebo over a median of 4.7 years, hazard ratio 1.38 (95% CI 1.18 to 1.62).'
const span = { start: 0, end: TEXT.length }

function trial(parts: Partial<Source> = {}): Source {
  const base = buildSource({ id: 'trial', studyName: 'BLEED', year: 2018 })
  const evidence = base.evidence === null ? null : { ...base.evidence, n: 19_114, findings: [buildFinding({ id: 'trial:finding-1', text: TEXT, span, timeMonths: 56.4 })] }
  return { ...base, text: TEXT, sections: [], evidence, ...parts }
}

function claim(parts: Partial<DraftClaim> = {}): DraftClaim {
  return { id: 'trial:finding-1', text: `BLEED (2018, 19,114 people): ${TEXT}`, kind: 'evidence', cites: [{ source: trial(), ...span }], ...parts }
}

describe('checking a sentence before it is printed', () => {
  it('supports a sentence whose words and numbers stand in its quote', () => {
    expect(checkClaim(claim()).verdict).toBe('supported')
  })

  it.each([
    ['no source at all', claim({ cites: [] })],
    ['a quote beyond the end of the source', claim({ cites: [{ source: trial(), start: 0, end: TEXT.length + 5 }] })],
    ['an empty quote', claim({ cites: [{ source: trial(), start: 3, end: 3 }] })],
    ['a retracted source', claim({ cites: [{ source: trial({ retraction: { state: 'retracted', notice: 'retracted' } }), ...span }] })],
    ['an article of our own', claim({ cites: [{ source: trial({ id: 'article:1234' }), ...span }] })],
    ['a fact of the case with a literature citation', claim({ kind: 'case-fact' })],
    ['advice with a citation', claim({ kind: 'advice' })],
    ['a computed sentence without inputs', claim({ kind: 'computed', cites: [] })],
  ])('refuses %s', (_what, wrong) => {
    expect(checkClaim(wrong).verdict).toBe('not-supported')
  })

  it.each([
    ['a changed number', TEXT.replace('1.38', '1.83'), /1\.83/],
    ['a changed bound', TEXT.replace('1.62', '1.26'), /1\.26/],
    ['a changed unit of time', TEXT.replace('years', 'months'), /unit/],
    ['one arm for the other', TEXT.replace('on aspirin', 'on X').replace('on placebo', 'on aspirin').replace('on X', 'on placebo'), /another place/],
    ['a negation', TEXT.replace('occurred', 'did not occur'), /"not"/],
    ['another outcome', TEXT.replace('Major bleeding', 'Stroke'), /Stroke/],
  ])('contradicts %s and says what differs', (_what, text, why) => {
    const { verdict, why: said } = checkClaim(claim({ text }))
    expect(verdict).toBe('contradicted')
    expect(said).toMatch(why)
  })

  it('does not take another year of the trial, or a word more than the source has', () => {
    expect(checkClaim(claim({ text: `BLEED (2019): ${TEXT}` })).verdict).toBe('not-supported')
    expect(checkClaim(claim({ text: TEXT.replace('Major bleeding', 'Dreadful major bleeding') }))).toMatchObject({ verdict: 'partly', why: expect.stringContaining('dreadful') })
    expect(checkClaim(claim({ text: 'Aspirin is a pain killer that was found in the bark of a tree.' }))).toMatchObject({ verdict: 'not-supported', why: 'the cited text is about something else' })
  })

  it('lets a rounded share stand as people of 1000, and months as years', () => {
    const source = trial()
    const evidence = source.evidence === null ? null : { ...source.evidence, findings: [buildFinding({ text: TEXT, span, timeMonths: 26.2, arms: [{ name: 'a', role: 'intervention', n: null, mean: null, sd: null, events: 37, total: 2387, percent: null, ratePer1000PersonYears: null }] })] }
    const cites = [{ source: { ...source, evidence }, ...span }]
    expect(checkClaim(claim({ text: 'About 16 of 1000 people over 2.2 years.', cites }), 'patient').verdict).toBe('supported')
    expect(checkClaim(claim({ text: 'About 17 of 1000 people over 2.2 years.', cites }), 'patient').verdict).toBe('not-supported')
  })

  it('computes an absolute effect again and contradicts one that does not follow', () => {
    const effect = { measure: 'HR', estimate: 0.8, low: 0.73, high: 0.87, origin: 'reported', higherIsBetter: false }
    const inputs = { effect, baselineRisk: { proportion: 0.183 }, absolutePer1000: { controlPer1000: 183, treatedPer1000: 1000 * (1 - (1 - 0.183) ** 0.8) }, start: 'high', certainty: 'high', domains: [] }
    expect(checkClaim(claim({ id: 'effect:x', kind: 'computed', text: 'Fewer have it.', inputs }), 'patient').verdict).toBe('supported')
    const wrong = { ...inputs, absolutePer1000: { ...inputs.absolutePer1000, treatedPer1000: 100 } }
    expect(checkClaim(claim({ id: 'effect:x', kind: 'computed', text: 'Fewer have it.', inputs: wrong })).verdict).toBe('contradicted')
  })

  it('contradicts a certainty that its downgrades do not give', () => {
    const inputs = { effect: null, absolutePer1000: null, baselineRisk: null, start: 'high', certainty: 'high', domains: [{ domain: 'imprecision', concern: 'serious', reason: 'wide' }] }
    expect(checkClaim(claim({ id: 'effect:x', kind: 'computed', text: 'Unclear.', inputs })).verdict).toBe('contradicted')
  })

  it('contradicts a verdict that is not the stance of its row', () => {
    const row = (stance: string): DraftClaim => claim({ id: 'verdict', kind: 'computed', text: 'Contested: no clinical body held here takes a position. Certainty of the evidence: low.', cites: [], inputs: { certainty: 'low', stance, strata: [{ row: 'G3×E1', stance, guidelineSignal: 'G3', evidenceSignal: 'E1', modifiers: [] }] } })
    expect(checkClaim(row('contested')).verdict).toBe('supported')
    expect(checkClaim(row('recommended')).verdict).toBe('contradicted')
  })

  it('contradicts "predates" for a guideline that is younger than the first study', () => {
    const silence = (year: number): DraftClaim => claim({ id: 's', kind: 'computed', text: `A board (${year}) is silent: it dates from ${year}, and the first study of aspirin held here from 2018. Silence is not opposition and does not vote.`, cites: [], inputs: { organization: 'A board', about: 'aspirin', silence: 'predates', publicationYear: year, firstEvidenceYear: 2018 } })
    expect(checkClaim(silence(2016)).verdict).toBe('supported')
    expect(checkClaim(silence(2023)).verdict).toBe('contradicted')
  })
})
