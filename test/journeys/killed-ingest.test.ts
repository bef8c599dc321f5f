import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../support/run-command.ts'
import { writePubmedFile } from '../support/write-pubmed-file.ts'

const KILLS = 20
const FILES = 24
const CITATIONS_A_FILE = 250

type Status = { readonly snapshot: { readonly id: string; readonly sources: number } | null; readonly passages: number | null; readonly indexInStep: boolean }

let folder = ''
let seed = 20_261_124

/** A fixed sequence of times, so that a failure can be run again (Park & Miller 1988). */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-killed-'))
  await mkdir(join(folder, 'documents'))
  for (let file = 0; file < FILES; file += 1) await writePubmedFile(join(folder, 'documents', `part-${String(file).padStart(2, '0')}.xml`), CITATIONS_A_FILE, 50_000_000 + file * CITATIONS_A_FILE)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('an ingest that is killed', () => {
  it(`loses and doubles nothing over ${KILLS} kills at any moment`, { timeout: 400_000 }, async () => {
    const documents = join(folder, 'documents')
    const undisturbed = join(folder, 'undisturbed')
    const killed = join(folder, 'killed')
    const started = performance.now()
    const whole = await runCommand(['ingest', documents, '--home', undisturbed, '--json'])
    const wholeMs = performance.now() - started
    expect(whole.code, whole.stderr).toBe(0)

    let kills = 0
    for (let round = 0; round < KILLS; round += 1) {
      const result = await runCommand(['ingest', documents, '--home', killed, '--json'], { killAfterMs: 100 + random() * wholeMs * 0.9 })
      if (result.signal === 'SIGKILL') kills += 1
    }
    expect(kills).toBeGreaterThan(0)
    const last = await runCommand(['ingest', documents, '--home', killed, '--json'])
    expect(last.code, last.stderr).toBe(0)

    const [expected, found] = [await status(undisturbed), await status(killed)]
    expect(found.snapshot?.id).toBe(expected.snapshot?.id)
    expect(found.snapshot?.sources).toBe(expected.snapshot?.sources)
    expect(found.passages).toBe(expected.passages)
    expect(found.indexInStep).toBe(true)

    const query = 'citation made for a test ward 42'
    const [a, b] = [await runCommand(['search', query, '-k', '50', '--home', undisturbed, '--json']), await runCommand(['search', query, '-k', '50', '--home', killed, '--json'])]
    expect(b.stdout).toBe(a.stdout)
  })
})

async function status(home: string): Promise<Status> {
  const { stdout } = await runCommand(['doctor', '--home', home, '--json'])
  const report: { readonly status: Status } = JSON.parse(stdout)
  return report.status
}
