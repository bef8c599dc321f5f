import { exampleArticle } from '../../../../test/support/example-article.ts'
import { Fault, type Article, type Source } from '../../../core/model/index.ts'
import type { AskInput, AuditOfPage, DocumentAppraisal, Engine, EngineStatus, SearchHit } from '../../../pipeline/engine-types.ts'
import type { Machine } from '../dependencies.ts'
import { runCli } from '../run-cli.ts'
import { openTerminal } from '../terminal.ts'

/** An engine that holds one article, one source and one hit in memory: what a door is tested against. */
export class EngineInMemory implements Engine {
  readonly asked: AskInput[] = []
  article: Article = exampleArticle()
  newerSnapshotOnItsWay = false
  closed = 0
  held: Source | null = null
  /** What `appraiseDocument` gives; null for a file without a document. */
  appraised: DocumentAppraisal | null = null
  /** What `audit` gives; null for a file that cannot be read. */
  audited: AuditOfPage | null = null
  hits: readonly SearchHit[] = [{ sourceId: 's', passageId: 's#0-5', score: 1.5, title: 'A trial', text: 'Words of the passage.' }]
  /** What `ingest` does before it answers; a test may wait here for the interrupt. */
  beforeReport: (signal: AbortSignal | undefined) => Promise<void> = async () => undefined

  async ask(input: AskInput): Promise<Article> {
    this.asked.push(input)
    if (input.question.trim() === '') throw new Fault('bad-usage', 'the question is empty', 'Ask a clinical question.')
    return this.article
  }

  async search(_query: string, k: number): Promise<{ readonly hits: readonly SearchHit[] }> {
    return { hits: this.hits.slice(0, k) }
  }

  async ingest(paths: readonly string[], options: Parameters<Engine['ingest']>[1] = {}): ReturnType<Engine['ingest']> {
    options.onProgress?.({ stage: 'reading', file: paths[0] ?? null, files: 1, sources: 0, passages: 0 })
    await this.beforeReport(options.signal)
    return {
      files: paths.length, sources: 1, passages: 4, skipped: [{ path: 'bad.xml', reason: 'it is a PDF. Give the XML.' }],
      counts: { added: 1, changed: 0, unchanged: 0 }, snapshot: { id: 'abc', date: null, sources: 1, revision: 1 },
    }
  }

  async appraiseDocument(path: string): Promise<DocumentAppraisal> {
    if (this.appraised === null) throw new Fault('bad-input', `the file ${path} holds no document that can be appraised`, 'Give another.')
    return this.appraised
  }

  async audit(path: string): Promise<AuditOfPage> {
    if (this.audited === null) throw new Fault('bad-input', `the file ${path} cannot be read`, 'Give another.')
    return this.audited
  }

  async source(id: string): Promise<Source | null> {
    return this.held?.id === id ? this.held : null
  }

  async status(): Promise<EngineStatus> {
    return {
      home: '/home/x', writable: true, snapshot: { id: 'abcdef0123456789', date: '2026-01-05', sources: 122 }, passages: 900, indexInStep: true,
      newerSnapshotOnItsWay: this.newerSnapshotOnItsWay, retracted: 1, starterLibrary: 'feedbeef',
    }
  }

  async close(): Promise<void> {
    this.closed += 1
  }
}

export const MACHINE: Machine = {
  node: { version: 'v24.1.0', isSupported: true, needed: '24' },
  parts: [{ name: 'SQLite (better-sqlite3)', version: '13.2.0', problem: null }],
  freeBytes: 5e9,
}

export type RunOptions = { readonly engine?: EngineInMemory; readonly isTerminal?: boolean; readonly columns?: number; readonly colour?: boolean; readonly machine?: Machine; readonly openFails?: Error }

/** Runs one command line in this process and gives what a shell would see. A command that listens for Ctrl-C gets it after 20 ms. */
export async function runInProcess(words: readonly string[], options: RunOptions = {}): Promise<{ code: number; out: string; err: string; home: string | null }> {
  let out = ''
  let err = ''
  let home: string | null = null
  const engine = options.engine ?? new EngineInMemory()
  const stream = (write: (text: string) => void): { write(text: string): void; isTTY: boolean; columns: number } => ({ write, isTTY: options.isTerminal === true, columns: options.columns ?? 80 })
  const code = await runCli({
    openEngine: async (wanted) => {
      home = wanted
      if (options.openFails !== undefined) throw options.openFails
      return engine
    },
    inspectMachine: async () => options.machine ?? MACHINE,
    onInterrupt: (stop) => {
      const pressed = setTimeout(stop, 20)
      return () => clearTimeout(pressed)
    },
    terminal: openTerminal({ stdout: stream((text) => { out += text }), stderr: stream((text) => { err += text }), colour: options.colour === true ? 'always' : 'never' }),
    defaultHome: '/default/home', version: '0.1.0', isDebugging: false, commandName: 'consilium',
  }, words)
  return { code, out, err, home }
}
