import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluatePooling, isWithinTolerance, type PoolingPrediction } from './index.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'consilium-pooling-')) })
afterAll(async () => rm(folder, { recursive: true }))

const ANALYSIS = { id: 'x.MD', inputType: 'generic', measure: 'MD', scale: 'raw', k: 2, studies: [{ study: 'A', yi: 0, vi: 0.5 }, { study: 'B', yi: 3, vi: 0.5 }] }

async function file(name: string, ...rows: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''))
  return path
}

describe('evaluatePooling', () => {
  it('predicts in the names of the reference, and measures nothing where nothing is expected', async () => {
    const seen: PoolingPrediction[] = []
    const result = await evaluatePooling(await file('bare.jsonl', ANALYSIS), { onPrediction: (prediction) => seen.push(prediction) })
    expect(result).toMatchObject({ analyses: 1, agreement: null, skipped: [] })
    expect(seen).toEqual(result.predictions)
    expect(seen[0]?.expected).toMatchObject({ yi: [0, 3], vi: [0.5, 0.5], included: [true, true], models: { DL: { k: 2, tau2: expect.closeTo(4, 10) }, REML: { tau2CiLow: expect.any(Number) } } })
    expect(seen[0]?.expected).not.toHaveProperty('bias')
    expect(seen[0]?.expected).not.toHaveProperty('models.DL.piLowT')
  })

  it('predicts the same whatever is expected', async () => {
    const [bare, told] = [await evaluatePooling(await file('a.jsonl', ANALYSIS)), await evaluatePooling(await file('b.jsonl', { ...ANALYSIS, expected: { yi: [99, 99], models: { DL: { tau2: 77 } } } }))]
    expect(told.predictions).toEqual(bare.predictions)
  })

  it('compares every expected figure within the tolerance and tells each that differs, with its path', async () => {
    const expected = { yi: [0, 3.0000029], included: [true, true], models: { DL: { tau2: 4.1, k: 2 }, XX: { estimate: 1 } } }
    const { agreement } = await evaluatePooling(await file('c.jsonl', { ...ANALYSIS, expected }))
    expect(agreement).toMatchObject({ compared: 1, figures: 7, withinTolerance: 5, differences: [{ id: 'x.MD', path: 'models.DL.tau2', expected: 4.1, why: 'off by 1.00e-1' }, { path: 'models.XX.estimate', predicted: null, why: 'not computed here' }] })
  })

  it('skips what cannot be read, and takes gzip', async () => {
    const path = join(folder, 'd.jsonl.gz')
    await writeFile(path, gzipSync(`${JSON.stringify(ANALYSIS)}\n${JSON.stringify({ ...ANALYSIS, id: 'bad', studies: [{ yi: 1, vi: -1 }] })}\n`))
    expect(await evaluatePooling(path)).toMatchObject({ analyses: 1, skipped: [{ id: 'bad', reason: 'study 1 (Study 1), vi: -1 is negative' }] })
  })

  it.each([['broken', 'not json'], ['empty', '']])('refuses a file that is %s', async (name, text) => {
    await expect(evaluatePooling(await file(`${name}.jsonl`, text))).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('refuses a path that is not there', async () => {
    await expect(evaluatePooling(join(folder, 'nothing.jsonl'))).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('knows the tolerance of the data set', () => {
    expect([isWithinTolerance(1.0000009, 1), isWithinTolerance(1.0000011, 1), isWithinTolerance(0.9e-8, 0), isWithinTolerance(1.1e-8, 0)]).toEqual([true, false, true, false])
  })

  it('agrees with R (metafor 3.8-1) on every figure of 89 published and constructed meta-analyses but τ where it is zero', async (context) => {
    const data = join(process.env['CONSILIUM_EVAL'] ?? '', 'meta-analysis', 'analyses.jsonl')
    if (process.env['CONSILIUM_EVAL'] === undefined || !existsSync(data)) {
      console.log('skipped: no data')
      context.skip()
    }
    const { analyses, skipped, agreement } = await evaluatePooling(data)
    expect({ analyses, skipped }).toEqual({ analyses: 89, skipped: [] })
    expect(agreement?.figures).toBe(32_547)
    expect(agreement?.differences.filter(({ why }) => !why.startsWith('both are zero'))).toEqual([])
    expect(agreement?.differences.length).toBeLessThanOrEqual(11)
  })
})
