import { CommanderError } from 'commander'
import { Fault } from '../../core/model/index.ts'
import type { FailureCode } from './exit-codes.ts'

/** A failure as every door tells it: what, and what a person can do. */
export type Failure = { readonly code: FailureCode; readonly message: string; readonly remedy: string }

/** Any thrown value as a failure. The message of an error that was not foreseen is not shown: it might hold a question's text. */
export function failureOf(error: unknown, signal?: AbortSignal): Failure {
  if (signal?.aborted === true && !(error instanceof Fault)) {
    return { code: 'interrupted', message: 'Stopped. What was read whole is kept.', remedy: 'Run the same command again to go on from there.' }
  }
  if (error instanceof Fault) return { code: error.code, message: sentenceOf(error.message), remedy: error.remedy }
  if (error instanceof CommanderError) {
    return { code: 'bad-usage', message: sentenceOf(error.message.replace(/^error: /u, '')), remedy: 'Run consilium --help, or --help after a command, for what it takes.' }
  }
  return { code: 'internal', message: `Something unexpected went wrong (${error instanceof Error ? error.name : typeof error}).`, remedy: 'Run consilium doctor. If all is well there, please report this as a defect; CONSILIUM_DEBUG=1 shows where it happened.' }
}

function sentenceOf(message: string): string {
  const line = message.trim()
  return line.charAt(0).toUpperCase() + line.slice(1) + (/[.?!)]$/u.test(line) ? '' : '.')
}
