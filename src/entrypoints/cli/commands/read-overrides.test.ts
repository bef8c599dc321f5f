import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOverrides } from './read-overrides.ts'

let folder = ''
const written = async (text: string): Promise<string> => {
  const path = join(folder, 'judgements.json')
  await writeFile(path, text)
  return path
}

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'consilium-overrides-'))))
afterAll(async () => rm(folder, { recursive: true, force: true }))

describe('a file of judgements', () => {
  it('is a list with a reason and a name each', async () => {
    const own = [{ outcome: 'pain', domain: 'indirectness', concern: 'serious', reason: 'other people', by: 'Dr Example' }]
    expect(await readOverrides(await written(JSON.stringify(own)))).toEqual(own)
  })

  it.each([
    ['a judgement without a name', '[{"outcome": "pain", "domain": "indirectness", "concern": "serious", "reason": "other people"}]'],
    ['a domain that GRADE does not have', '[{"outcome": "pain", "domain": "mood", "concern": "serious", "reason": "other people", "by": "x"}]'],
    ['no JSON', 'pain: serious'],
  ])('refuses %s with the file and a remedy', async (_what, text) => {
    const path = await written(text)
    await expect(readOverrides(path)).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(path), remedy: expect.stringContaining('"by"') })
  })
})
