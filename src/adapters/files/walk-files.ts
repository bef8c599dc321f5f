import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { SkippedInput } from '../../pipeline/ingest/ports.ts'
import { readFault } from './read-fault.ts'

/** A file on disk. `path` is what to call it; `absolute`, `size` and `modified` identify its state. */
export type FoundFile = { readonly path: string; readonly absolute: string; readonly size: number; readonly modified: number }

/**
 * Files under the paths given, in the order given and within a folder by name (code units, so that every machine
 * walks alike). Hidden names (a leading dot) inside a folder are passed over: they are the system's, not documents.
 * Links are followed; a folder that contains itself is told and left.
 */
export async function* walkFiles(paths: readonly string[], onSkip: (skipped: SkippedInput) => void): AsyncGenerator<FoundFile> {
  for (const path of paths) yield* walk(path, onSkip, [])
}

async function* walk(path: string, onSkip: (skipped: SkippedInput) => void, above: readonly string[]): AsyncGenerator<FoundFile> {
  let names: string[] = []
  let real = ''
  try {
    const facts = await stat(path)
    if (facts.isFile()) {
      yield { path, absolute: resolve(path), size: facts.size, modified: facts.mtimeMs }
      return
    }
    if (!facts.isDirectory()) {
      onSkip({ path, reason: 'it is neither a file nor a folder. Give a file.' })
      return
    }
    real = await realpath(path)
    names = await readdir(path)
  } catch (error) {
    const fault = readFault(error)
    onSkip({ path, reason: `${fault.message}. ${fault.remedy}` })
    return
  }
  if (above.includes(real)) {
    onSkip({ path, reason: 'this folder contains itself through a link. Remove the link.' })
    return
  }
  for (const name of names.filter((entry) => !entry.startsWith('.')).toSorted()) yield* walk(join(path, name), onSkip, [...above, real])
}
