import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { analyseQuery, looksAbbreviated } from './analyse-query.ts'
import type { SourceReader } from './ports.ts'
import { collection } from './test-collection.ts'

const reader: SourceReader = {
  snapshot: async () => ({ id: '', date: null, sources: 0, revision: 0 }),
  sources: async () => [],
  sourceIdsByConcept: async () => [],
  expansionsOf: async (abbreviation) => (abbreviation === 'GFRAL' ? ['gdnf family receptor alpha like'] : []),
}
const dependencies = { reader, vocabulary: starterVocabulary(), statistics: collection(['one', 'two']) }

describe('analyseQuery', () => {
  it('spells out an abbreviation as the corpus does', async () => {
    const query = await analyseQuery(dependencies, 'What is the function of GFRAL?')
    expect(query.slice(0, 2)).toEqual([{ term: 'function', weight: 1 }, { term: 'gfral', weight: 1 }])
    expect(query.map(({ term }) => term)).toContain('gdnf')
  })

  it('spells out from the vocabulary what no document does', async () => {
    const query = await analyseQuery(dependencies, 'BVNA')
    expect(query.map(({ term }) => term)).toEqual(expect.arrayContaining(['bvna', 'basivertebr', 'nerv', 'ablat']))
  })

  it('gives what it adds less weight than what was asked', async () => {
    const query = await analyseQuery(dependencies, 'GFRAL')
    expect(query.filter(({ term }) => term !== 'gfral').every(({ weight }) => weight > 0 && weight <= 0.5)).toBe(true)
  })

  it('keeps a bounded number of words of a pasted page', async () => {
    const words = Array.from({ length: 5000 }, (_, at) => `word${at}`)
    const query = await analyseQuery({ ...dependencies, statistics: collection(words.slice(0, 100)) }, words.join(' '))
    expect(query.length).toBeLessThanOrEqual(48)
  })

  it.each([['BVNA', true], ['HFpEF', true], ['IL6', true], ['aspirin', false], ['Aspirin', false], ['2019', false]])('takes %s for an abbreviation: %s', (word, expected) => {
    expect(looksAbbreviated(word)).toBe(expected)
  })
})
