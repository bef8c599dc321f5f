import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { foldOf, learnedFrom, mostFrequent, readRows, refuseLearnedRows, scoreLabels, trainWordBaseline, wordFeatures } from './index.ts'

describe('scoreLabels', () => {
  it('gives accuracy, macro-F1 and the confusion', () => {
    const scores = scoreLabels(['a', 'b'], ['a', 'a', 'b', 'b'], ['a', 'b', 'b', 'b'])
    expect(scores.accuracy).toBe(0.75)
    expect(scores.confusion).toEqual([[1, 1], [0, 2]])
    expect(scores.labels[0]).toEqual({ label: 'a', count: 2, precision: 1, recall: 0.5, f1: 2 / 3 })
    expect(scores.macroF1).toBeCloseTo((2 / 3 + 4 / 5) / 2, 12)
  })

  it('leaves a label that never occurs out of macro-F1', () => {
    expect(scoreLabels(['a', 'b', 'c'], ['a', 'b'], ['a', 'b']).macroF1).toBe(1)
  })
})

describe('mostFrequent', () => {
  it('names the commonest label, the earlier of two alike', () => {
    expect(mostFrequent(['a', 'b'], ['b', 'a', 'b'])).toBe('b')
    expect(mostFrequent(['a', 'b'], ['b', 'a'])).toBe('a')
  })
})

describe('foldOf', () => {
  it('keeps a document in one fold and fills all folds', () => {
    expect(foldOf('PMC1', 5)).toBe(foldOf('PMC1', 5))
    expect(new Set(Array.from({ length: 100 }, (_, at) => foldOf(`PMC${at}`, 5))).size).toBe(5)
  })
})

describe('refuseLearnedRows', () => {
  const model = learnedFrom(['file-hash'], [['1', 'first'], ['2', 'second']])

  it('knows a file by its hash and rows by theirs', () => {
    expect(() => refuseLearnedRows(model, ['file-hash'], [])).toThrow(/learned from this file/)
    expect(() => refuseLearnedRows(model, ['packed-anew'], [['2', 'second'], ['3', 'third']])).toThrow(/1 of its 2 rows/)
  })

  it('lets new rows through', () => {
    expect(() => refuseLearnedRows(model, ['other'], [['3', 'third']])).not.toThrow()
  })
})

describe('readRows', () => {
  let folder = ''
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'rows-')) })
  afterAll(async () => { await rm(folder, { recursive: true }) })
  const schema = z.object({ id: z.string() })

  it('reads plain and packed files alike, whatever their name', async () => {
    await writeFile(join(folder, 'plain.gz'), '{"id":"1"}\n\n{"id":"2"}\n')
    await writeFile(join(folder, 'packed'), gzipSync('{"id":"1"}\n\n{"id":"2"}\n'))
    const [plain, packed] = [await readRows(join(folder, 'plain.gz'), schema), await readRows(join(folder, 'packed'), schema)]
    expect(plain.rows).toEqual([{ id: '1' }, { id: '2' }])
    expect(packed.rows).toEqual(plain.rows)
    expect(packed.hashes).toContain(plain.hashes[0])
  })

  it('names the line and the field that does not fit', async () => {
    await writeFile(join(folder, 'wrong'), '{"id":"1"}\n{"id":2}\n')
    await expect(readRows(join(folder, 'wrong'), schema)).rejects.toThrow(/line 2 .*id/)
    await expect(readRows(join(folder, 'absent'), schema)).rejects.toThrow(/cannot be read/)
  })
})

describe('the bag of words', () => {
  it('learns words with their labels', () => {
    const words = trainWordBaseline(['up', 'down'], ['rose much', 'rose', 'fell much', 'fell'].map((text, at) => ({ features: wordFeatures(text), label: at < 2 ? 'up' as const : 'down' as const })), { penalty: 0.01, minCount: 1 })
    expect([words.predict(wordFeatures('it rose')), words.predict(wordFeatures('it fell'))]).toEqual(['up', 'down'])
  })
})
