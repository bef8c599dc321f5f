import { expect, it } from 'vitest'
import { ownRangeNote } from './patient-score.ts'

const effect = { measure: 'MD', estimate: -4, low: -7, high: -1, origin: 'p-value', higherIsBetter: false } as const

it('says of a range that we worked out ourselves that it is ours, and of no other', () => {
  expect(ownRangeNote(effect)).toBe(' We worked out this range ourselves.')
  expect(ownRangeNote({ ...effect, origin: 'reported' })).toBe('')
  expect(ownRangeNote({ ...effect, low: null, high: null })).toBe('')
})
