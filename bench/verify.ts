import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine } from '../src/main.ts'
import { compose } from '../src/pipeline/answer/index.ts'
import { traceCitations, verifyDraft } from '../src/pipeline/verification/index.ts'
import { starterVocabulary } from '../src/core/terminology/index.ts'
import { askLibrary, readLibrary } from '../test/support/ask-library.ts'
import builtIn from '../src/evaluation/scores/built-in-questions.json' with { type: 'json' }
import type { Timing } from './ask.ts'
import { median, quantile, runCommand } from './measure.ts'

/** Pages that come to a little over 2,000 words together. */
const PAGES = ['02-sglt2-heart-failure.md', '07-psa-screening.md', '10-blood-pressure-targets.md', '12-after-myocardial-infarction.md']
const ROUNDS = 5

/** Verification alone, of every built-in question's article: citations followed, each sentence checked. */
export function verifyArticles(): Timing {
  const vocabulary = starterVocabulary()
  const library = readLibrary()
  const drafts = Object.values(builtIn).flat().map((question) => compose({ vocabulary }, askLibrary(question), 'clinician'))
  const times: number[] = []
  for (let round = 0; round <= 1; round += 1) {
    for (const draft of drafts) {
      const started = performance.now()
      verifyDraft({ vocabulary }, traceCitations(draft, library))
      if (round > 0) times.push(performance.now() - started)
    }
  }
  return { medianMs: median(times), p95Ms: quantile(times, 0.95), megabytes: null }
}

/** The audit of a page of some 2,000 words, in a process that has audited before, and as a process of its own. */
export async function auditPages(home: string, folder: string): Promise<{ readonly words: number; readonly warm: Timing; readonly cold: Timing }> {
  const path = join(folder, 'page.md')
  const text = PAGES.map((page) => readFileSync(join(import.meta.dirname, '..', 'test', 'fixtures', 'audit-articles', page), 'utf8')).join('\n\n')
  writeFileSync(path, text)
  const engine = await openEngine(home, () => undefined)
  const times: number[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const started = performance.now()
      await engine.audit(path)
      if (round > 0) times.push(performance.now() - started)
    }
  } finally {
    await engine.close()
  }
  const run = await runCommand(['audit', path, '--home', home, '--json'])
  return { words: text.split(/\s+/).length, warm: { medianMs: median(times), p95Ms: quantile(times, 0.95), megabytes: null }, cold: { medianMs: run.milliseconds, p95Ms: run.milliseconds, megabytes: run.megabytes } }
}
