import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../../test/support/ask-library.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { groundsOf } from './ground.ts'
import { takenAsSettled } from './taken-as-settled.ts'

const grounds = readLibrary().filter(({ id }) => id === 'strength-2020' || id === 'nelson-2020').flatMap((source) => groundsOf(starterVocabulary(), source)).filter(({ finding }) => finding !== null)
const open = grounds.find(({ source }) => source.id === 'strength-2020') ?? null
const found = grounds.find(({ source }) => source.id === 'nelson-2020') ?? null

describe('a result left open and taken as settled', () => {
  it.each<[string, boolean, boolean]>([
    ['That result proves the oil useless.', true, true],
    ['So the two are exactly equal.', true, true],
    ['That result does not prove that the two are equal.', true, false],
    ['That result may settle little.', true, false],
    ['That fall is proven.', false, false],
  ])('%s', (text, isOpen, wanted) => {
    expect(takenAsSettled(text, isOpen ? open : found) !== null).toBe(wanted)
  })
})
