import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { z } from 'zod'
import { Fault } from '../../core/model/index.ts'

/** The rows of a data set and the SHA-256 of its file, as it is and unpacked. */
export type RowsFile<Row> = { readonly rows: readonly Row[]; readonly hashes: readonly string[] }

/** Reads JSON Lines, plain or gzip by content and not by name. Throws a Fault that names the line and the field. */
export async function readRows<Row>(path: string, schema: z.ZodType<Row>): Promise<RowsFile<Row>> {
  const bytes = await readFile(path).catch((error: unknown) => { throw new Fault('not-found', `${path} cannot be read`, 'Check the path.', { cause: error }) })
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isGzip ? await promisify(gunzip)(bytes).catch((error: unknown) => { throw new Fault('bad-input', `${path} is damaged gzip`, 'Download it again.', { cause: error }) }) : bytes
  const rows = plain.toString('utf8').split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [readRow(line, schema, `line ${at + 1} of ${path}`)]))
  if (rows.length === 0) throw new Fault('bad-input', `${path} has no rows`, 'Give a file of JSON Lines.')
  return { rows, hashes: [...new Set([bytes, plain].map((content) => createHash('sha256').update(content).digest('hex')))] }
}

function readRow<Row>(line: string, schema: z.ZodType<Row>, where: string): Row {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Fault('bad-input', `${where} is not JSON`, 'Each line must be one JSON object.', { cause: error })
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Fault('bad-input', `${where} does not fit: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, 'See the data set’s README for its fields.')
}

/** SHA-256 of a file's bytes. */
export async function readFileHash(path: string): Promise<string> {
  return createHash('sha256').update(await readFile(path)).digest('hex')
}
