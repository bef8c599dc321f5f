import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandQuery } from './expand-query.ts'
import { rankPassages } from './rank-passages.ts'
import { candidate, collection, view } from './test-collection.ts'

const ask = (...terms: string[]): { term: string; weight: number }[] => terms.map((term) => ({ term, weight: 1 }))
const ids = async (index: ReturnType<typeof view>, query: ReturnType<typeof ask>, options = {}): Promise<string[]> =>
  (await rankPassages(index, query, 10, options)).map(({ candidate: { sourceId } }) => sourceId)

describe('rankPassages', () => {
  it('finds by feedback a passage that says the same in other words', async () => {
    const passages = [
      candidate('a', 'infarct troponin chest'), candidate('b', 'infarct troponin ecg'), candidate('c', 'troponin ecg chest'),
      ...Array.from({ length: 30 }, (_, at) => candidate(`other${at}`, `noise${at} filler${at} word${at}`)),
    ]
    expect(await ids(view(passages), ask('infarct'), { feedback: false })).toEqual(['a', 'b'])
    expect(await ids(view(passages), ask('infarct'))).toEqual(['a', 'b', 'c'])
  })

  it('breaks ties by id, whatever order the index proposes', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), async (order) => {
      expect(await ids(view(order.map((id) => candidate(id, 'gout urate'))), ask('gout'))).toEqual(['a', 'b', 'c', 'd', 'e'])
    }))
  })

  it('gives nothing for nothing', async () => {
    expect(await ids(view([candidate('a', 'gout')]), [])).toEqual([])
  })
})

describe('expandQuery', () => {
  it('leaves half of the weight with the asked words and adds no number or letter alone', () => {
    const ranked = ['gout urate 12 x', 'gout colchicin flare'].map((text, at) => ({ candidate: candidate(`s${at}`, text), score: 2 - at }))
    const wider = expandQuery(ask('gout'), ranked, collection(['gout urate 12 x', 'gout colchicin flare', ...Array.from({ length: 200 }, (_, at) => `w${at}`)]))
    const added = wider.filter(({ term }) => term !== 'gout')
    expect(added.map(({ term }) => term).toSorted()).toEqual(['colchicin', 'flare', 'urate'])
    expect(wider.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10)
    expect(wider.find(({ term }) => term === 'gout')?.weight).toBeGreaterThanOrEqual(0.5)
  })
})
