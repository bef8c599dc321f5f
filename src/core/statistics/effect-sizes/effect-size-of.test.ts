import { describe, expect, it } from 'vitest'
import { effectSizeOf, type EffectSize, type Measure, type StudyData } from '../index.ts'

const KEEP = { add: 0.5, drop00: false }
const DROP = { add: 0.5, drop00: true }
const table = (events1: number, total1: number, events2: number, total2: number): StudyData => ({ kind: '2x2', events1, total1, events2, total2 })
const of = (data: StudyData, measure: Measure, rule = KEEP): EffectSize => effectSizeOf(data, measure, rule)
const rounded = ({ yi, vi }: EffectSize, digits = 4): (string | undefined)[] => [yi?.toFixed(digits), vi?.toFixed(digits)]

describe('effect sizes of published examples', () => {
  it.each([
    ['Saint', 12, 65, 16, 65, '-0.3662', '0.1851'], ['Kelly', 8, 40, 10, 40, '-0.2877', '0.2896'], ['Pilbeam', 14, 80, 19, 80, '-0.3842', '0.1556'],
    ['Lane', 25, 400, 80, 400, '-1.3218', '0.0583'], ['Wright', 8, 40, 11, 40, '-0.4169', '0.2816'], ['Day', 16, 65, 18, 65, '-0.1595', '0.1597'],
  ])('log odds ratio of %s (Borenstein et al. 2009, table 14.4)', (_name, a, n1, c, n2, yi, vi) => {
    expect(rounded(of(table(a, n1, c, n2), 'OR'))).toEqual([yi, vi])
  })

  it.each([
    ['Carroll', 94, 22, 60, 92, 20, 60, 0.0945], ['Grant', 98, 21, 65, 92, 22, 65, 0.2774], ['Peck', 98, 28, 40, 88, 26, 40, 0.3665],
    ['Donat', 94, 19, 200, 82, 17, 200, 0.6644], ['Stewart', 98, 21, 50, 88, 22, 45, 0.4618], ['Young', 96, 21, 85, 92, 22, 85, 0.1852],
  ])('Hedges’ g of %s (Borenstein et al. 2009, table 14.1)', (_name, mean1, sd1, n1, mean2, sd2, n2, g) => {
    expect(Math.abs((of({ kind: 'means', mean1, sd1, n1, mean2, sd2, n2 }, 'SMD').yi ?? 9) - g)).toBeLessThan(1e-4)
  })

  it('by hand: RR and RD of 10/100 against 20/100, MD, ratio of means, rates, proportions, correlation', () => {
    expect(rounded(of(table(10, 100, 20, 100), 'RR'))).toEqual([Math.log(0.5).toFixed(4), (1 / 10 - 1 / 100 + 1 / 20 - 1 / 100).toFixed(4)])
    expect(rounded(of(table(10, 100, 20, 100), 'RD'), 6)).toEqual(['-0.100000', (0.1 * 0.9 / 100 + 0.2 * 0.8 / 100).toFixed(6)])
    const means: StudyData = { kind: 'means', mean1: 12, sd1: 3, n1: 30, mean2: 8, sd2: 2, n2: 20 }
    expect(rounded(of(means, 'MD'))).toEqual(['4.0000', (9 / 30 + 4 / 20).toFixed(4)])
    expect(rounded(of(means, 'ROM'))).toEqual([Math.log(1.5).toFixed(4), (9 / (30 * 144) + 4 / (20 * 64)).toFixed(4)])
    expect(rounded(of({ kind: 'rates', events1: 5, time1: 100, events2: 10, time2: 50 }, 'IRR'))).toEqual([Math.log(0.25).toFixed(4), '0.3000'])
    expect(rounded(of({ kind: 'proportion', events: 20, total: 100 }, 'PLO'))).toEqual([Math.log(0.25).toFixed(4), '0.0625'])
    expect(rounded(of({ kind: 'proportion', events: 20, total: 100 }, 'PR'), 5)).toEqual(['0.20000', '0.00160'])
    expect(rounded(of({ kind: 'correlation', r: 0.5, n: 28 }, 'ZCOR'))).toEqual(['0.5493', '0.0400'])
    expect(rounded(of({ kind: 'generic', estimate: -0.2, variance: 0.04 }, 'HR'))).toEqual(['-0.2000', '0.0400'])
  })
})

describe('zero cells', () => {
  it('add half an event to all four cells of a study that has an empty one, and say so', () => {
    expect(of(table(0, 20, 4, 20), 'OR')).toMatchObject({ isCorrected: true, yi: expect.closeTo(Math.log(0.5 / 20.5) - Math.log(4.5 / 16.5), 12) })
    expect(of(table(1, 20, 4, 20), 'OR')).toMatchObject({ isCorrected: false })
  })

  it('keep or leave out studies without events in both groups, or with nothing else, as the rule says', () => {
    for (const study of [table(0, 20, 0, 25), table(20, 20, 25, 25)]) {
      for (const measure of ['OR', 'RR', 'RD'] as const) expect([of(study, measure).isIncluded, of(study, measure, DROP)]).toEqual([true, { isIncluded: false, yi: null, vi: null, reason: 'no events, or only events, in both groups' }])
    }
    expect(of({ kind: 'rates', events1: 0, time1: 10, events2: 0, time2: 10 }, 'IRR', DROP).isIncluded).toBe(false)
  })

  it('correct rates and proportions likewise', () => {
    expect(of({ kind: 'rates', events1: 0, time1: 10, events2: 3, time2: 10 }, 'IRR')).toMatchObject({ yi: expect.closeTo(Math.log(0.5 / 3.5), 12), isCorrected: true })
    expect(of({ kind: 'proportion', events: 0, total: 9 }, 'PLO')).toMatchObject({ yi: expect.closeTo(Math.log(0.5 / 9.5), 12), isCorrected: true })
  })
})

describe('studies that cannot enter', () => {
  const means = (change: object): StudyData => ({ kind: 'means', mean1: 1, sd1: 1, n1: 10, mean2: 2, sd2: 1, n2: 10, ...change })
  it.each<[string, StudyData, Measure, string]>([
    ['no spread, mean difference', means({ sd1: 0, sd2: 0 }), 'MD', 'variance is 0'], ['no spread, standardized', means({ sd1: 0, sd2: 0 }), 'SMD', 'standard deviation is 0'],
    ['one person a group', means({ n1: 1, n2: 1 }), 'SMD', 'too few people'], ['means of two signs', means({ mean1: -1 }), 'ROM', 'one sign'], ['three people', { kind: 'correlation', r: 0.3, n: 3 }, 'ZCOR', 'more than three'],
    ['a perfect correlation', { kind: 'correlation', r: 1, n: 30 }, 'ZCOR', 'undefined'], ['a variance of 0', { kind: 'generic', estimate: 1, variance: 0 }, 'MD', 'no weight'],
  ])('%s: said why', (_what, data, measure, reason) => {
    expect(of(data, measure)).toMatchObject({ isIncluded: false, reason: expect.stringContaining(reason) })
  })
})
