import { describe, expect, it } from 'vitest'
import { buildPosition } from '../../../test/support/build-position.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { plainConflictReason } from './patient-conflict.ts'

const vocabulary = starterVocabulary()
type Parts = Parameters<typeof buildPosition>[1]

/** What a patient reads of a disagreement between A, which is for it, and B, which is against it. */
function told(why: readonly string[], a: Parts = {}, b: Parts = {}): string {
  const [one, other] = [buildPosition('A', { ...a }), buildPosition('B', { direction: 'against', ...b })]
  return plainConflictReason(vocabulary, { between: ['A', 'B'], about: 'whether to use it', kind: 'true', why, sides: [[one], [other]], grounds: [] }).text
}

describe('why experts disagree, in plain words', () => {
  it.each([
    ['evidence: A predates the report held of FIRST (2018, the largest trial held)', 'A is older than this study: FIRST (2018, the largest we hold).'],
    ['evidence: A predates the reports held of FIRST (2018, the largest trial held) and NEXT (2020)', 'A is older than these studies: FIRST (2018, the largest we hold) and NEXT (2020).'],
    ['date: B has later versions, which are not held', 'B has newer versions that we do not hold.'],
    ['method: B goes by consensus', 'B goes by what its members agree on.'],
    ['funding: industry paid for the document of A, in full or in part', 'Industry paid for the paper of A, in full or in part.'],
  ])('tells "%s"', (reason, sentence) => {
    const text = told([reason])
    expect(text).toContain(sentence)
    expect(text).not.toContain('does not show why')
  })

  it('tells with what each compares it, where they share none of it', () => {
    expect(told([], { recommendation: { comparators: ['warfarin'] } }, { recommendation: { comparators: ['aspirin'] } })).toContain('They compare it with different things: A with warfarin, B with aspirin.')
    expect(told([], { recommendation: { comparators: ['warfarin'] } }, { recommendation: { comparators: ['warfarin'] } })).toContain('What we hold does not show why.')
  })

  it('does not take what one side alone says for a reason', () => {
    expect(told(['the records do not show why', 'outcome valued: A says "to lower death"; the record of B names no outcome'])).toBe('A is in favour. B advises against it. What we hold does not show why.')
  })
})
