import { homedir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { readConfig } from './config.ts'
import { Fault } from './core/model/index.ts'
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

/** The starter library lies beside the program: `dist/` and `src/` stand in the same folder as `library/`. */
export const STARTER_LIBRARY = join(import.meta.dirname, '..', 'library')

/**
 * Opens a home as an engine. Everything heavy (SQLite, LanceDB, the vocabulary, the pipeline) is loaded here and not
 * before, so that `--help` costs nothing.
 */
export async function openEngine(_home: string, _tell: (message: string) => void): Promise<Engine> {
  throw new Fault('internal', 'the engine is not wired yet', 'Finish openEngine in src/main.ts.')
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
