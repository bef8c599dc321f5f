import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { classifySentence } from './classify-sentence.ts'

describe('what kind of statement a sentence is', () => {
  it.each<[string, string]>([
    ['Maria, a 58-year-old baker, could climb stairs again after the injection.', 'case-fact'],
    ['My neighbour Tom, 70, slept through the night for the first time.', 'case-fact'],
    ['A patient of ours had waited two years for a new hip.', 'case-fact'],
    ['In 58-year-old men the drug lowered stroke.', 'evidence'],
    ['A trial in Norway, with 58-year-old men, found fewer strokes.', 'evidence'],
  ])('%s', (text, kind) => {
    expect(classifySentence(starterVocabulary(), text)).toBe(kind)
  })
})
