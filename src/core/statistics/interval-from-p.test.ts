import { describe, expect, it } from 'vitest'
import { intervalFromP } from './interval-from-p.ts'

describe('intervalFromP', () => {
  it('gives back the interval of a ratio whose p is known (ln 0.81 over z 1.440)', () => {
    const interval = intervalFromP({ estimate: 0.81, p: '0.15', scale: 'log' })
    expect(interval?.low).toBeCloseTo(0.608, 2)
    expect(interval?.high).toBeCloseTo(1.079, 2)
  })

  it('gives back the interval of a difference', () => {
    // 2.0 with a standard error of 0.85: z 2.353, p 0.0186.
    const interval = intervalFromP({ estimate: 2, p: 'P = 0.0186', scale: 'raw' })
    expect(interval?.low).toBeCloseTo(2 - 1.96 * 0.85, 2)
    expect(interval?.high).toBeCloseTo(2 + 1.96 * 0.85, 2)
  })

  it('lies on the edge of no difference at p 0.05', () => {
    expect(intervalFromP({ estimate: 0.7, p: '0.0500', scale: 'log' })?.high).toBeCloseTo(1, 3)
    expect(intervalFromP({ estimate: -4, p: '0.0500', scale: 'raw' })?.high).toBeCloseTo(0, 3)
  })

  it.each([
    ['a bound', 0.7, '<0.001', 'log'],
    ['words', 0.7, 'not significant', 'log'],
    ['a p of no chance', 0.7, '0.00', 'log'],
    ['a p near 1', 0.98, '0.90', 'log'],
    ['an estimate at no difference', 1, '0.97', 'log'],
    ['a p of one digit that may be half or twice itself', 0.7, '0.9', 'log'],
    ['a ratio that is none', -0.7, '0.03', 'log'],
  ] as const)('is null for %s', (_case, estimate, p, scale) => {
    expect(intervalFromP({ estimate, p, scale })).toBeNull()
  })
})
