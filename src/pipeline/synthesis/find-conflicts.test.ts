import { describe, expect, it } from 'vitest'
import { buildPosition } from '../../../test/support/build-position.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { findConflicts } from './find-conflicts.ts'

const vocabulary = buildVocabulary()
const conflicts = (positions: Parameters<typeof findConflicts>[1], pivotal: Parameters<typeof findConflicts>[2] = []): ReturnType<typeof findConflicts> => findConflicts(vocabulary, positions, pivotal)

describe('findConflicts', () => {
  it('finds a true conflict between two bodies on the same people and says that the records do not show why', () => {
    const [conflict] = conflicts([buildPosition('a'), buildPosition('b', { direction: 'against' })])
    expect(conflict).toMatchObject({ kind: 'true', between: ['a', 'b'], why: ['the records do not show why'] })
  })

  it('gives the dates, and the large trials that came out between them', () => {
    const pivotal = [{ studyId: 'a', name: 'LARGE', year: 2020 }, { studyId: 'b', name: 'EARLY', year: 2015 }, { studyId: 'c', name: 'NEXT', year: 2021 }]
    const [conflict] = conflicts([buildPosition('old', { year: 2016 }), buildPosition('new', { year: 2025, direction: 'against' })], pivotal)
    expect(conflict?.why).toEqual(['date: old is of 2016, new is of 2025', 'evidence: old predates the reports held of LARGE (2020, the largest trial held) and NEXT (2021)'])
  })

  it('gives the outcomes that both state, in their words, and does not take what one alone states for a reason', () => {
    const says = (name: string, words: string, outcomes: string[], direction: 'for' | 'against' = 'for'): ReturnType<typeof buildPosition> => buildPosition(name, { direction, source: buildSource({ id: name, text: words }), recommendation: { span: { start: 0, end: words.length } }, outcomes: [{ kind: 'aim', outcomes, isWhole: true, start: 0, end: words.length }] })
    const a = says('a', 'to lower death', ['death'])
    expect(conflicts([a, says('b', 'to ease pain', ['pain'], 'against')])[0]?.why).toEqual(['outcome valued: a says "to lower death"; b says "to ease pain"'])
    expect(conflicts([a, buildPosition('b', { direction: 'against' })])[0]?.why).toEqual(['the records do not show why', 'outcome valued: a says "to lower death"; the record of b names no outcome'])
    expect(conflicts([a, says('b', 'to reduce deaths', ['death'], 'against')])[0]?.why).toEqual(['the records do not show why'])
  })

  it('gives the studies that one rests on and the other did not have, with the place of the words', () => {
    const said = buildSource({ id: 'said' })
    const names = (relation: 'cited' | 'not-seen', studyId: string): ReturnType<typeof buildPosition>['studies'][number] => ({ studyId, name: studyId.toUpperCase(), relation, source: said, start: 3, end: 9 })
    const a = buildPosition('a', { studies: [names('cited', 'one'), names('cited', 'two')] })
    const b = buildPosition('b', { direction: 'against', studies: [names('not-seen', 'one'), names('cited', 'two')] })
    const [conflict] = conflicts([a, b])
    expect(conflict?.why).toEqual(['evidence: a rests on ONE', 'evidence: b did not have ONE'])
    expect(conflict?.grounds).toEqual([{ source: said, start: 3, end: 9 }, { source: said, start: 3, end: 9 }])
  })

  it('gives consensus, comparators, later versions and who paid', () => {
    const a = buildPosition('a', { flags: ['consensus', 'later versions exist, not held'], recommendation: { comparators: ['x'] } })
    const b = buildPosition('b', { direction: 'against', recommendation: { comparators: ['y'] }, source: buildSource({ id: 'b', funding: 'industry' }) })
    expect(conflicts([a, b])[0]?.why).toEqual(['comparator: a against x; b against y', 'date: a has later versions, which are not held', 'method: a goes by consensus', 'funding: industry paid for the document of b, in full or in part'])
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
