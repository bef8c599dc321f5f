import { CommanderError, type Command } from 'commander'
import { plainLine } from '../../core/formats/article-markdown/index.ts'
import type { CliDependencies } from './dependencies.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { failureOf, type Failure } from './failure.ts'
import { hang } from './page/wrap-words.ts'
import { buildProgram } from './program.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command line (without node and script) and returns its exit code. Nothing is thrown past here. */
export async function runCli(dependencies: CliDependencies, words: readonly string[]): Promise<number> {
  const { terminal } = dependencies
  const stop = new AbortController()
  let isFailed = false
  const program = prepare(buildProgram(dependencies, { stop, markFailed: () => { isFailed = true } }), terminal)
  try {
    if (words.length === 0) {
      terminal.note(program.helpInformation())
      return EXIT_CODES['bad-usage']
    }
    await program.parseAsync(words, { from: 'user' })
    return isFailed ? 1 : 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    const failure = failureOf(error, stop.signal)
    if (dependencies.isDebugging && error instanceof Error) terminal.note(`${error.stack ?? error.message}\n`)
    if (isJsonWished(words)) terminal.out(`${JSON.stringify({ error: failure }, null, 2)}\n`)
    else terminal.note(failureText(failure, terminal))
    return EXIT_CODES[failure.code]
  }
}

/** Nothing exits or writes by itself: help goes to `out`, complaints are told once, by `runCli`. */
function prepare(program: Command, terminal: Terminal): Command {
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => undefined, getOutHelpWidth: () => terminal.width })
  }
  return program
}

/** Asked of the words themselves, since a command line that could not be read has no options. */
function isJsonWished(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end < 0 ? words : words.slice(0, end)).includes('--json')
}

function failureText({ message, remedy }: Failure, { width, paintNote }: Terminal): string {
  return `${[
    ...hang('✗ ', plainLine(message), width).map((line) => paintNote.red(line)),
    ...hang('  ', plainLine(remedy), width),
  ].join('\n')}\n`
}
