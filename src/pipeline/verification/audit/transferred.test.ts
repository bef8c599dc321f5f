import { describe, expect, it } from 'vitest'
import { carriesOver } from './transferred.ts'

describe('a result carried over to others', () => {
  it.each<[string, boolean]>([
    ['People on warfarin can therefore expect the same relative risk.', true],
    ['Men get the same protection.', true],
    ['It holds equally for children.', true],
    ['Both groups had lifestyle help.', false],
    ['The drug lowered deaths by a third.', false],
  ])('%s', (text, wanted) => {
    expect(carriesOver(text)).toBe(wanted)
  })
})
