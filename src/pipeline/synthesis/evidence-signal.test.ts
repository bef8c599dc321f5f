import { describe, expect, it } from 'vitest'
import { buildBody } from '../../../test/support/build-body.ts'
import { buildAppraised, buildCounts, type AppraisedParts } from '../../../test/support/build-finding.ts'
import { evidenceSignal } from './evidence-signal.ts'
import type { OutcomeBody } from './types.ts'

const benefit = buildBody({ zone: 'important-benefit' })
const uncertainBenefit = buildBody({ zone: 'important-benefit', certainty: 'low' })
const small = buildBody({ zone: 'small-benefit' })
const trivial = buildBody({ zone: 'trivial', excludesThreshold: true })
const open = buildBody({ zone: 'inconclusive', certainty: 'low' })
const harm = buildBody({ zone: 'important-harm', kind: 'harm', outcomeConcept: 'major-bleeding' })
const uncertainHarm = buildBody({ zone: 'important-harm', kind: 'harm', certainty: 'low' })
const contradictory = buildBody({ zone: 'important-benefit', contradictory: true })
const noInterval = buildBody({ zone: null })

/** A double-blind trial whose primary outcome came out null. */
function nullTrial(id: string, parts: AppraisedParts = {}): OutcomeBody {
  const headline = buildAppraised({ ...parts, source: { id, evidence: { n: 1000 } }, finding: { measure: 'RR', estimate: 0.95, ciLow: 0.7, ciHigh: 1.3, arms: buildCounts([50, 500], [53, 500]), ...parts.finding } })
  return buildBody({ id, headline, zone: 'inconclusive', certainty: 'low', tier: headline.tier })
}

describe('evidenceSignal', () => {
  it.each([
    ['E5', 'an important harm at moderate or high certainty and no important benefit', [harm, trivial]],
    ['E4', 'every critical benefit is trivial', [trivial, trivial]],
    ['E4', 'every critical benefit is small and below the line', [buildBody({ zone: 'small-benefit', excludesThreshold: true })]],
    ['E3c', 'large trials contradict each other', [contradictory]],
    ['E1', 'an important benefit at moderate or high certainty', [benefit]],
    ['E2', 'an important benefit at low certainty', [uncertainBenefit]],
    ['E2', 'a small benefit', [small]],
    ['E3i', 'intervals that leave it open', [open]],
    ['E0', 'no interval for a critical outcome', [noInterval]],
    ['E0', 'nothing at all', []],
    ['E0', 'important outcomes alone', [buildBody({ zone: 'important-benefit', importance: 'important' })]],
  ] as const)('%s: %s', (signal, _case, bodies) => {
    expect(evidenceSignal(bodies).signal).toBe(signal)
  })

  it.each([
    ['harm before uselessness (E5 before E4)', [trivial, harm], 'E5'],
    ['harm beside an important benefit is no E5', [benefit, harm], 'E1'],
    ['uncertain harm is no E5', [trivial, uncertainHarm], 'E4'],
    ['contradiction before benefit (E3c before E1)', [contradictory, benefit], 'E3c'],
    ['an important benefit before a small one (E1 before E2)', [small, benefit], 'E1'],
    ['a small benefit before open results (E2 before E3i)', [open, small], 'E2'],
    ['one trivial outcome beside a small benefit is no E4', [trivial, small], 'E2'],
    ['trivial at low certainty is no E4', [buildBody({ zone: 'trivial', certainty: 'low' })], 'E3i'],
    ['no gain in efficacy but an important harm avoided is a benefit', [trivial, buildBody({ zone: 'important-benefit', kind: 'harm' })], 'E1'],
  ] as const)('tests %s', (_case, bodies, signal) => {
    expect(evidenceSignal(bodies).signal).toBe(signal)
    expect(evidenceSignal([...bodies].toReversed()).signal).toBe(signal)
  })

  it('asks blinded trials before open ones and never mixes them', () => {
    const openTrial = buildBody({ zone: 'important-benefit', tier: 'open-randomized', comparison: 'no-treatment-or-usual-care' })
    const { signal, comparison } = evidenceSignal([openTrial, buildBody({ zone: 'inconclusive', certainty: 'low' })])
    expect(signal).toBe('E3i')
    expect(comparison).toEqual({ tier: 'blinded-randomized', comparison: 'sham-or-placebo' })
  })

  it('uses open trials where no blinded one has a result that can be placed', () => {
    const openTrial = buildBody({ zone: 'important-benefit', tier: 'open-randomized' })
    expect(evidenceSignal([openTrial, noInterval]).signal).toBe('E1')
  })

  it('names the outcomes that decided', () => {
    expect(evidenceSignal([small, benefit]).deciding).toEqual([benefit])
    expect(evidenceSignal([trivial, harm]).deciding).toEqual([harm])
  })

  it('where only harms can be placed, the best comparison speaks', () => {
    const openHarm = buildBody({ id: 'a', zone: 'important-harm', kind: 'harm', tier: 'observational' })
    const blindHarm = buildBody({ id: 'z', zone: 'small-harm', kind: 'harm' })
    expect(evidenceSignal([openHarm, blindHarm]).comparison?.tier).toBe('blinded-randomized')
  })
})

describe('tested without benefit', () => {
  it('holds for two independent double-blind trials that are null on their primary outcome', () => {
    expect(evidenceSignal([nullTrial('a'), nullTrial('b')]).signal).toBe('E4')
  })

  it('does not hold for one small trial', () => {
    expect(evidenceSignal([nullTrial('a')]).signal).toBe('E3i')
  })

  it('holds for one trial that meets the information size', () => {
    expect(evidenceSignal([nullTrial('a', { finding: { arms: buildCounts([200, 500], [210, 500]) } })]).signal).toBe('E4')
  })

  it('does not hold for two reports of one trial', () => {
    const again = nullTrial('a')
    expect(evidenceSignal([nullTrial('a'), { ...again, id: 'second report' }]).signal).toBe('E3i')
  })

  it('does not hold for open trials', () => {
    expect(evidenceSignal([nullTrial('a', { tier: 'open-randomized' }), nullTrial('b', { tier: 'open-randomized' })]).signal).toBe('E3i')
  })

  it('does not hold when a trial of that tier is favourable', () => {
    expect(evidenceSignal([nullTrial('a'), nullTrial('b'), small]).signal).toBe('E2')
  })

  it('still holds when a trial of that tier shows harm', () => {
    const harmful = nullTrial('c', { finding: { estimate: 1.4, ciLow: 1.1, ciHigh: 1.8 } })
    expect(evidenceSignal([nullTrial('a'), nullTrial('b'), { ...harmful, zone: 'small-harm' }]).signal).toBe('E4')
  })

  it('does not count secondary outcomes', () => {
    expect(evidenceSignal([nullTrial('a', { finding: { role: 'secondary' } }), nullTrial('b', { finding: { role: 'secondary' } })]).signal).toBe('E3i')
  })
})

describe('not worse by more than the margin', () => {
  const met = buildAppraised({ finding: { comparatorType: 'active', nonInferiorityMet: true, nonInferiorityMargin: 4, unit: 'percentage points' } })

  it('is a benefit of its kind against active care, with the margin told', () => {
    const { signal, reason } = evidenceSignal([buildBody({ headline: met, comparison: 'active', zone: 'trivial', excludesThreshold: true })])
    expect(signal).toBe('E2')
    expect(reason).toContain('4 percentage points')
  })

  it('is no benefit where clinical bodies speak, and no proof of uselessness either', () => {
    const { signal, reason } = evidenceSignal([buildBody({ headline: met, comparison: 'active', zone: 'trivial', excludesThreshold: true })], { guidelinesSpeak: true })
    expect(signal).toBe('E3i')
    expect(reason).toContain('left to the bodies that advise')
  })

  it('is none against a placebo', () => {
    expect(evidenceSignal([buildBody({ headline: met, zone: 'trivial' })]).signal).toBe('E4')
  })

  it('is none for the arm it was set against', () => {
    expect(evidenceSignal([buildBody({ headline: { ...met, reversed: true }, comparison: 'active', zone: 'trivial' })]).signal).toBe('E4')
  })
})
