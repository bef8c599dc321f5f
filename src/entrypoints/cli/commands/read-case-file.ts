import { open } from 'node:fs/promises'
import { Fault } from '../../../core/model/index.ts'

/** Bytes of a case file: many pages of facts. A whole chart belongs in a summary first. */
const LARGEST_CASE_BYTES = 256 * 1024

/** The facts of a case, one a line, from a plain text file. Throws a Fault that names the file and what to do. */
export async function readCaseFile(path: string): Promise<string> {
  const bytes = await readAtMost(path, LARGEST_CASE_BYTES + 1)
  if (bytes.length > LARGEST_CASE_BYTES) {
    throw new Fault('bad-input', `the case file ${path} is larger than ${LARGEST_CASE_BYTES / 1024} KB`, 'Give the facts that matter for the question, one a line.')
  }
  const text = decode(bytes)
  if (text === null) throw new Fault('bad-input', `the case file ${path} is not plain text`, 'Save the facts as a UTF-8 text file, one fact a line.')
  if (text.trim() === '') throw new Fault('bad-input', `the case file ${path} is empty`, 'Write the facts of the case, one a line, or leave --case out.')
  return text
}

async function readAtMost(path: string, limit: number): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      const buffer = new Uint8Array(limit)
      let length = 0
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, limit - length, null)
        length += bytesRead
        if (bytesRead === 0 || length === limit) return buffer.subarray(0, length)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new Fault('bad-input', `the case file ${path} cannot be read: ${reasonOf(error)}`, 'Check the path given with --case.', { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return code === 'EACCES' ? 'you may not read it' : 'the system refused it'
}

/** UTF-8 without control characters other than line ends and tabs; null when it is anything else. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex -- control characters tell a binary file
    return /[\u0000-\u0008\u000E-\u001F]/u.test(text) ? null : text
  } catch {
    return null
  }
}
