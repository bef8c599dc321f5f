import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluateRetrieval } from './index.ts'
import { ndcg, recall } from './ranking-metrics.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consilium-beir-'))
  const corpus = [{ _id: 'd1', title: '', text: 'Colchicine treats gout.' }, { _id: 'd2', title: 'Statins', text: 'They lower cholesterol.' }, { _id: 'd3', title: '', text: 'Alteplase dissolves clots.' }]
  writeFileSync(join(folder, 'corpus.jsonl.gz'), gzipSync(corpus.map((document) => JSON.stringify(document)).join('\n')))
  writeFileSync(join(folder, 'queries.jsonl'), [{ _id: 'q1', text: 'What treats gout?' }, { _id: 'q2', text: 'Do statins lower cholesterol?' }].map((query) => `${JSON.stringify(query)}\n`).join(''))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('evaluateRetrieval', () => {
  it('writes predictions, best first, and scores them beside LanceDB as it comes', async () => {
    writeFileSync(join(folder, 'qrels.tsv'), 'query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\n')
    const predictionsPath = join(folder, 'out.jsonl')
    const result = await evaluateRetrieval(folder, { predictionsPath })
    expect(result.scores).toMatchObject({ ndcgAt10: 1, recallAt100: 1 })
    expect(result.lanceDefault?.recallAt100).toBe(1)
    expect(readFileSync(predictionsPath, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([{ queryId: 'q1', docIds: ['d1'] }, { queryId: 'q2', docIds: ['d2'] }])
  })

  it('only predicts where there are no judgements', async () => {
    expect(await evaluateRetrieval(folder)).toMatchObject({ documents: 3, queries: 2, scores: null, lanceDefault: null })
  })

  it('names the line that it cannot read', async () => {
    writeFileSync(join(folder, 'queries.jsonl'), '{"_id": "q1", "text": "x"}\n{"no": 1}\n')
    await expect(evaluateRetrieval(folder)).rejects.toEqual(expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('line 2') }))
  })
})

describe('the metrics', () => {
  it('agree with the definitions on a worked example', () => {
    const relevant = new Set(['a', 'b', 'c'])
    // DCG = 1/log2(2) + 1/log2(4) = 1.5; ideal = 1 + 0.63093 + 0.5 = 2.13093.
    expect(ndcg(['a', 'x', 'b', 'y'], relevant, 10)).toBeCloseTo(1.5 / 2.1309297535714573, 12)
    expect(recall(['a', 'x', 'b', 'y'], relevant, 100)).toBeCloseTo(2 / 3, 12)
    expect(recall(['a', 'x', 'b'], relevant, 1)).toBeCloseTo(1 / 3, 12)
  })
})
