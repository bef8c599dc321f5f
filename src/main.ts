import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { readConfig } from './config.ts'
import { Fault, sha256 } from './core/model/index.ts'
import { inspectMachine, openTerminal, runCli } from './entrypoints/cli/index.ts'
import type { Engine } from './pipeline/engine-types.ts'

/** Runs the command line of this process: config → adapters → engine → door. */
export async function run(): Promise<void> {
  const config = readConfig({ environment: process.env, platform: process.platform, userFolder: homedir(), script: process.argv[1] ?? '' })
  endQuietlyWhenNobodyReads()
  process.exitCode = await runCli({
    openEngine,
    inspectMachine,
    onInterrupt,
    terminal: openTerminal({ stdout: process.stdout, stderr: process.stderr, colour: config.colour }),
    defaultHome: config.home,
    version: manifest.version,
    isDebugging: config.isDebugging,
    commandName: config.commandName,
  }, process.argv.slice(2))
}

/**
 * Opens a home as an engine: adapters first, then what they serve. Everything heavy (SQLite, LanceDB, the vocabulary,
 * the pipeline) is loaded here and not before, so that `--help` costs nothing.
 */
export async function openEngine(home: string, tell: (message: string) => void): Promise<Engine> {
  const [{ createEngine }, { openStore }, { openPassageIndex }, { fileDocuments }, { starterVocabulary }] = await Promise.all([
    import('./pipeline/engine.ts'),
    import('./adapters/store/index.ts'),
    import('./adapters/search-index/index.ts'),
    import('./adapters/files/index.ts'),
    import('./core/terminology/index.ts'),
  ])
  const vocabulary = starterVocabulary()
  return createEngine({
    vocabulary,
    starterLibrary: await findStarterLibrary([...vocabulary.concepts()]),
    documents: fileDocuments(),
    store: await openStore(home),
    index: openPassageIndex(home),
    home,
    engineName: `consilium ${manifest.version}`,
    owner: `consilium (process ${process.pid})`,
    tell,
  })
}

/** It lies beside the program: `dist/` and `src/` stand in the same folder as `library/`. */
const LIBRARY_FOLDER = join(import.meta.dirname, '..', 'library')

/**
 * The records that ship with the program. The version changes with their bytes, with the program that reads them, and
 * with the words they are filed under.
 */
async function findStarterLibrary(concepts: readonly unknown[]): Promise<{ readonly version: string; readonly paths: readonly string[] }> {
  const names = await readdir(LIBRARY_FOLDER).catch((): string[] => [])
  const paths = names.filter((name) => name.endsWith('.jsonl')).toSorted().map((name) => join(LIBRARY_FOLDER, name))
  if (paths.length === 0) throw new Fault('internal', `the starter library is missing from ${LIBRARY_FOLDER}`, 'Install Consilium again.')
  const texts = await Promise.all(paths.map(async (path) => readFile(path, 'utf8')))
  return { version: sha256([manifest.version, JSON.stringify(concepts), ...texts].join('\n')), paths }
}

/** `consilium ask … | head` is no failure: when the reader goes away, so do we. */
function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
}

/** Only a command that has something to finish listens; for all others Ctrl-C ends the process at once, as a second one does here. */
function onInterrupt(stop: () => void): () => void {
  process.once('SIGINT', stop)
  return () => void process.off('SIGINT', stop)
}
