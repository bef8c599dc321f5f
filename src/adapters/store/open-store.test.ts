import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evidenceSchema, snapshotId } from '../../core/model/index.ts'
import type { IndexedPassage } from '../../pipeline/ingest/ports.ts'
import { openStore, type Store } from './index.ts'
import { openSqliteFile } from './sqlite-file.ts'
import { testSource, toStored } from './test-source.ts'

let home: string
let open: Store[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'consilium-store-'))
})
afterEach(async () => {
  for (const store of open) await store.close()
  open = []
  rmSync(home, { recursive: true, force: true })
})

async function opened(options: { readOnly?: boolean } = {}): Promise<Store> {
  const store = await openStore(home, options)
  open.push(store)
  return store
}

async function publishAll(store: Store, ...sources: Parameters<typeof toStored>[]): Promise<void> {
  const session = await store.beginWriting('test')
  await session.save(sources.map((entry) => toStored(...entry)))
  await session.publish(await store.latestRevision())
  await session.close()
}

describe('saving', () => {
  it('counts what is new, changed and unchanged, and makes no revision when nothing changed', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    const first = toStored(testSource('a', 'One.'))
    expect(await session.save([first, toStored(testSource('b', 'Two.'))])).toEqual({ added: 2, changed: 0, unchanged: 0 })
    const revision = await store.latestRevision()
    expect(await session.save([first])).toEqual({ added: 0, changed: 0, unchanged: 1 })
    expect(await store.latestRevision()).toBe(revision)
    expect(await session.save([toStored(testSource('a', 'One, revised.'))])).toEqual({ added: 0, changed: 1, unchanged: 0 })
  })

  it('refuses a passage that is not a slice of its source, and keeps nothing of that batch', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    const good = toStored(testSource('a', 'One.'))
    const torn = { ...good, source: testSource('b', 'Other words.') }
    await expect(session.save([good, torn])).rejects.toThrow(/not a slice/)
    expect(await store.latestRevision()).toBe(0)
  })

  it('gives the same snapshot id to two homes with the same sources, whatever their order and history', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    const [a, b] = [toStored(testSource('a', 'One.')), toStored(testSource('b', 'Two.', { dataDate: '2025-06-01' }))]
    await session.save([b])
    await session.save([toStored(testSource('a', 'Draft.'))])
    await session.save([a])
    const snapshot = await session.publish(await store.latestRevision())
    expect(snapshot).toMatchObject({ sources: 2, date: '2025-06-01', id: snapshotId([a, b].map(({ source, contentHash }) => ({ id: source.id, contentHash }))) })
  })

  it('replaces the starter library and leaves alone what a person added', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    await session.save([toStored(testSource('old', 'Old.'), [], 'starter'), toStored(testSource('kept', 'Kept.'), [], 'starter'), toStored(testSource('mine', 'Mine.'))])
    expect(await session.save([toStored(testSource('mine', 'Theirs.'), [], 'starter')])).toEqual({ added: 0, changed: 0, unchanged: 1 })
    await session.finishStarter('v2', ['kept'])
    expect(await session.starterVersion()).toBe('v2')
    await session.publish(await store.latestRevision())
    const reader = await store.openReader()
    expect((await reader?.sources(['old', 'kept', 'mine']))?.map(({ id, text }) => [id, text])).toEqual([['kept', 'Kept.'], ['mine', 'Mine.']])
  })

  it('remembers files that were wholly ingested', async () => {
    const session = await (await opened()).beginWriting('test')
    expect(await session.isFileDone('x')).toBe(false)
    await session.markFileDone('x', { sources: 1, passages: 2 })
    await session.markFileDone('x', { sources: 1, passages: 2 })
    expect(await session.isFileDone('x')).toBe(true)
  })
})

describe('notices', () => {
  const notice = { targetPmid: '7', state: 'retracted', notice: 'Retraction in: J 2024' } as const

  it('reach a source that is held and one that arrives later alike', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    await session.save([toStored(testSource('early', 'One.', { pmid: '7' }))])
    await session.saveNotices([notice])
    await session.save([toStored(testSource('late', 'One.', { pmid: '7' }))])
    await session.publish(await store.latestRevision())
    const reader = await store.openReader()
    expect((await reader?.sources(['early', 'late']))?.map(({ retraction }) => retraction)).toEqual([{ state: 'retracted', notice: notice.notice }, { state: 'retracted', notice: notice.notice }])
    expect(await store.counts()).toMatchObject({ retracted: 2 })
  })

  it('are not undone when the same file is ingested again, nor softened by a lesser notice', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    const source = toStored(testSource('a', 'One.', { pmid: '7' }))
    await session.save([source])
    await session.saveNotices([notice])
    await session.saveNotices([{ ...notice, state: 'corrected', notice: 'Erratum' }])
    const revision = await store.latestRevision()
    expect(await session.save([source])).toEqual({ added: 0, changed: 0, unchanged: 1 })
    expect(await store.latestRevision()).toBe(revision)
  })

  it('change the content hash, and with it the snapshot and what the index holds', async () => {
    const store = await opened()
    const session = await store.beginWriting('test')
    const source = toStored(testSource('a', 'One.', { pmid: '7' }))
    await session.save([source])
    const before = await store.latestRevision()
    await session.saveNotices([notice])
    const changes = await session.changesSince(before)
    expect(changes.removed).toEqual([{ sourceId: 'a', contentHash: source.contentHash }])
    const added: IndexedPassage[] = []
    for await (const batch of changes.added) added.push(...batch)
    expect(added.map(({ id, contentHash }) => [id, contentHash === source.contentHash])).toEqual([['a#0-4', false]])
  })
})

describe('reading while another writes', () => {
  it('answers from the published snapshot until the next one is published', async () => {
    const store = await opened()
    await publishAll(store, [testSource('a', 'One.'), [{ conceptId: 'x', role: 'intervention' }]], [testSource('gone', 'Gone.'), [], 'starter'])
    const before = await store.openReader()
    const other = await opened()
    const session = await other.beginWriting('ingest')
    await session.save([toStored(testSource('a', 'One, revised.')), toStored(testSource('b', 'Two.'), [{ conceptId: 'x', role: 'intervention' }])])
    await session.finishStarter('v2', [])

    const during = await store.openReader()
    for (const reader of [before, during]) {
      expect((await reader?.sources(['b', 'a', 'gone']))?.map(({ text }) => text)).toEqual(['One.', 'Gone.'])
      expect(await reader?.sourceIdsByConcept(['x'], ['intervention'], 10)).toEqual(['a'])
    }
    await session.publish(await other.latestRevision())
    await session.close()
    expect((await before?.sources(['a']))?.[0]?.text).toBe('One.')
    const after = await store.openReader()
    expect((await after?.sources(['b', 'a', 'gone']))?.map(({ text }) => text)).toEqual(['Two.', 'One, revised.'])
  })

  it('gives structured records first when a limit cuts off', async () => {
    const store = await opened()
    const evidence = {
      population: null, intervention: null, comparator: null, setting: null, n: null, followUp: null, design: { randomized: null, controlled: null, participantsBlinded: null, assessorsBlinded: null, blinding: null },
      interventions: ['x'], conditions: [], body: null, findings: [], recommendations: [], limitations: [], summary: [],
    }
    const withEvidence = testSource('z-record', 'Record.', { evidence: evidenceSchema.parse(evidence) })
    await publishAll(store, [testSource('a', 'One.'), [{ conceptId: 'x', role: 'intervention' }]], [withEvidence, [{ conceptId: 'x', role: 'intervention' }]])
    expect(await (await store.openReader())?.sourceIdsByConcept(['x'], ['intervention'], 1)).toEqual(['z-record'])
  })

  it('serves the long forms that the corpus gives for an abbreviation, most frequent first', async () => {
    const store = await opened()
    await publishAll(store, [testSource('a', 'Heart failure (HF) is common.')], [testSource('b', 'Patients with heart failure (HF).')], [testSource('c', 'Hemorrhagic fever (HF) spreads.')])
    expect(await (await store.openReader())?.expansionsOf('hf')).toEqual(['heart failure', 'hemorrhagic fever'])
  })
})

describe('the writer lock', () => {
  it('lets one writer in and names it to the next', async () => {
    const session = await (await opened()).beginWriting('first ingest')
    const second = await opened()
    await expect(second.beginWriting('second')).rejects.toEqual(expect.objectContaining({ code: 'busy', retryable: true, message: expect.stringContaining('first ingest') }))
    await session.close()
    await (await second.beginWriting('second')).close()
  })

  it('passes to the next when the owner is dead, and fences the old one off', async () => {
    const store = await opened()
    const old = await store.beginWriting('old')
    const raw = new Database(store.path)
    raw.prepare('update writer_lock set heartbeat_ms = 0').run()
    raw.close()
    const fresh = await store.beginWriting('new')
    await expect(old.save([toStored(testSource('a', 'One.'))])).rejects.toMatchObject({ code: 'busy' })
    await old.close()
    expect(await fresh.save([toStored(testSource('a', 'One.'))])).toMatchObject({ added: 1 })
    await fresh.close()
  })
})

describe('article versions', () => {
  it('count distinct contents of an article in this home', async () => {
    const { articles } = await opened()
    const numbers = [await articles.versionOf('x', '1'), await articles.versionOf('x', '2'), await articles.versionOf('x', '1'), await articles.versionOf('y', '1')]
    expect(numbers).toEqual([1, 2, 1, 1])
  })

  it('are told and not kept in a home that cannot be written', async () => {
    await (await opened()).articles.versionOf('x', '1')
    const reading = await opened({ readOnly: true })
    expect([await reading.articles.versionOf('x', '2'), await reading.articles.versionOf('x', '3'), await reading.articles.versionOf('x', '1')]).toEqual([2, 2, 1])
    await expect(reading.beginWriting('test')).rejects.toMatchObject({ code: 'storage' })
  })
})

describe('opening', () => {
  it('says what to do about a damaged database', async () => {
    writeFileSync(join(home, 'consilium.db'), 'this is no database, and long enough to be looked at as one. '.repeat(50))
    await expect(openStore(home)).rejects.toEqual(expect.objectContaining({ code: 'storage', message: expect.stringContaining('damaged') }))
  })

  it('refuses a database of a newer version', async () => {
    const store = await opened()
    const raw = new Database(store.path)
    raw.prepare("insert into kysely_migration values ('999-future', '2099')").run()
    raw.close()
    await expect(openStore(home)).rejects.toEqual(expect.objectContaining({ code: 'storage', message: expect.stringContaining('newer') }))
  })

  it('says that there is nothing to read where there is nothing', async () => {
    await expect(openStore(join(home, 'none'), { readOnly: true })).rejects.toMatchObject({ code: 'storage' })
    expect(existsSync(join(home, 'none'))).toBe(false)
  })

  it('answers from a prepared home on a read-only disk without writing beside it', async ({ skip }) => {
    const disk = join(home, 'disk')
    try {
      execFileSync('mkdir', ['-p', disk])
      execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      skip('no right to mount a disk here')
    }
    try {
      const store = await opened()
      await publishAll(store, [testSource('a', 'One.')])
      await store.close()
      open = []
      cpSync(join(home, 'consilium.db'), join(disk, 'consilium.db'))
      execFileSync('mount', ['-o', 'remount,ro', disk])
      const reading = await openStore(disk)
      expect(reading.readOnly).toBe(true)
      expect((await (await reading.openReader())?.sources(['a']))?.length).toBe(1)
      await reading.close()
      expect(readdirSync(disk)).toEqual(['consilium.db'])
      await expect(openStore(join(disk, 'new'))).rejects.toEqual(expect.objectContaining({ code: 'storage', message: expect.stringContaining('none can be made') }))
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  })

  it('says that the disk is full, and keeps what was acknowledged', async ({ skip }) => {
    const disk = join(home, 'full')
    try {
      execFileSync('mkdir', ['-p', disk])
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      skip('no right to mount a disk here')
    }
    try {
      const store = await openStore(disk)
      const session = await store.beginWriting('test')
      await session.save([toStored(testSource('kept', 'One.'))])
      const large = toStored(testSource('large', 'word '.repeat(400_000)))
      await expect(session.save([large])).rejects.toEqual(expect.objectContaining({ code: 'storage', message: expect.stringContaining('No space is left') }))
      execFileSync('mount', ['-o', 'remount,size=16m', disk])
      await session.close()
      await store.close()
      const again = await openStore(disk)
      const writing = await again.beginWriting('test')
      expect(await writing.save([toStored(testSource('kept', 'One.'))])).toEqual({ added: 0, changed: 0, unchanged: 1 })
      await writing.close()
      await again.close()
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  })

  it('lets several processes make the same home at once', async () => {
    const script = `const { openStore } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)}); const store = await openStore(${JSON.stringify(home)}); await store.close()`
    const codes = await Promise.all(Array.from({ length: 4 }, async () => exitCode(script)))
    expect(codes).toEqual([0, 0, 0, 0])
  })

  it('opens the file with WAL and full synchronisation', () => {
    const { database } = openSqliteFile(join(home, 'x.db'))
    expect(database.prepare('pragma journal_mode').all([])).toEqual([{ journal_mode: 'wal' }])
    expect(database.prepare('pragma synchronous').all([])).toEqual([{ synchronous: 2 }])
    database.close()
  })
})

async function exitCode(script: string): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) => {
    child.on('exit', resolve)
  })
}
