import { describe, expect, it } from 'vitest'
import { isMixedAdvice, readAdvice } from './advice.ts'

describe('what a sentence says that a body advises', () => {
  it.each<[string, string | null]>([
    ['The college recommends a statin.', 'for'],
    ['The society made a strong recommendation for early mobilisation.', 'for'],
    ['The 2021 guideline is strongly against routine drains.', 'against'],
    ['It says not to routinely offer an antibiotic.', 'against'],
    ['No antibiotic should be offered in the first week.', 'against'],
    ['It wants no steroid given at this stage.', 'against'],
    ['It leaves each woman to decide for herself.', 'neither'],
    ['It is offered when other drugs are contraindicated.', 'for'],
    ['The college turned the operation down.', 'against'],
    ['The board spoke out against routine scans.', 'against'],
    ['Children are not covered by this advice.', null],
    ['The plan says that it is not covered.', 'against'],
    ['The wound healed in ten days.', null],
  ])('%s', (text, wanted) => {
    expect(readAdvice(text)?.direction ?? null).toBe(wanted)
  })

  it('hears a strong word where none of the usual ones is used', () => {
    expect(readAdvice('It recommends the vaccine without reservation.')?.strength).toBe('strong')
  })

  it('tells a sentence with two kinds of advice from one that turns on a single one', () => {
    expect(isMixedAdvice('It strongly recommends steroids in severe disease and advises against them in mild disease.')).toBe(true)
    expect(isMixedAdvice('It recommends against steroids in mild disease and in children.')).toBe(false)
  })
})
