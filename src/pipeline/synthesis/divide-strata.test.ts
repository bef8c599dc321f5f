import { RULES } from '../../core/methods/index.ts'
import { describe, expect, it } from 'vitest'
import { NO_CRITERIA, type PopulationCriteria } from '../../core/model/index.ts'
import { buildPosition } from '../../../test/support/build-position.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { divideStrata } from './divide-strata.ts'

const vocabulary = buildVocabulary()
type Positions = Parameters<typeof divideStrata>[2]

function groups(positions: Positions, asked: Partial<PopulationCriteria> = {}, pools: readonly Partial<PopulationCriteria>[] = []): Partial<PopulationCriteria>[] {
  const whole = (criteria: Partial<PopulationCriteria>): PopulationCriteria => ({ ...NO_CRITERIA, ...criteria })
  return divideStrata(vocabulary, whole(asked), positions, pools.map(whole)).map(({ own }) => ({
    ...(Object.keys(own.ranges).length > 0 ? { ranges: own.ranges } : {}), ...(own.tags.length > 0 ? { tags: own.tags } : {}), ...(own.notTags.length > 0 ? { notTags: own.notTags } : {}),
  }))
}

const age = (min: number | undefined, max: number | undefined): Partial<PopulationCriteria> => ({ ranges: { age: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } } })

describe('divideStrata', () => {
  it('does not divide when all say the same', () => {
    expect(groups([buildPosition('a', { criteria: age(40, 59) }), buildPosition('b', { criteria: age(50, 75) })])).toEqual([{}])
  })

  it('divides by age where advice for and against exclude each other', () => {
    const positions = [buildPosition('a', { criteria: age(55, 69) }), buildPosition('a', { direction: 'against', criteria: age(70, undefined) })]
    expect(groups(positions)).toEqual([age(undefined, 54.99), age(55, 69.99), age(70, undefined)])
  })

  it('leaves nobody between "59 or below" and "60 or over"', () => {
    const positions = [buildPosition('a', { criteria: age(40, 59) }), buildPosition('b', { direction: 'against', criteria: age(60, undefined) })]
    expect(groups(positions, age(40, 80))).toEqual([age(40, 59.99), age(60, 80)])
  })

  it('keeps neighbouring scores apart', () => {
    const score = (min: number, max?: number): Partial<PopulationCriteria> => ({ ranges: { centor: max === undefined ? { min } : { min, max } } })
    const positions = [buildPosition('a', { direction: 'against', criteria: score(0, 1) }), buildPosition('b', { criteria: score(2, 2), votingStrength: 'conditional' }), buildPosition('c', { criteria: score(3) })]
    expect(groups(positions, { ranges: { centor: { min: 0 } } })).toEqual([score(0, 1.99), score(2, 2.99), score(3)])
  })

  it('takes the line where the person asked about stands and draws none', () => {
    const positions = [buildPosition('a', { criteria: age(40, 59) }), buildPosition('b', { direction: 'against', criteria: age(60, undefined) })]
    expect(groups(positions, age(45, 45))).toEqual([{}])
  })

  it('divides by a tag that an opponent alone asks for', () => {
    const positions = [buildPosition('a'), buildPosition('b', { direction: 'against', criteria: { tags: ['osteoporosis'] } })]
    expect(groups(positions)).toEqual([{ notTags: ['osteoporosis'] }, { tags: ['osteoporosis'] }])
  })

  it('divides where a carve-out of the same body leaves people out', () => {
    const positions = [buildPosition('a'), buildPosition('a', { direction: 'against', criteria: { tags: ['osteoporosis'] }, recommendation: { carveOut: true } })]
    expect(groups(positions)).toHaveLength(2)
  })

  it('divides where the opponent leaves out the people whom the supporter names', () => {
    const positions = [buildPosition('who', { criteria: { tags: ['oxygen-therapy'] } }), buildPosition('who', { direction: 'against', criteria: { notTags: ['oxygen-therapy'] } })]
    expect(groups(positions)).toEqual([{ notTags: ['oxygen-therapy'] }, { tags: ['oxygen-therapy'] }])
  })

  it('sees a conflict, not a stratum, in a narrower for inside a general against', () => {
    expect(groups([buildPosition('a', { criteria: { tags: ['osteoporosis'] } }), buildPosition('b', { direction: 'against' })])).toEqual([{}])
    expect(groups([buildPosition('a', { criteria: age(50, 59) }), buildPosition('b', { direction: 'against', criteria: age(18, undefined) })])).toEqual([{}])
  })

  it('asks nothing that the question already settles, also by class', () => {
    const positions = [buildPosition('a'), buildPosition('b', { direction: 'against', criteria: { tags: ['diabetes'] } })]
    expect(groups(positions, { tags: ['type-2-diabetes'] })).toEqual([{}])
  })

  it('draws a line between published pools for people who exclude each other', () => {
    const ejection = (min: number | undefined, max?: number): Partial<PopulationCriteria> => ({ ranges: { 'ejection-fraction': { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } } })
    const against = buildPosition('a', { direction: 'against', criteria: ejection(50.01) })
    expect(groups([against], {}, [ejection(40, 49.99), ejection(50)])).toEqual([ejection(undefined, 49.99), ejection(50)])
  })

  it('joins groups of whom the same bodies say the same', () => {
    const positions = [
      buildPosition('a', { criteria: { ...age(40, 59), notTags: ['osteoporosis'] } }),
      buildPosition('b', { direction: 'against', criteria: age(60, undefined) }),
      buildPosition('c', { direction: 'against', criteria: { tags: ['osteoporosis'] } }),
    ]
    const cells = groups(positions, age(40, undefined))
    expect(cells).toEqual([
      { ...age(40, 59.99), notTags: ['osteoporosis'] },
      { ...age(40, 59.99), tags: ['osteoporosis'] },
      { ...age(60, undefined), notTags: ['osteoporosis'] },
      { ...age(60, undefined), tags: ['osteoporosis'] },
    ])
    expect(groups(positions.slice(0, 2), age(40, undefined))).toEqual([age(40, 59.99), age(60, undefined)])
  })

  it('tells no more groups apart than a reader can follow, and keeps those that are spoken of', () => {
    const positions = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((decade) => buildPosition(`body-${decade}`, { direction: decade % 2 === 0 ? 'for' : 'against', criteria: age(decade * 10, decade * 10 + 9) }))
    const cells = groups(positions)
    expect(cells).toHaveLength(RULES.maximumStrata)
    expect(cells[0]).toEqual(age(0, 9.99))
  })

  it('does not depend on the order of the positions', () => {
    const positions = [buildPosition('a', { criteria: age(40, 59) }), buildPosition('b', { direction: 'against', criteria: age(60, undefined) }), buildPosition('c', { direction: 'against', criteria: { tags: ['osteoporosis'] } })]
    expect(groups([...positions].toReversed())).toEqual(groups(positions))
  })
})
