import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collection, fieldsOfText } from './test-collection.ts'
import { prepareScoring, rarityOf, scorePassage } from './score-passage.ts'

describe('scorePassage', () => {
  it('is the BM25 formula for a passage of mean length', () => {
    const statistics = collection(['gout colchicine', 'gout urate', 'statin lipid', 'stroke alteplase'])
    const query = prepareScoring([{ term: 'gout', weight: 1 }], statistics)
    // N = 4, n = 2, tf = 1, length = mean: ln(1 + 2.5 / 2.5) · (0.5 + 1) / (1 + 0.5).
    expect(scorePassage(query, fieldsOfText('gout colchicine'))).toBeCloseTo(Math.log(2), 10)
  })

  it('counts a term in the title less than one in the text', () => {
    const query = prepareScoring([{ term: 'gout', weight: 1 }], collection(['gout', 'stroke', 'stroke']))
    const titled = { title: ['gout'], headings: [], text: ['other'] }
    expect(scorePassage(query, titled)).toBeLessThan(scorePassage(query, fieldsOfText('gout other')))
    expect(scorePassage(query, titled)).toBeGreaterThan(0)
  })

  it('never gives a common term a negative weight', () => {
    fc.assert(fc.property(fc.nat(1000), fc.nat(1000), (n, more) => {
      expect(rarityOf(n, n + more)).toBeGreaterThan(0)
    }))
  })

  it('grows with each further asked term that a passage holds', () => {
    const query = prepareScoring(['a', 'b', 'c'].map((term) => ({ term, weight: 1 })), collection(['a b', 'b c', 'c a']))
    const [one, two, three] = ['a x y', 'a b y', 'a b c'].map((text) => scorePassage(query, fieldsOfText(text)))
    expect(one).toBeLessThan(two ?? 0)
    expect(two).toBeLessThan(three ?? 0)
  })
})
