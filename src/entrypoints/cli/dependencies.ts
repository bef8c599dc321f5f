import type { Engine } from '../../pipeline/engine-types.ts'
import type { Terminal } from './terminal.ts'

/** What stands on this machine, apart from a home: read by `doctor`. */
export type Machine = {
  readonly node: { readonly version: string; readonly isSupported: boolean; readonly needed: string }
  /** The parts that must load; `problem` says why one does not. */
  readonly parts: readonly { readonly name: string; readonly version: string | null; readonly problem: string | null }[]
  /** Free space where the home is or would be; null when the system does not tell. */
  readonly freeBytes: number | null
}

/** What the command line needs from outside; main.ts gives it. Nothing heavy is loaded before a command asks. */
export interface CliDependencies {
  /** `tell` hears what takes long, such as the first loading of the starter library. */
  openEngine(home: string, tell: (message: string) => void): Promise<Engine>
  inspectMachine(home: string): Promise<Machine>
  /** Calls back once when a person presses Ctrl-C; returns how to stop listening. */
  onInterrupt(stop: () => void): () => void
  readonly terminal: Terminal
  /** The home when --home does not name one. */
  readonly defaultHome: string
  readonly version: string
  /** Also show where an unforeseen failure happened. */
  readonly isDebugging: boolean
  /** How a person calls the command here: `consilium`, or `npx consilium` in a clone. */
  readonly commandName: string
}
