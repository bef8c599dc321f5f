import { describe, expect, it } from 'vitest'
import { buildPosition } from '../../../test/support/build-position.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { findConflicts } from './find-conflicts.ts'

const vocabulary = buildVocabulary()
const conflicts = (positions: Parameters<typeof findConflicts>[1], pivotalYear: number | null = null): ReturnType<typeof findConflicts> => findConflicts(vocabulary, positions, pivotalYear)

describe('findConflicts', () => {
  it('finds a true conflict between two bodies on the same people and says that the records do not show why', () => {
    const [conflict] = conflicts([buildPosition('a'), buildPosition('b', { direction: 'against' })])
    expect(conflict).toMatchObject({ kind: 'true', between: ['a', 'b'], why: ['the records do not show why'] })
  })

  it('gives the dates, and who predates the largest trial', () => {
    const [conflict] = conflicts([buildPosition('old', { year: 2016 }), buildPosition('new', { year: 2025, direction: 'against' })], 2020)
    expect(conflict?.why).toEqual(['date: old rests on evidence to 2016, new to 2025', 'old predates the largest trial held (2020)'])
  })

  it('gives the method and the ties to the maker', () => {
    const [conflict] = conflicts([buildPosition('society', { qualified: false, linked: true }), buildPosition('panel', { direction: 'against' })])
    expect(conflict?.why).toEqual([expect.stringContaining('method: panel'), 'independence: society declares ties to the maker'])
  })

  it.each([
    ['ages that exclude each other', { criteria: { ranges: { age: { max: 59 } } } }, { criteria: { ranges: { age: { min: 60 } } } }],
    ['an against for narrower people', {}, { criteria: { tags: ['osteoporosis'] } }],
    ['conditions that have nothing to do with each other', { recommendation: { conditions: ['back-pain'] } }, { recommendation: { conditions: ['knee-pain'] } }],
  ])('calls it apparent for %s, with what resolves it', (_case, a, b) => {
    const [conflict] = conflicts([buildPosition('a', a), buildPosition('b', { direction: 'against', ...b })])
    expect(conflict?.kind).toBe('apparent')
    expect(conflict?.why).not.toEqual(['the records do not show why'])
  })

  it('calls a narrower for inside a general against a true conflict', () => {
    expect(conflicts([buildPosition('a', { criteria: { tags: ['osteoporosis'] } }), buildPosition('b', { direction: 'against' })])[0]?.kind).toBe('true')
  })

  it('calls rival targets apparent: both are for it', () => {
    const [conflict] = conflicts([buildPosition('a', { recommendation: { target: 'below 140' } }), buildPosition('b', { recommendation: { target: 'below 130' } })])
    expect(conflict).toMatchObject({ kind: 'apparent', about: 'the target' })
  })

  it('calls a difference of strength apparent', () => {
    expect(conflicts([buildPosition('a'), buildPosition('b', { votingStrength: 'conditional' })])[0]?.kind).toBe('apparent')
  })

  it('sees no conflict in silence, in agreement, or within one body', () => {
    const silent = buildPosition('b', { direction: 'silent', votes: false })
    expect(conflicts([buildPosition('a'), silent])).toEqual([])
    expect(conflicts([buildPosition('a'), buildPosition('b')])).toEqual([])
    expect(conflicts([buildPosition('a'), buildPosition('a', { direction: 'against' })])).toEqual([])
  })

  it('sets insurers apart in two camps, and leaves an exclusion of some people out of it', () => {
    const insurer = (name: string, direction: 'for' | 'against' | 'insufficient-evidence', carveOut = false): ReturnType<typeof buildPosition> => buildPosition(name, { bodyClass: 'coverage', votes: false, direction, recommendation: { carveOut } })
    const [conflict, ...rest] = conflicts([insurer('pays', 'for'), insurer('pays', 'against', true), insurer('refuses', 'against'), insurer('doubts', 'insufficient-evidence')])
    expect(rest).toEqual([])
    expect(conflict?.sides.map((side) => side.map(({ organization }) => organization))).toEqual([['pays'], ['refuses', 'doubts']])
    expect(conflict?.why).toHaveLength(2)
  })
})
