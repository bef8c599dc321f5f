import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whyArmRefused, whyEffectRefused } from './check-numbers.ts'
import { effectsInProse } from './effects-in-prose.ts'

describe('effects in prose', () => {
  it.each([
    ['hazard ratio', 'Death fell (hazard ratio 0.80; 95% CI 0.73 to 0.87; P<0.001).', ['HR', 0.8, 0.73, 0.87, 0.95, '< 0.001']],
    ['odds ratio in letters', 'Relapse: OR 1.53, 95% confidence interval [CI] 1.10-2.13, p = 0.02.', ['OR', 1.53, 1.1, 2.13, 0.95, '0.02']],
    ['adjusted relative risk', 'It was similar (adjusted relative risk [RR] 0.98, 95% CI 0.64–1.49, p = 0.912).', ['RR', 0.98, 0.64, 1.49, 0.95, '0.912']],
    ['mean difference', 'Pain fell (mean difference −4.6 points, 95% CI −9.0 to −0.02).', ['MD', -4.6, -9, -0.02, 0.95, null]],
    ['difference in percent is one of risks', 'The treatment difference was 44.5% (95% CI 26.9% to 62.7%), p<0.001.', ['RD', 44.5, 26.9, 62.7, 0.95, '< 0.001']],
    ['standardized', 'The standardized mean difference was 0.37 (95% CI 0.20 to 0.54).', ['SMD', 0.37, 0.2, 0.54, 0.95, null]],
    ['another level', 'HR 0.82 (97.5% CI 0.70 to 0.96).', ['HR', 0.82, 0.7, 0.96, 0.975, null]],
    ['credible interval', 'RR 0.90 (95% credible interval 0.81 to 1.00).', ['RR', 0.9, 0.81, 1, 'credible', null]],
    ['level after the name', 'Weight changed by a difference of 0.5 kg (CI 95% -0.42–1.42, p=0.17).', ['MD', 0.5, -0.42, 1.42, 0.95, '0.17']],
    ['brackets after a ratio', 'Stroke was rarer (HR 0.80 [0.73–0.87]).', ['HR', 0.8, 0.73, 0.87, null, null]],
    ['raised points', 'HR 0·465, 95% CI 0·224–0·965.', ['HR', 0.465, 0.224, 0.965, 0.95, null]],
    ['p alone', 'Women reported less violence (OR 0.37, p<0.001).', ['OR', 0.37, null, null, null, '< 0.001']],
    ['the sign in words', 'There were cost savings with a difference of £66 (95% CI −93 to −39).', ['MD', -66, -93, -39, 0.95, null]],
    ['a unit by time', 'Weight gain was alike (mean difference −14 g/week; 95% CI −32, 4; p = 0.12).', ['MD', -14, -32, 4, 0.95, '0.12']],
    ['the interval announced before its number', 'Control improved: mean difference [95% CI] = -0.35 [-0.78 to 0.07], p = 0.10.', ['MD', -0.35, -0.78, 0.07, 0.95, '0.10']],
    ['brackets after a named difference', 'The mean difference was 0.42 [-0.08 to 0.93], p = 0.09.', ['MD', 0.42, -0.08, 0.93, null, '0.09']],
    ['falling bounds of a number told to be fewer', 'It needs 35% (95% CI 50%–24%) fewer people.', ['other', 35, 24, 50, 0.95, null]],
    ['a grade is no estimate', 'In the new arm 69% had toxicity of grade ≥ 2 (95% CI 52% to 83%).', ['proportion', null, 52, 83, 0.95, null]],
    ['written by size', 'The difference was −1.7 (95% CI −0.8 to −3.2).', ['MD', -1.7, -3.2, -0.8, 0.95, null]],
  ])('%s', (_name, text, expected) => {
    const [effect] = effectsInProse(text)
    expect([effect?.measure, effect?.estimate, effect?.low, effect?.high, effect?.level, effect?.p]).toEqual(expected)
  })

  it('reads each of several, with its own numbers', () => {
    const effects = effectsInProse('Death (HR 0.88, 95% CI 0.77 to 1.00) and admission (HR 0.70, 95% CI 0.60 to 0.82; p < 0.001) fell.')
    expect(effects.map(({ estimate, p }) => [estimate, p])).toEqual([[0.88, null], [0.7, '< 0.001']])
  })

  it('reads a sign that no space sets apart, and no share below zero', () => {
    expect(effectsInProse('Change was -0.48% (95% CI: -0.68 to -0.29),-0.58% (95% CI: -0.77 to -0.39), and-0.78% (95% CI: -0.97 to -0.60).').map(({ measure, estimate }) => [measure, estimate])).toEqual([['other', -0.48], ['other', -0.58], ['other', -0.78]])
  })

  it.each(['The p value was 0.02.', 'Patients were 60 years old (SD 12).', 'It was 3.2 (2.1–4.4) mmol/l.', 'Efficacy was achieved in 97.2% (35/36).', 'BP fell.'])('finds none in “%s”', (text) => {
    expect(effectsInProse(text)).toEqual([])
  })

  it('never takes a p value for an estimate', () => {
    expect(effectsInProse('It differed (p = 0.028; 95% CI 1.1 to 2.0).')).toMatchObject([{ estimate: null, low: 1.1, high: 2 }])
  })

  it('keeps its place in the sentence, whatever stands around', () => {
    fc.assert(fc.property(fc.lorem({ maxCount: 6 }), fc.lorem({ maxCount: 6 }), fc.integer({ min: 11, max: 90 }), (before, after, hundredths) => {
      const estimate = (hundredths / 100).toFixed(2)
      const stated = `hazard ratio ${estimate} (95% CI 0.10 to 0.95)`
      const text = `${before} ${stated} ${after}`
      const [effect] = effectsInProse(text)
      expect(effect?.estimate).toBe(Number(estimate))
      expect(stated.startsWith(text.slice(effect?.start, effect?.end))).toBe(true)
    }))
  })
})

const numbers = { measure: 'OR', estimate: 1, low: 0.5, high: 2, rounding: 0.005, estimateUnit: null, intervalUnit: null } as const

describe('bad numbers', () => {
  it.each([
    ['an interval that does not hold its estimate', { ...numbers, estimate: 1.88, low: 1.42, high: 1.49 }, 'the interval (1.42 to 1.49) does not hold its estimate (1.88)'],
    ['a reversed interval', { ...numbers, low: 2, high: 0.5 }, 'the interval is reversed (2 to 0.5)'],
    ['a negative ratio', { ...numbers, low: -0.5 }, 'a ratio cannot be negative'],
    ['a share above the whole', { ...numbers, measure: 'RD' as const, estimate: 120, low: 90, high: 140, estimateUnit: '%', intervalUnit: '%' }, 'a percentage above 100'],
    ['mixed units', { ...numbers, measure: 'MD' as const, estimateUnit: 'kg', intervalUnit: 'mmHg' }, 'mixed units: kg and mmHg'],
    ['percent and share', { ...numbers, measure: 'proportion' as const, estimate: 38.7, low: 0.21, high: 0.57, estimateUnit: '%' }, 'mixed units: 38.7% and an interval in shares (0.21 to 0.57)'],
  ])('%s', (_name, read, reason) => {
    expect(whyEffectRefused(read)).toBe(reason)
  })

  it.each([
    ['events above the total', { events: 12, total: 10, percent: null, sd: null }, '12 events of 10'],
    ['a percentage above 100', { events: null, total: null, percent: 281, sd: null }, '281% is not a share'],
    ['a negative standard deviation', { events: null, total: null, percent: null, sd: -1 }, 'a negative standard deviation (-1)'],
    ['counts that are not their percentage', { events: 8, total: 60, percent: 8.3, sd: null }, '8 of 60 is not 8.3%'],
  ])('%s', (_name, read, reason) => {
    expect(whyArmRefused(read)).toBe(reason)
  })

  it('lets rounding pass', () => {
    expect(whyEffectRefused({ ...numbers, estimate: 1, low: 1.004, high: 1.3 })).toBeNull()
    expect(whyArmRefused({ events: 22, total: 37, percent: 59.4, sd: null })).toBeNull()
  })
})
