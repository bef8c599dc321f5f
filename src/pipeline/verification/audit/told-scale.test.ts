import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../../test/support/ask-library.ts'
import { otherScale } from './told-scale.ts'

const findings = readLibrary().flatMap(({ evidence }) => evidence?.findings ?? []).filter(({ scale }) => scale !== null && scale[1] === 10)

describe('the scale a claim names', () => {
  it.each<[string, boolean]>([
    ['Pain was 2.6 against 2.9 points out of 100.', true],
    ['Pain was 2.6 against 2.9 points out of 10.', false],
    ['On a 100-point pain scale the gap was 0.3.', true],
    ['Pain was 2.6 against 2.9.', false],
  ])('%s', (text, wanted) => {
    const [finding] = findings
    expect(finding === undefined ? null : otherScale(text, finding) !== null).toBe(wanted)
  })
})
