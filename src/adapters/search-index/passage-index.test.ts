import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { heal } from '../../pipeline/ingest/heal.ts'
import { refreshIndex } from '../../pipeline/ingest/refresh-index.ts'
import { findPassages, search } from '../../pipeline/retrieval/index.ts'
import { openStore, type Store } from '../store/index.ts'
import { testSource, toStored } from '../store/test-source.ts'
import { openPassageIndex, type PassageIndex } from './index.ts'

let home: string
let store: Store
let index: PassageIndex
const vocabulary = starterVocabulary()

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'consilium-index-'))
  store = await openStore(home)
  index = openPassageIndex(home)
})
afterEach(async () => {
  await index.close()
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

async function add(...texts: readonly (readonly [string, string])[]): Promise<void> {
  const session = await store.beginWriting('test')
  await session.save(texts.map(([id, text]) => toStored(testSource(id, text))))
  await refreshIndex({ session, index })
  await session.close()
}

async function found(query: string, k = 10): Promise<string[]> {
  const reader = await store.openReader()
  if (reader === null) throw new Error('no snapshot')
  return (await search({ reader, index, vocabulary }, query, k)).map(({ sourceId }) => sourceId)
}

async function holds(revision: number): Promise<boolean> {
  return await index.openAt(revision) !== null
}

async function idsAndScores(): Promise<[string, number][]> {
  const reader = await store.openReader()
  if (reader === null) throw new Error('no snapshot')
  return (await findPassages({ reader, index, vocabulary }, 'colchicine in gout', 40)).map(({ candidate, score }) => [candidate.passageId, score])
}

describe('the index', () => {
  it('finds what was added, no longer finds what was replaced, and counts its terms exactly', async () => {
    await add(['a', 'Colchicine lowers recurrences of gout.'], ['b', 'Statins lower cholesterol.'])
    await add(['a', 'Allopurinol lowers urate.'])
    expect(await found('colchicine')).toEqual([])
    expect((await found('allopurinol'))[0]).toBe('a')
    const view = await index.openAt(await store.latestRevision())
    expect(view?.statistics.passages).toBe(2)
    expect(view?.statistics.meanLength.text).toBe(3)
    expect(view?.statistics.documentFrequencies(['lower', 'colchicin', 'allopurinol'])).toEqual(new Map([['lower', 2], ['allopurinol', 1]]))
  })

  it('stands at the revision of the store, and at none before it was built', async () => {
    expect(await index.revision()).toBeNull()
    await add(['a', 'One thing.'])
    expect(await index.revision()).toBe(await store.latestRevision())
  })

  it('can hold nothing, be emptied and be filled again', async () => {
    await add()
    expect(await found('anything')).toEqual([])
    const session = await store.beginWriting('test')
    await session.save([toStored(testSource('a', 'Colchicine in gout.'), [], 'starter')])
    await refreshIndex({ session, index })
    await session.finishStarter('none', [])
    await refreshIndex({ session, index })
    await session.close()
    expect(await found('colchicine')).toEqual([])
    await add(['b', 'Colchicine in pericarditis.'])
    expect(await found('colchicine')).toEqual(['b'])
  })

  it('keeps the state of the published snapshot while the next one is applied', async () => {
    await add(['a', 'Colchicine in gout.'])
    const before = await store.openReader()
    const session = await store.beginWriting('test')
    await session.save([toStored(testSource('a', 'Allopurinol in gout.'))])
    await index.apply(await session.changesSince(await index.revision() ?? 0))
    // Applied, not yet published: another process still answers from the old snapshot.
    const other = openPassageIndex(home)
    expect(await found('colchicine')).toEqual(['a'])
    expect(await found('allopurinol')).toEqual([])
    await session.publish(await store.latestRevision())
    await session.close()
    expect(await found('allopurinol')).toEqual(['a'])
    if (before === null) throw new Error('no snapshot')
    expect((await search({ reader: before, index: other, vocabulary }, 'colchicine', 5)).map(({ text }) => text)).toEqual(['Colchicine in gout.'])
    await other.close()
  })

  it('leaves no files behind but those of the last two states', async () => {
    for (let turn = 0; turn < 4; turn += 1) await add([`s${turn}`, `Sentence number ${turn}.`])
    const names = readdirSync(join(home, 'index'))
    expect(names.filter((name) => name.startsWith('terms-')).length).toBe(2)
    expect(names.filter((name) => name.startsWith('passages-')).length).toBe(1)
  })
})

describe('healing', () => {
  const damages: readonly (readonly [string, (folder: string) => void])[] = [
    ['is missing', (folder) => rmSync(folder, { recursive: true })],
    ['has a manifest cut short', (folder) => writeFileSync(join(folder, 'manifest.json'), '{"format":1,"ent')],
    ['has lost its table', (folder) => { for (const name of readdirSync(folder)) if (name.startsWith('passages-')) rmSync(join(folder, name), { recursive: true }) }],
    ['has lost its term counts', (folder) => { for (const name of readdirSync(folder)) if (name.startsWith('terms-')) rmSync(join(folder, name)) }],
    ['has term counts of rubbish', (folder) => { for (const name of readdirSync(folder)) if (name.startsWith('terms-')) writeFileSync(join(folder, name), 'rubbish '.repeat(1000)) }],
  ]
  it.each(damages)('builds the index again when it %s', async (_, damage) => {
    await add(['a', 'Colchicine in gout.'], ['b', 'Statins lower cholesterol.'])
    const published = await store.publishedSnapshot()
    await index.close()
    damage(join(home, 'index'))
    expect(await index.revision()).toBeNull()
    expect(await heal({ store, index, holds }, 'test')).toEqual(published)
    expect(await found('colchicine')).toEqual(['a'])
  })

  it('builds again an index that is behind or comes from another home', async () => {
    await add(['a', 'Colchicine in gout.'])
    cpSync(join(home, 'index'), join(home, 'kept'), { recursive: true })
    await add(['b', 'Colchicine in pericarditis.'])
    await add(['c', 'Something else.'])
    await index.close()
    rmSync(join(home, 'index'), { recursive: true })
    cpSync(join(home, 'kept'), join(home, 'index'), { recursive: true })
    await heal({ store, index, holds }, 'test')
    expect((await found('colchicine')).toSorted()).toEqual(['a', 'b'])
    expect(existsSync(join(home, 'index', 'manifest.json'))).toBe(true)
  })
})

describe('the order of results', () => {
  it('depends on what is held, not on how it came there', async () => {
    const texts = Array.from({ length: 60 }, (_, at): [string, string] => [`s${at}`, `Colchicine ${'and gout '.repeat(at % 4)}in trial ${at % 7} with ${at % 5} arms of people who had gout.`])
    await add(...texts)
    const once = await idsAndScores()
    await index.close()
    await store.close()
    rmSync(home, { recursive: true })
    store = await openStore(home)
    for (let at = texts.length - 1; at >= 0; at -= 13) await add(...texts.slice(Math.max(0, at - 12), at + 1))
    await add(['s3', 'Something else for now.'])
    await add(...texts.slice(3, 4))
    expect(await idsAndScores()).toEqual(once)
  })
})
