import { describe, expect, it } from 'vitest'
import { quotableWords } from './quotable-words.ts'

describe('quotableWords', () => {
  it.each([
    ['Death happened in 511 of 1832 (27.9%) and 526 of 1826 (28.8%); OR 0.95 (95% CI 0.82 to 1.10; P=0.50).', 'Death happened in 511 of 1832 (27.9%) and 526 of 1826 (28.8%) […]'],
    ['Heart attack was less frequent with it, hazard ratio 0.72 (95% CI 0.59 to 0.90), while the primary outcome did not clearly differ.', 'Heart attack was less frequent with it […], while the primary outcome did not clearly differ'],
    ['Pain was 0.83 cm higher than after sham (95% CI -0.26 to 1.93; moderate certainty); the smallest important change is 1.5 cm.', 'Pain was 0.83 cm higher than after sham […]; the smallest important change is 1.5 cm'],
    ['65.2% of those using opioids had stopped; there was no comparison group.', '65.2% of those using opioids had stopped; there was no comparison group'],
  ])('leaves out statistics, marked, and no other word: %s', (text, quoted) => {
    expect(quotableWords(text)).toBe(quoted)
  })

  it.each([
    'The hazard ratio for death was 0.96 and its interval was not available to us.',
    'Admissions were 23% lower with it.',
    'It raised bleeding by 62%.',
    'The number needed to treat was 1.5.',
  ])('quotes nothing that is a statistic or a relative figure: %s', (text) => {
    expect(quotableWords(text)).toBeNull()
  })
})
