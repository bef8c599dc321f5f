import { describe, expect, it } from 'vitest'
import { addedClauses } from './added-clauses.ts'

describe('addedClauses', () => {
  it.each([
    ['Pain was 1.00 point lower than with placebo (95% CI -2.09 to -0.01); the authors call this small and likely not relevant.', ['the authors call this small and likely not relevant']],
    ['At one year, 66% and 58% were free of angina (p <0.001); by five years it was 74% and 72% (p 0.35).', ['by five years it was 74% and 72%']],
    ['Heart attack was less frequent, hazard ratio 0.72 (95% CI 0.59 to 0.90), while the primary outcome did not meet its line.', ['while the primary outcome did not meet its line']],
    ['Pain improved by 28 points; 249 of 320 treated were followed and there was no comparison group.', ['249 of 320 treated were followed and there was no comparison group']],
  ])('keeps what a sentence says beside its numbers: %s', (text, clauses) => {
    expect(addedClauses(text)).toEqual(clauses)
    for (const clause of clauses) expect(text).toContain(clause)
  })

  it.each([
    'Death happened in 27.9% and 28.8%; OR 0.95 (95% CI 0.82 to 1.10; P=0.50).',
    'Pain was 0.83 cm higher than after sham (95% CI -0.26 to 1.93; moderate certainty).',
    '60 per 100 were cured; 1687 people, 8 studies, high certainty.',
    'It happened in 4% of those treated; there was no comparison group.',
    'Deaths did not differ; the interval was not available to us.',
  ])('leaves out statistics and what is told elsewhere: %s', (text) => {
    expect(addedClauses(text)).toEqual([])
  })
})
