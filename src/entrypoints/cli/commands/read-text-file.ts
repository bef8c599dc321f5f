import { readFile } from 'node:fs/promises'
import { Fault } from '../../../core/model/index.ts'

/** The words of a file in UTF-8. Throws a Fault that names the file and what to do. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Fault('bad-input', `the file ${path} cannot be read: ${reasonOf(error)}`, 'Check the path.', { cause: error })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Fault('bad-input', `the file ${path} is not UTF-8 text`, 'Save it as UTF-8; from a spreadsheet, as “CSV UTF-8”.', { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return code === 'EACCES' ? 'you may not read it' : 'the system refused it'
}
