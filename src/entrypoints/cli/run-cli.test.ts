import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleArticle, exampleSource } from '../../../test/support/example-article.ts'
import { Fault, sourceSchema } from '../../core/model/index.ts'
import { EngineInMemory, MACHINE, runInProcess } from './test-support/run-in-process.ts'

// oxlint-disable-next-line no-control-regex -- escape sequences are what is looked for
const ESCAPE = /\u001B/u
const errorIn = (out: string): unknown => JSON.parse(out)

describe('the command line', () => {
  it('shows its help on stdout when asked', async () => {
    const { code, out } = await runInProcess(['--help'])
    expect(code).toBe(0)
    for (const verb of ['ask', 'search', 'ingest', 'source', 'doctor', 'evaluate']) expect(out).toContain(verb)
  })

  it('shows its help on stderr, as bad usage, when given nothing', async () => {
    const { code, out, err } = await runInProcess([])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Usage: consilium')
  })

  it('tells its version', async () => {
    expect(await runInProcess(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' })
  })

  it.each([
    ['an unknown command', ['frobnicate']], ['an unknown option', ['ask', 'x', '--frob']], ['a missing question', ['ask']], ['an unknown audience', ['ask', 'x', '--audience', 'king']],
    ['two formats at once', ['ask', 'x', '--json', '--markdown']], ['a limit that is no number', ['search', 'x', '-k', 'ten']], ['a limit of nothing', ['search', 'x', '-k', '0']],
    ['an unknown task', ['evaluate', 'everything', 'x']], ['what needs the network', ['ask', 'x', '--live']], ['an empty home', ['ask', 'x', '--home', '']],
  ])('exits 2 on %s and says what to do', async (_what, words) => {
    const { code, out, err } = await runInProcess(words)
    expect(code).toBe(2)
    const told = words.includes('--json') ? out : err
    expect(told).toMatch(words.includes('--json') ? /"code": "bad-usage"/u : /^✗ .+\n {2}.+/su)
    expect(out + err).toBe(told)
  })

  it('gives one JSON document on stdout even when the command line cannot be read', async () => {
    const { out, err } = await runInProcess(['ask', '--json'])
    expect(errorIn(out)).toEqual({ error: { code: 'bad-usage', message: expect.stringContaining('question'), remedy: expect.any(String) } })
    expect(err).toBe('')
  })

  it.each([['storage', 1], ['busy', 1], ['bad-input', 1], ['not-found', 1], ['internal', 1], ['bad-usage', 2]] as const)('exits by the kind of fault: %s → %d', async (kind, exit) => {
    const { code, err } = await runInProcess(['ask', 'x'], { openFails: new Fault(kind, 'the disk is full', 'Free some space.') })
    expect(code).toBe(exit)
    expect(err).toBe('✗ The disk is full.\n  Free some space.\n')
  })

  it('never shows the message of an error nobody foresaw, which might hold the question', async () => {
    const { code, out, err } = await runInProcess(['ask', 'my secret question', '--json'], { openFails: new TypeError('my secret question is undefined') })
    expect(code).toBe(1)
    expect(out + err).not.toContain('secret')
  })

  it('takes the home from --home, before or after the command, else the default', async () => {
    expect((await runInProcess(['ask', 'x'])).home).toBe('/default/home')
    expect((await runInProcess(['ask', 'x', '--home', '/a'])).home).toBe('/a')
    expect((await runInProcess(['--home', '/b', 'ask', 'x'])).home).toBe('/b')
  })
})

describe('consilium ask', () => {
  let folder = ''
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'consilium-cli-')) })
  afterAll(async () => rm(folder, { recursive: true }))

  it('takes a question with or without quotation marks, for a clinician unless told', async () => {
    const engine = new EngineInMemory()
    await runInProcess(['ask', 'Is', 'aspirin', 'indicated?'], { engine })
    await runInProcess(['ask', 'Is aspirin indicated?', '--audience', 'patient'], { engine })
    expect(engine.asked).toEqual([{ question: 'Is aspirin indicated?', caseText: null, audience: 'clinician' }, { question: 'Is aspirin indicated?', caseText: null, audience: 'patient' }])
    expect(engine.closed).toBe(2)
  })

  it('prints exactly the article as JSON', async () => {
    const { code, out, err } = await runInProcess(['ask', 'x', '--json'])
    expect([code, JSON.parse(out), err]).toEqual([0, exampleArticle(), ''])
  })

  it('prints Markdown when asked', async () => {
    expect((await runInProcess(['ask', 'x', '--markdown'])).out).toContain('\n# Is basivertebral nerve ablation indicated')
  })

  it('is plain text when piped: no colour, no word about the next question', async () => {
    const { out, err } = await runInProcess(['ask', 'x'])
    expect(out).toContain('⇄ CONTESTED')
    expect(out + err).not.toMatch(ESCAPE)
    expect(err).toBe('')
  })

  it('says on a terminal how to ask the next question and how to check a quote', async () => {
    const { err } = await runInProcess(['ask', 'x'], { isTerminal: true })
    expect(err).toContain('consilium ask "…"')
    expect(err).toContain('consilium source source-1')
  })

  it('says when a newer snapshot is on its way', async () => {
    const engine = new EngineInMemory()
    engine.newerSnapshotOnItsWay = true
    const { out, err } = await runInProcess(['ask', 'x', '--json'], { engine })
    expect(err).toContain('A newer snapshot is on its way')
    expect(() => errorIn(out)).not.toThrow()
  })

  it('reads the facts of a case from a file', async () => {
    const engine = new EngineInMemory()
    const file = join(folder, 'case.txt')
    await writeFile(file, '58-year-old woman\nModic 2 at L5-S1\n')
    await runInProcess(['ask', 'x', '--case', file], { engine })
    expect(engine.asked[0]?.caseText).toBe('58-year-old woman\nModic 2 at L5-S1\n')
  })

  it.each([
    ['is missing', null, 'there is no such file'], ['is empty', '', 'is empty'], ['is binary', Buffer.from([0x50, 0x4b, 0x03, 0x04]), 'not plain text'],
    ['is not UTF-8', Buffer.from([0x66, 0xff, 0xfe]), 'not plain text'], ['is too large', 'x'.repeat(300_000), 'larger than 256 KB'],
  ])('refuses a case file that %s', async (what, content, says) => {
    const file = join(folder, `${what.replaceAll(' ', '-')}.txt`)
    if (content !== null) await writeFile(file, content)
    const { code, out } = await runInProcess(['ask', 'x', '--json', '--case', file])
    expect(code).toBe(1)
    expect(errorIn(out)).toMatchObject({ error: { code: 'bad-input', message: expect.stringContaining(says) } })
  })

  it('refuses a folder as a case file', async () => {
    expect((await runInProcess(['ask', 'x', '--case', folder])).err).toContain('it is a folder')
  })
})

describe('consilium search', () => {
  it('prints the hits as JSON and nothing else', async () => {
    const { out } = await runInProcess(['search', 'nerve', 'ablation', '--json'])
    expect(JSON.parse(out)).toEqual({ hits: [{ sourceId: 's', passageId: 's#0-5', score: 1.5, title: 'A trial', text: 'Words of the passage.' }] })
  })

  it('shows title, words and place for a person', async () => {
    expect((await runInProcess(['search', 'nerve'])).out).toBe('  1. A trial\n     Words of the passage.\n     s#0-5\n\n')
  })

  it('says so when nothing matches, and that is no failure', async () => {
    const engine = new EngineInMemory()
    engine.hits = []
    expect(await runInProcess(['search', 'nerve'], { engine })).toMatchObject({ code: 0, out: '', err: 'No passage matches. Try fewer or other words.\n' })
  })
})

describe('consilium ingest', () => {
  it('reports the contract’s fields as JSON', async () => {
    const { out, err } = await runInProcess(['ingest', 'a', 'b', '--json'])
    expect(JSON.parse(out)).toEqual({ files: 2, sources: 1, passages: 4, skipped: [{ path: 'bad.xml', reason: 'it is a PDF. Give the XML.' }], seconds: expect.any(Number) })
    expect(err).toBe('')
  })

  it('lists for a person what could not be read', async () => {
    expect((await runInProcess(['ingest', 'a'])).out).toContain('! 1 file could not be read:\n  • bad.xml: it is a PDF. Give the XML.')
  })

  it('shows progress on a terminal alone', async () => {
    expect((await runInProcess(['ingest', 'a'], { isTerminal: true })).err).toContain('Reading · 1 files')
    expect((await runInProcess(['ingest', 'a'])).err).toBe('')
  })

  it('stops on Ctrl-C, keeps what was read and says how to go on', async () => {
    const engine = new EngineInMemory()
    engine.beforeReport = async (signal) => new Promise((_resolve, reject) => { signal?.addEventListener('abort', () => reject(new Error('aborted'))) })
    const { code, out, err } = await runInProcess(['ingest', 'a', '--json'], { engine })
    expect(code).toBe(1)
    expect(errorIn(out)).toMatchObject({ error: { code: 'interrupted', remedy: 'Run the same command again to go on from there.' } })
    expect(err).toContain('Stopping after this document')
    expect(engine.closed).toBe(1)
  })
})

describe('consilium source', () => {
  const held = sourceSchema.parse({
    ...exampleSource(1), id: 'smart', text: 'Title\nPain fell by \u001B[31m5.3 points.\n', sections: [], retraction: { state: 'none', notice: null }, fundingNote: null, dataDate: '2026-01-05', textKind: 'record',
  })

  it('prints the exact text as JSON', async () => {
    const engine = new EngineInMemory()
    engine.held = held
    expect(JSON.parse((await runInProcess(['source', 'smart', '--json'], { engine })).out)).toEqual(held)
  })

  it('says for a person that a record is not the publication, and lets no text drive the terminal', async () => {
    const engine = new EngineInMemory()
    engine.held = held
    const { out } = await runInProcess(['source', 'smart'], { engine })
    expect(out).toContain('Our own summary of verified facts')
    expect(out).toContain('Pain fell by [31m5.3 points.')
    expect(out).not.toMatch(ESCAPE)
  })

  it('fails for a source this home does not hold', async () => {
    const { code, out } = await runInProcess(['source', 'nothing', '--json'])
    expect([code, errorIn(out)]).toMatchObject([1, { error: { code: 'not-found' } }])
  })
})

describe('consilium doctor', () => {
  it('says what is set up and that nothing leaves this machine', async () => {
    const { code, out } = await runInProcess(['doctor'])
    expect(code).toBe(0)
    expect(out).toContain('✓ Node: v24.1.0')
    expect(out).toContain('122 sources, 900 passages, 1 retracted')
    expect(out).toContain('✓ Leaves this machine: nothing')
    expect(out).toContain('5.0 GB free')
  })

  it('fails, with the remedy, when a part does not load', async () => {
    const machine = { ...MACHINE, parts: [{ name: 'Search (LanceDB)', version: null, problem: 'wrong architecture' }] }
    const { code, out } = await runInProcess(['doctor'], { machine })
    expect(code).toBe(1)
    expect(out).toContain('✗ Search (LanceDB): does not load: wrong architecture')
    expect(out).toContain('→ Delete node_modules')
  })

  it('still reports when the home cannot be opened', async () => {
    const { code, out } = await runInProcess(['doctor', '--json'], { openFails: new Fault('storage', 'the database is damaged', 'Put back a copy.') })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false, status: null, leavesThisMachine: [] })
  })

  it('is one JSON document when asked', async () => {
    expect(JSON.parse((await runInProcess(['doctor', '--json'])).out)).toMatchObject({ ok: true, version: '0.1.0', status: { retracted: 1 } })
  })
})
