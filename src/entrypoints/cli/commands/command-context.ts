import { Fault } from '../../../core/model/index.ts'
import type { Engine } from '../../../pipeline/engine-types.ts'
import type { CliDependencies } from '../dependencies.ts'

/** What every command gets beside its own arguments. */
export type CommandContext = CliDependencies & { readonly home: string }

/** Opens the home, does one piece of work on it, and closes it again whatever happens. */
export async function withEngine<T>(context: CommandContext, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { terminal } = context
  const engine = await context.openEngine(context.home, (message) => terminal.note(`${terminal.paintNote.dim(message)}\n`))
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

/** One JSON document and a line end. */
export function writeJson(context: Pick<CommandContext, 'terminal'>, value: unknown): void {
  context.terminal.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** What belongs to a later version: said plainly, as bad usage, before any work. */
export function notAvailableYet(what: string, remedy: string): Fault {
  return new Fault('bad-usage', `${what} is not available yet`, remedy)
}
