import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fault } from '../../core/model/index.ts'
import type { SkippedInput } from '../../pipeline/ingest/ports.ts'
import { fileDocuments } from './index.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'consilium-files-')) })
afterEach(async () => { await rm(folder, { recursive: true }) })

type Read = { readonly name: string; readonly text: string; readonly fingerprint: string }

async function readAll(paths: readonly string[], open = true): Promise<{ documents: Read[]; skipped: SkippedInput[] }> {
  const documents: Read[] = []
  const skipped: SkippedInput[] = []
  for await (const document of fileDocuments().read(paths, (input) => skipped.push(input))) {
    let text = ''
    try {
      if (open) for await (const chunk of document.open()) text += Buffer.from(chunk).toString('utf8')
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      text = `FAULT ${error.message}`
    }
    documents.push({ name: document.name.slice(folder.length + 1), text, fingerprint: document.fingerprint })
  }
  return { documents, skipped }
}

async function tarOf(members: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of Object.entries(members)) archive.entry({ name }, content)
  archive.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('documents on disk', () => {
  it('walks folders by name, passes over hidden names, follows links and leaves circles', async () => {
    await mkdir(join(folder, 'b'))
    await writeFile(join(folder, 'b', 'two.md'), 'two')
    await writeFile(join(folder, 'a.md'), 'one')
    await writeFile(join(folder, '.hidden'), 'no')
    await writeFile(join(folder, 'c.md'), 'three')
    await symlink(folder, join(folder, 'b', 'circle'))
    const { documents, skipped } = await readAll([folder])
    expect(documents.map(({ name, text }) => `${name}=${text}`)).toEqual(['a.md=one', 'b/two.md=two', 'c.md=three'])
    expect(skipped).toEqual([expect.objectContaining({ reason: expect.stringContaining('contains itself') })])
  })

  it('opens gzip and archives by content, members one after the other', async () => {
    await writeFile(join(folder, 'packed'), gzipSync(await tarOf({ 'x/1.nxml': 'first', 'x/._1.nxml': 'system', 'x/2.nxml.gz': gzipSync('second'), 'x/3.nxml': 'third' })))
    await writeFile(join(folder, 'plain.xml.gz'), gzipSync('<a/>'))
    const { documents, skipped } = await readAll([folder])
    expect(documents.map(({ name, text }) => `${name}=${text}`)).toEqual(['packed/x/1.nxml=first', 'packed/x/2.nxml.gz=second', 'packed/x/3.nxml=third', 'plain.xml.gz=<a/>'])
    expect(skipped).toEqual([])
  })

  it('goes on when members are left unread', async () => {
    const long = 'x'.repeat(3_000_000)
    await writeFile(join(folder, 'a.tar'), await tarOf({ one: long, 'two.gz': gzipSync(long), three: long }))
    const { documents } = await readAll([folder], false)
    expect(documents.map(({ name }) => name)).toEqual(['a.tar/one', 'a.tar/two.gz', 'a.tar/three'])
  })

  it('says what is no document, and how to help', async () => {
    await writeFile(join(folder, 'article.xml'), '%PDF-1.7 …')
    await writeFile(join(folder, 'binary.md'), Buffer.from([1, 0, 2, 0]))
    await writeFile(join(folder, 'empty.xml'), '')
    await writeFile(join(folder, 'office.md'), Buffer.from([0x50, 0x4b, 3, 4]))
    const { documents, skipped } = await readAll([folder, join(folder, 'missing')])
    expect(documents).toEqual([])
    expect(skipped.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('PDF'), expect.stringContaining('binary'), expect.stringContaining('empty'), expect.stringContaining('ZIP'), expect.stringContaining('no such file'),
    ])
  })

  it('tells a gzip file that is cut short while it is read, and reads the next', async () => {
    const random = Array.from({ length: 40_000 }, (_, at) => String((at * 7919) % 10_007)).join(' ')
    const whole = gzipSync(random)
    await writeFile(join(folder, 'a.md.gz'), whole.subarray(0, whole.length / 2))
    await writeFile(join(folder, 'b.md'), 'fine')
    const { documents } = await readAll([folder])
    expect(documents.map(({ text }) => text)).toEqual([expect.stringContaining('FAULT the gzip data end too early'), 'fine'])
  })

  it('tells a damaged archive and reads the next file', async () => {
    const archive = await tarOf({ one: 'first', two: 'y'.repeat(5000) })
    archive.fill(0xff, 1024, 1400)
    await writeFile(join(folder, 'a.tar'), archive)
    await writeFile(join(folder, 'b.tgz'), gzipSync(await tarOf({ one: 'first', two: 'y'.repeat(50_000) })).subarray(0, 150))
    await writeFile(join(folder, 'c.md'), 'fine')
    const { documents, skipped } = await readAll([folder])
    expect(documents.map(({ name }) => name)).toContain('c.md')
    expect(documents.map(({ text }) => text)).toContain('first')
    expect(skipped.map(({ path }) => path.slice(folder.length + 1))).toEqual(expect.arrayContaining(['a.tar', 'b.tgz']))
  })

  it('gives a file another fingerprint when it may have changed, and a member of its own', async () => {
    await writeFile(join(folder, 'a.md'), 'one')
    await writeFile(join(folder, 'b.tar'), await tarOf({ m: 'same', n: 'same' }))
    const first = await readAll([folder])
    const again = await readAll([folder])
    await utimes(join(folder, 'a.md'), 1, 1)
    const touched = await readAll([folder])
    expect(again.documents).toEqual(first.documents)
    expect(new Set(first.documents.map(({ fingerprint }) => fingerprint)).size).toBe(3)
    expect(touched.documents[0]?.fingerprint).not.toBe(first.documents[0]?.fingerprint)
  })
})
