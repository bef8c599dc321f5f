import { describe, expect, it } from 'vitest'
import { buildAppraised } from '../../../../test/support/build-finding.ts'
import type { Finding, Stance } from '../../../core/model/index.ts'
import { pointsAgainst } from './points-against.ts'

/** Hazard ratios of death: estimate, interval, role, whether it counts as a harm, and against which verdicts it points. */
const RESULTS: readonly (readonly [what: string, finding: Partial<Finding>, against: readonly Stance[]])[] = [
  ['a clear benefit', { estimate: 0.7, ciLow: 0.6, ciHigh: 0.82 }, ['not-recommended']],
  ['fewer people dead with the comparator', { estimate: 1.3, ciLow: 1.1, ciHigh: 1.6 }, ['recommended', 'conditional']],
  ['a main result without a difference', { estimate: 0.98, ciLow: 0.9, ciHigh: 1.07 }, ['recommended', 'conditional']],
  ['a side result without a difference', { estimate: 0.98, ciLow: 0.9, ciHigh: 1.07, role: 'secondary' }, []],
  ['a harm', { estimate: 1.5, ciLow: 1.2, ciHigh: 1.9, outcomeKind: 'harm' }, ['recommended', 'conditional']],
  ['a number without an interval', { estimate: 1.3 }, []],
]
const STANCES: readonly Stance[] = ['recommended', 'conditional', 'contested', 'not-recommended', 'insufficient-evidence', 'no-evidence', 'not-a-decision']

describe('a result that points against the verdict', () => {
  it.each(RESULTS)('%s', (_what, finding, against) => {
    expect(STANCES.filter((stance) => pointsAgainst(stance, buildAppraised({ finding })))).toEqual(against)
  })
})
