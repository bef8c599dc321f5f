import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPassageIndex } from '../search-index/index.ts'
import { refreshIndex } from '../../pipeline/ingest/refresh-index.ts'
import { openStore } from './index.ts'

/** Writes sources batch by batch, indexing after every third, and prints each batch once it is acknowledged. */
const WRITER = `
const { openStore } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
const { openPassageIndex } = await import(${JSON.stringify(new URL('../search-index/index.ts', import.meta.url).href)})
const { refreshIndex } = await import(${JSON.stringify(new URL('../../pipeline/ingest/refresh-index.ts', import.meta.url).href)})
const { testSource, toStored } = await import(${JSON.stringify(new URL('./test-source.ts', import.meta.url).href)})
const home = process.argv[1]
const from = Number(process.argv[2])
const store = await openStore(home)
const index = openPassageIndex(home)
const session = await store.beginWriting('killed writer')
for (let batch = from; ; batch += 1) {
  await session.save(Array.from({ length: 20 }, (_, at) => toStored(testSource('s-' + batch + '-' + at, 'Sentence of batch number' + batch + ' and item ' + at + '.'))))
  process.stdout.write(batch + '\\n')
  if (batch % 3 === 2) await refreshIndex({ session, index })
}
`

it('keeps what was acknowledged, and can go on, whenever the writer is killed', async () => {
  const home = mkdtempSync(join(tmpdir(), 'consilium-kill-'))
  try {
    let next = 0
    for (let round = 0; round < 6; round += 1) {
      next = Math.max(next, await writeAndKill(home, next, 40 + round * 90) + 1)
    }
    const store = await openStore(home)
    const index = openPassageIndex(home)
    // The lock of the dead writer is taken over.
    const session = await store.beginWriting('after')
    const snapshot = await refreshIndex({ session, index })
    const reader = await store.openReader()
    const ids = Array.from({ length: next }, (_, batch) => Array.from({ length: 20 }, (__, at) => `s-${batch}-${at}`)).flat()
    const held = await reader?.sources(ids)
    expect(held?.length).toBe(ids.length)
    const view = await index.openAt(snapshot.revision)
    expect(view?.statistics.passages).toBe(snapshot.sources)
    expect((await view?.candidates([{ term: 'sentenc', weight: 1 }], 10_000))?.length).toBe(snapshot.sources)
    await session.close()
    await index.close()
    await store.close()
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

/** Kills the writer `delayMs` after its first acknowledgement; gives the last batch it had acknowledged. */
async function writeAndKill(home: string, from: number, delayMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, home, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  let timer: NodeJS.Timeout | null = null
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    printed += chunk
    timer ??= setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  await new Promise((resolve) => {
    child.on('close', resolve)
  })
  const complete = printed.slice(0, printed.lastIndexOf('\n') + 1).trim().split('\n')
  return Number(complete.at(-1) ?? from - 1)
}
