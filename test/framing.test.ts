import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../src/core/terminology/index.ts'
import { flipFraming, understandQuestion } from '../src/pipeline/question/index.ts'
import { questionsInTests } from './support/questions-in-tests.ts'

const vocabulary = starterVocabulary()

describe('every question that a test asks, in other words', () => {
  it.each(questionsInTests())('%s', (text) => {
    const check = flipFraming({ vocabulary }, { text }, understandQuestion({ vocabulary }, { text }))
    expect(check.different).toEqual([])
    expect(check.variants).toBeGreaterThanOrEqual(3)
  })

  it('is asked in fifteen ways on average', () => {
    const variants = questionsInTests().map((text) => flipFraming({ vocabulary }, { text }, understandQuestion({ vocabulary }, { text })).variants)
    expect(variants.reduce((sum, count) => sum + count, 0) / variants.length).toBeGreaterThan(14)
  })
})
