import { describe, expect, it } from 'vitest'
import { buildBody } from '../../../test/support/build-body.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import type { OutcomeBody } from '../synthesis/index.ts'
import { effectSentence } from './effect-sentence.ts'

const vocabulary = starterVocabulary()
const body = (parts: Partial<OutcomeBody>): OutcomeBody => ({ ...buildBody(), label: 'major bleeding', outcomeConcept: 'major-bleeding', tier: 'blinded-randomized', ...parts })
const hr = { measure: 'HR', estimate: 0.7, low: 0.6, high: 0.8, origin: 'reported', higherIsBetter: false } as const
const points = { kind: 'points', value: 10, label: '10 points on the Oswestry Disability Index', verified: true } as const

describe('one outcome as a sentence', () => {
  it.each([
    ['high', 'important-benefit', 'Against placebo, aspirin lowers major bleeding'],
    ['moderate', 'important-benefit', 'Against placebo, aspirin probably lowers major bleeding'],
    ['low', 'important-benefit', 'Against placebo, aspirin may lower major bleeding'],
    ['very-low', 'important-benefit', 'Against placebo, the evidence is very uncertain about the effect of aspirin on major bleeding'],
    ['high', 'trivial', 'Against placebo, aspirin makes little or no difference to major bleeding'],
    ['low', 'trivial', 'Against placebo, aspirin may make little or no difference to major bleeding'],
    ['high', 'inconclusive', 'Against placebo, it could not be told whether aspirin changes major bleeding'],
  ] as const)('at %s certainty and zone %s begins "%s"', (certainty, zone, start) => {
    const effect = zone === 'trivial' || zone === 'inconclusive' ? { ...hr, estimate: 0.99, low: 0.95, high: 1.04 } : hr
    expect(effectSentence(vocabulary, body({ certainty, zone, effect }), 'aspirin').startsWith(start)).toBe(true)
  })

  it('says both halves of a difference that is real and too small to matter', () => {
    const text = effectSentence(vocabulary, body({ certainty: 'high', zone: 'small-benefit', effect: hr, threshold: { kind: 'per-1000', value: 10, label: '10 per 1000 people', verified: true } }), 'aspirin')
    expect(text).toContain('slightly')
    expect(text).toContain('too small to matter to most people')
  })

  it('says both halves of a result wholly below the line that still excludes no difference', () => {
    const md = { measure: 'MD', estimate: -4.6, low: -9, high: -0.02, origin: 'reported', higherIsBetter: false } as const
    const text = effectSentence(vocabulary, body({ certainty: 'high', zone: 'trivial', effect: md, threshold: { ...points, value: 15, label: '15 points on pain' }, outcomeConcept: 'pain', label: 'Pain at 3 months' }), 'knee arthroscopy')
    expect(text).toMatch(/^Against placebo, knee arthroscopy improves pain .* slightly, by a difference too small to matter to most people/)
  })

  it('marks a line that no source held states', () => {
    const md = { measure: 'MD', estimate: -0.2, low: -0.3, high: 0.1, origin: 'reported', higherIsBetter: false } as const
    expect(effectSentence(vocabulary, body({ certainty: 'high', zone: 'trivial', effect: md, threshold: { ...points, verified: false } }), 'a drug')).toContain('a usual value for which no source is held')
  })

  it('calls a met margin "not worse by more than the margin", never equal', () => {
    const met = body({ certainty: 'moderate', zone: 'inconclusive', effect: { ...hr, estimate: 0.98, low: 0.9, high: 1.07 } })
    const headline = { ...met.headline, finding: { ...met.headline.finding, nonInferiorityMet: true, nonInferiorityMargin: 1.1 } }
    const text = effectSentence(vocabulary, { ...met, headline }, 'tenecteplase')
    expect(text).toContain('not worse by more than the margin of the trial (1.1)')
    expect(text).not.toContain('as good as')
  })

  it('says that the absolute size is missing where no baseline risk is held', () => {
    expect(effectSentence(vocabulary, body({ certainty: 'high', zone: 'important-benefit', effect: hr, baseline: null, absolute: null }), 'aspirin')).toContain('the size in absolute terms was not available to us')
  })

  it('uses no word of cause for what was only observed', () => {
    const text = effectSentence(vocabulary, body({ certainty: 'low', zone: 'important-benefit', effect: hr, tier: 'observational' }), 'aspirin')
    expect(text).toContain('linked with')
    expect(text).not.toMatch(/lowers?|raises?|prevents?/)
  })

  it('tells on which side of the line a mean without an interval falls', () => {
    const md = { measure: 'MD', estimate: -5.3, low: null, high: null, origin: 'reported', higherIsBetter: false } as const
    expect(effectSentence(vocabulary, body({ certainty: 'very-low', zone: null, effect: md, threshold: points, outcomeConcept: 'function', label: 'ODI change at 3 months' }), 'ablation')).toContain('below the line of 10 points')
  })
})
