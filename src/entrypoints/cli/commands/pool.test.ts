import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInProcess } from '../test-support/run-in-process.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'consilium-pool-')) })
afterAll(async () => rm(folder, { recursive: true }))

const TRIALS = [['Alpha 2001', 3, 50, 8, 51], ['Beta 2004', 5, 60, 9, 58], ['Gamma 2010', 20, 300, 31, 299]].map(([study, events1, total1, events2, total2]) => ({ study, events1, total1, events2, total2 }))
const CSV = `study,events1,total1,events2,total2\n${TRIALS.map((trial) => Object.values(trial).join(',')).join('\n')}\n`

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('consilium pool', () => {
  it('shows a forest plot, the models and what to know, and opens no home', async () => {
    const { code, out, err, home } = await runInProcess(['pool', await file('a.csv', CSV)])
    expect([code, err, home]).toEqual([0, '', null])
    for (const part of ['Shown: random effects (REML, Hartung–Knapp)', 'Alpha 2001', '■', '◆', 'risk ratio', 'Heterogeneity: ', 'Mantel–Haenszel', 'Leaving one study out', 'need at least 10 studies']) expect(out).toContain(part)
  })

  it('prints one JSON document with every model', async () => {
    const { code, out, err } = await runInProcess(['pool', await file('a.json', JSON.stringify({ id: 'x', outcome: 'death', measure: 'OR', studies: TRIALS })), '--json'])
    const { analyses } = JSON.parse(out)
    expect([code, err]).toEqual([0, ''])
    expect(analyses).toMatchObject([{ id: 'x', outcome: 'death', measure: 'OR', scale: 'log', k: 3, headline: { model: 'REML_HKadhoc' }, models: { FE: { k: 3 }, DL_HK: {}, MH: {}, PETO: {} } }])
  })

  it('gives the same bytes from JSON and CSV', async () => {
    const [a, b] = await Promise.all([runInProcess(['pool', await file('b.csv', CSV), '--json']), runInProcess(['pool', await file('b.json', JSON.stringify({ studies: TRIALS })), '--json'])])
    expect(a.out).toBe(b.out)
  })

  it('takes measure and model in any case', async () => {
    const { out } = await runInProcess(['pool', await file('c.csv', CSV), '--measure', 'or', '--model', 'peto'])
    expect(out).toContain('Shown: Peto (asked for)')
    expect(out).toContain('odds ratio')
  })

  it('writes the plots, numbered when there are several analyses', async () => {
    const [svg, funnel] = [join(folder, 'forest.svg'), join(folder, 'funnel.svg')]
    const { code, err } = await runInProcess(['pool', await file('d.json', JSON.stringify([{ studies: TRIALS }, { outcome: 'two', studies: TRIALS }])), '--svg', svg, '--funnel', funnel, '--json'])
    expect(code).toBe(0)
    expect(err).toContain('forest-2.svg')
    expect(await readFile(join(folder, 'forest-2.svg'), 'utf8')).toContain('<title id="forest-title">two</title>')
    expect(await readFile(join(folder, 'funnel-1.svg'), 'utf8')).toContain('Funnel plot of 3 studies')
  })

  it('refuses impossible numbers with file, line and column, and pools nothing', async () => {
    const { code, out } = await runInProcess(['pool', await file('e.csv', CSV.replace('Beta 2004,5,', 'Beta 2004,65,')), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({ error: { code: 'bad-input', message: expect.stringContaining('e.csv: line 3 (Beta 2004), column events1: 65 events are more than the 60 people of total1'), remedy: expect.stringContaining('Nothing was pooled') } })
  })

  it.each<[string, string[], number]>([['a file that is not there', ['nothing.csv'], 1], ['no file', [], 2], ['an unknown model', ['x.csv', '--model', 'best'], 2], ['an unknown measure', ['x.csv', '--measure', 'NNT'], 2]])('fails on %s', async (_what, words, exit) => {
    expect((await runInProcess(['pool', ...words])).code).toBe(exit)
  })

  it('fails on a file that is not text, a folder, and a picture that cannot be written', async () => {
    expect((await runInProcess(['pool', await file('f.csv', Buffer.from([0xff, 0xfe, 0x41]))])).err).toContain('is not UTF-8 text')
    expect((await runInProcess(['pool', folder])).err).toContain('it is a folder')
    expect((await runInProcess(['pool', await file('g.csv', CSV), '--svg', join(folder, 'no', 'such', 'folder.svg')])).err).toContain('cannot be written')
  })
})

describe('consilium evaluate pooling', () => {
  it('writes predictions in the names of the reference and says how many figures agree', async () => {
    const data = await file('h.jsonl', `${JSON.stringify({ id: 'h', measure: 'OR', studies: TRIALS, expected: { included: [true, true, false] } })}\n`)
    const predictions = join(folder, 'h.out.jsonl')
    const { code, out } = await runInProcess(['evaluate', 'pooling', data, '--predictions', predictions])
    expect(code).toBe(0)
    expect(out).toContain('2 of 3 figures of 1 analyses within')
    expect(out).toContain('≠ h included.2: expected false, computed true')
    expect(JSON.parse(await readFile(predictions, 'utf8'))).toMatchObject({ id: 'h', expected: { included: [true, true, true], models: { FE: { k: 3 } } } })
  })
})
