import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleSchema } from '../../src/core/model/index.ts'
import { runCommand } from '../support/run-command.ts'

const QUESTION = 'Is the Intracept procedure (basivertebral nerve ablation) medically indicated for low back pain?'

let folder = ''
let home = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-command-'))
  home = join(folder, 'home')
  const first = await runCommand(['ask', QUESTION, '--home', home])
  if (first.code !== 0) throw new Error(`the first question failed: ${first.stderr}`)
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('asking on the command line', () => {
  it('gives the same bytes twice, in two processes, as an article of the contract', async () => {
    const [a, b] = await Promise.all([runCommand(['ask', QUESTION, '--home', home, '--json']), runCommand(['ask', QUESTION, '--home', home, '--json'])])
    expect(a.stdout).toBe(b.stdout)
    const article = articleSchema.parse(JSON.parse(a.stdout))
    expect(article.verdict.stance).toBe('contested')
    expect(article.verdict.certainty).toBe('low')
  })

  it('gives the same snapshot and article in another home', async () => {
    const other = join(folder, 'other-home')
    const [a, b] = [await runCommand(['ask', QUESTION, '--home', home, '--json']), await runCommand(['ask', QUESTION, '--home', other, '--json'])]
    expect(b.stdout).toBe(a.stdout)
  })

  it('exits 0 and says so when it holds nothing on a question', async () => {
    const result = await runCommand(['ask', 'Does dexamethasone shorten croup in children?', '--home', home, '--json'])
    expect(result.code).toBe(0)
    expect(JSON.parse(result.stdout).verdict.stance).toBe('no-evidence')
  })

  it('prints the emergency line and no article when a person is in danger now', async () => {
    const result = await runCommand(['ask', 'My father has crushing chest pain and cannot breathe, what should I do?', '--home', home, '--json'])
    expect(result.code).toBe(0)
    const article = JSON.parse(result.stdout)
    expect(article.safety.kind).toBe('emergency')
    expect(article.verdict.stance).toBe('not-a-decision')
    expect([article.answer, article.sections, article.sources]).toEqual([[], [], []])
  })

  it.each([
    ['an empty question', ['ask', '   ']],
    ['a question of 100,000 characters', ['ask', 'why '.repeat(25_000)]],
    ['a question in another language', ['ask', 'Ist die Ablation des Nervus basivertebralis bei chronischen Kreuzschmerzen für die Patienten sinnvoll und wird sie empfohlen?']],
    ['an audience that does not exist', ['ask', QUESTION, '--audience', 'robot']],
    ['a command that does not exist', ['answer', QUESTION]],
  ])('refuses %s with exit code 2, a remedy, and one JSON document', async (_what, args) => {
    const result = await runCommand([...args, '--home', home, '--json'])
    expect(result.code).toBe(2)
    const { error } = JSON.parse(result.stdout)
    expect(error.message.length).toBeGreaterThan(0)
    expect(error.remedy.length).toBeGreaterThan(0)
    expect(result.stdout).not.toContain('why why')
  })

  it('shows any quoted source whole, so that a quote can be checked', async () => {
    const article = JSON.parse((await runCommand(['ask', QUESTION, '--home', home, '--json'])).stdout)
    const citation = article.answer.flatMap((claim: { citations: unknown[] }) => claim.citations)[0]
    const source = JSON.parse((await runCommand(['source', citation.sourceId, '--home', home, '--json'])).stdout)
    expect(source.text.slice(citation.start, citation.end)).toBe(citation.quote)
  })
})

describe('input that cannot be read', () => {
  it('is listed with its reason, the rest is kept, and the store stays whole', async () => {
    const bad = join(folder, 'bad')
    await mkdir(bad)
    await writeFile(join(bad, 'bomb.xml'), `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><PubmedArticleSet>&b;</PubmedArticleSet>`)
    await writeFile(join(bad, 'external.xml'), `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&a;</PubmedArticleSet>`)
    await writeFile(join(bad, 'cut.xml.gz'), gzipSync('<PubmedArticleSet></PubmedArticleSet>'.repeat(500)).subarray(0, 60))
    await writeFile(join(bad, 'really-a.pdf.xml'), '%PDF-1.7\n%âãÏÓ\n1 0 obj')
    await writeFile(join(bad, 'empty.xml'), '')
    await writeFile(join(bad, 'note.md'), '---\ntitle: A note on ward rounds\nyear: 2020\n---\n\nWard rounds were made daily in this example.\n')
    const result = await runCommand(['ingest', bad, '--home', home, '--json'])
    expect(result.code, result.stderr).toBe(0)
    const report = JSON.parse(result.stdout)
    expect(report.skipped.map(({ path }: { path: string }) => path.split('/').at(-1)).toSorted()).toEqual(['bomb.xml', 'cut.xml.gz', 'empty.xml', 'external.xml', 'really-a.pdf.xml'])
    expect(report.sources).toBe(1)
    expect(JSON.stringify(report)).not.toContain('root:')
    const after = await runCommand(['ask', QUESTION, '--home', home, '--json'])
    expect(JSON.parse(after.stdout).verdict.stance).toBe('contested')
  })

  it('names a path that is not there', async () => {
    const result = await runCommand(['ingest', join(folder, 'nowhere'), '--home', home, '--json'])
    expect(`${result.stdout}${result.stderr}`).toContain('nowhere')
    expect(result.code).not.toBeNull()
  })
})

describe.skipIf(process.getuid?.() === 0)('a home that cannot be written', () => {
  it('still answers from what it holds', async () => {
    const files = await readdir(home, { recursive: true, withFileTypes: true })
    const paths = [home, ...files.map((file) => join(file.parentPath, file.name))]
    await Promise.all(paths.map(async (path) => chmod(path, 0o555)))
    try {
      const result = await runCommand(['ask', QUESTION, '--home', home, '--json'])
      expect(result.code, result.stderr).toBe(0)
    } finally {
      await Promise.all(paths.map(async (path) => chmod(path, 0o755)))
    }
  })
})
