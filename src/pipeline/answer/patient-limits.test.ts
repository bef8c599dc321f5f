import { describe, expect, it } from 'vitest'
import { isReadable, NO_COMPARISON, plainLimit } from './patient-limits.ts'

describe('plainLimit', () => {
  it.each([
    ['per-protocol analysis only', 'only people who kept to the plan were counted'],
    ['These are single-arm pooled data: there was no control.', NO_COMPARISON],
    ['rate without an untreated comparison; cause not shown', NO_COMPARISON],
    ['The trial was sponsored by the manufacturer.', 'the maker paid for it or took part'],
    ['the interval crosses the line that matters', 'the range of likely results is wide'],
  ])('says "%s" plainly', (text, plain) => {
    expect(plainLimit(text)).toBe(plain)
  })

  it('is null for a weakness of no known kind', () => {
    expect(plainLimit('Nothing of the kind.')).toBeNull()
  })
})

describe('isReadable', () => {
  it('lets plain sentences through and holds back statistics and jargon', () => {
    expect(isReadable('The trial was done in one country.', [])).toBe(true)
    expect(isReadable('The hazard ratio was 0.87.', [])).toBe(false)
    expect(isReadable('The sham arm got better too.', [])).toBe(false)
    expect(isReadable('Intraosseous neurotomy demonstrated statistically significant amelioration of disability.', [])).toBe(false)
  })
})
