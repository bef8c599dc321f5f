import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueOfWritten, WRITTEN_NUMBER } from './written-number.ts'

const WHOLE = new RegExp(`^${WRITTEN_NUMBER}$`, 'iu')

describe('written numbers', () => {
  it.each([
    ['7', 7], ['1,228', 1228], ['12 345', 12345], ['Sixty', 60], ['Sixty-seven', 67], ['forty eight', 48], ['twenty‐four', 24], ['a hundred', 100],
    ['one hundred and sixty-two', 162], ['Two hundred', 200], ['six hundred', 600], ['one thousand two hundred and five', 1205],
  ])('%s is %i', (written, value) => {
    expect(written).toMatch(WHOLE)
    expect(valueOfWritten(written)).toBe(value)
  })

  it.each(['', 'many', '1.5', 'half'])('“%s” is none', (words) => {
    expect(words).not.toMatch(WHOLE)
  })

  it('reads back any count with thousands apart', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), (count) => {
      const written = count.toLocaleString('en-US')
      expect(written).toMatch(WHOLE)
      expect(valueOfWritten(written)).toBe(count)
    }))
  })
})
