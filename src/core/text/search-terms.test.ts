import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryTerms, searchTerms } from './search-terms.ts'
import { stemWord } from './stem-word.ts'

describe('stemWord', () => {
  // Examples of Porter 1980, one for each step.
  it.each([
    ['caresses', 'caress'], ['ponies', 'poni'], ['cats', 'cat'], ['feed', 'feed'], ['agreed', 'agre'], ['plastered', 'plaster'], ['motoring', 'motor'], ['sing', 'sing'],
    ['conflated', 'conflat'], ['hopping', 'hop'], ['falling', 'fall'], ['happy', 'happi'], ['relational', 'relat'], ['conditional', 'condit'], ['digitizer', 'digit'],
    ['vietnamization', 'vietnam'], ['triplicate', 'triplic'], ['electrical', 'electr'], ['goodness', 'good'], ['revival', 'reviv'], ['adjustment', 'adjust'], ['adoption', 'adopt'],
    ['probate', 'probat'], ['rate', 'rate'], ['controlling', 'control'], ['yes', 'ye'],
  ])('takes %s to %s', (word, stem) => {
    expect(stemWord(word)).toBe(stem)
  })

  it('leaves words with digits and short words alone', () => {
    expect(['p53s', 'b12', 'is', 'αβγ'].map(stemWord)).toEqual(['p53s', 'b12', 'is', 'αβγ'])
  })
})

describe('searchTerms', () => {
  it.each([
    ['haemorrhage', 'hemorrhage'], ['Randomised', 'randomized'], ['oedema', 'edema'], ['TNF-α', 'TNF alpha'], ['Sjögren', 'Sjogren'], ['tumours', 'tumor'], ['ablations', 'ablation'], ['oesophageal', 'esophageal'],
  ])('meets %s and %s', (one, other) => {
    expect(searchTerms(one)).toEqual(searchTerms(other))
  })

  it('leaves out grammar, and in a question also the words that ask', () => {
    expect(searchTerms('What are the known uses of aspirin?')).toEqual(['known', 'us', 'aspirin'])
    expect(queryTerms('Which drugs are used in the treatment of gout?')).toEqual(['drug', 'treatment', 'gout'])
  })

  it('keeps a question that consists of such words alone', () => {
    expect(queryTerms('What is it?').length).toBeGreaterThan(0)
  })

  it('gives terms without spaces and bars, which the index parts fields by', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const term of searchTerms(text)) expect(term).toMatch(/^[\p{L}\p{N}]+$/u)
    }))
  })
})
