import { describe, expect, it } from 'vitest'
import { buildPosition } from '../../../test/support/build-position.ts'
import { ratingReasons } from './rating-reasons.ts'

const stating = (name: string, certainty: 'high' | 'moderate' | 'low' | 'very-low', parts: Parameters<typeof buildPosition>[1] = {}): ReturnType<typeof buildPosition> => buildPosition(name, { votingStrength: 'conditional', ...parts, recommendation: { certainty } })

describe('ratingReasons', () => {
  it('names a panel whose rating lies two levels from ours, in either direction', () => {
    expect(ratingReasons([{ certainty: 'low', votes: [stating('Panel', 'high')] }])).toEqual(['Panel states high certainty; computed here from what is held it is low.'])
    expect(ratingReasons([{ certainty: 'high', votes: [stating('Panel', 'low')] }])).toHaveLength(1)
  })

  it('is silent about one level, about no rating and where ours is not known', () => {
    expect(ratingReasons([{ certainty: 'moderate', votes: [stating('Panel', 'high'), buildPosition('Other')] }, { certainty: null, votes: [stating('Panel', 'high')] }])).toEqual([])
  })

  it('tells the ties of a body beside its rating', () => {
    expect(ratingReasons([{ certainty: 'low', votes: [stating('Society', 'high', { linked: true })] }])[0]).toContain('with ties to the maker')
  })

  it('names who advises strongly on low certainty, once', () => {
    const strong = { certainty: 'very-low', votes: [buildPosition('Panel')] } as const
    expect(ratingReasons([strong, strong])).toEqual(['Strong advice rests on evidence of low certainty here (a discordant recommendation: Panel).'])
    expect(ratingReasons([{ ...strong, certainty: 'moderate' }])).toEqual([])
  })
})
