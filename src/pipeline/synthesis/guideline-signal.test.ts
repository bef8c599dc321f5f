import { describe, expect, it } from 'vitest'
import { buildPosition } from '../../../test/support/build-position.ts'
import { guidelineSignal, oneVoteEach } from './guideline-signal.ts'

const strongFor = buildPosition('panel')
const weakFor = buildPosition('weak', { votingStrength: 'conditional' })
const unqualifiedFor = buildPosition('society', { qualified: false })
const individual = buildPosition('individual', { direction: 'neither', votingStrength: 'strong' })
const strongAgainst = buildPosition('opponent', { direction: 'against' })
const weakAgainst = buildPosition('doubter', { direction: 'against', votingStrength: 'conditional' })
const unqualifiedAgainst = buildPosition('club', { direction: 'against', qualified: false })
const insufficient = buildPosition('undecided', { direction: 'insufficient-evidence' })

describe('guidelineSignal', () => {
  it.each([
    ['nobody speaks', [], 'G0'],
    ['all for, one strongly by an explicit method', [strongFor, weakFor], 'G1'],
    ['all for, none strong', [weakFor], 'G2'],
    ['all for, the strong one without an explicit method', [weakFor, unqualifiedFor], 'G2'],
    ['an individual decision alone', [individual], 'G2'],
    ['for and against', [strongFor, weakAgainst], 'G3'],
    ['an individual decision and against', [individual, weakAgainst], 'G3'],
    ['for, against and insufficient', [weakFor, weakAgainst, insufficient], 'G3'],
    ['all against, none strong', [weakAgainst], 'G4'],
    ['all against, the strong one without an explicit method', [unqualifiedAgainst], 'G4'],
    ['all against, one strongly by an explicit method', [strongAgainst, weakAgainst], 'G5'],
    ['against and insufficient, none strong', [weakAgainst, insufficient], 'G4'],
    ['against and insufficient, one strong', [strongAgainst, insufficient], 'G5'],
    ['only insufficient', [insufficient], 'G6'],
    ['for and insufficient', [strongFor, insufficient], 'G7'],
  ] as const)('%s', (_case, votes, signal) => {
    expect(guidelineSignal(votes)).toBe(signal)
    expect(guidelineSignal([...votes].toReversed())).toBe(signal)
  })
})

describe('oneVoteEach', () => {
  it('keeps the newest position of a body', () => {
    const older = buildPosition('panel', { year: 2016 })
    const newer = buildPosition('panel', { year: 2024, direction: 'against' })
    expect(oneVoteEach([older, newer])).toEqual([newer])
    expect(oneVoteEach([newer, older])).toEqual([newer])
  })

  it('never takes a document without a year for the newest', () => {
    const undated = buildPosition('panel', { source: { ...buildPosition('panel').source, year: null } })
    const dated = buildPosition('panel', { year: 2010, direction: 'against' })
    expect(oneVoteEach([undated, dated])).toEqual([dated])
  })

  it('within one document takes the exact treatment and people before the class and the overlap', () => {
    const exact = buildPosition('panel', { votingStrength: 'conditional', recommendation: { id: 'b' } })
    const ofClass = buildPosition('panel', { interventionMatch: 'class', recommendation: { id: 'a' } })
    expect(oneVoteEach([ofClass, exact])).toEqual([exact])
  })

  it('lets the advice that names this group speak for it before the general advice', () => {
    const general = buildPosition('panel', { recommendation: { id: 'a' } })
    const carveOut = buildPosition('panel', { direction: 'against', criteria: { tags: ['osteoporosis'] }, populationMatch: 'overlaps', recommendation: { id: 'b', carveOut: true } })
    const osteoporosis = { ranges: {}, tags: ['osteoporosis'], notTags: [] }
    expect(oneVoteEach([general, carveOut], osteoporosis)).toEqual([carveOut])
    expect(oneVoteEach([general, carveOut])).toEqual([general])
  })

  it('gives two bodies two votes', () => {
    expect(oneVoteEach([strongFor, weakFor])).toHaveLength(2)
  })
})
