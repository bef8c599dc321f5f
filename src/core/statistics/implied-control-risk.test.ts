import { describe, expect, it } from 'vitest'
import { differencePer1000 } from './absolute-effect.ts'
import { impliedControlRisk } from './implied-control-risk.ts'

describe('impliedControlRisk', () => {
  it('is the difference over the relative change for a risk ratio', () => {
    // 0.35% fewer at a ratio of 0.92: 0.0035 / 0.08.
    expect(impliedControlRisk('RR', 0.92, -3.5)).toBeCloseTo(0.04375, 5)
  })

  it.each([['RR', 0.7], ['OR', 0.6], ['HR', 1.43], ['IRR', 0.8]] as const)('finds back the risk behind the difference of a %s', (measure, ratio) => {
    expect(impliedControlRisk(measure, ratio, differencePer1000(measure, ratio, 0.12))).toBeCloseTo(0.12, 5)
  })

  it.each([['points the other way', 0.9, 4], ['is larger than any risk allows', 0.9, -200], ['is none', 0.9, 0]] as const)('is null when the difference %s', (_case, ratio, difference) => {
    expect(impliedControlRisk('RR', ratio, difference)).toBeNull()
  })
})
