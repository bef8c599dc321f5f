import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { Fault } from '../../core/model/index.ts'

const documentSchema = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() })
const querySchema = z.object({ _id: z.string(), text: z.string() })

export type BeirDocument = { readonly id: string; readonly title: string; readonly text: string }
export type BeirQuery = { readonly id: string; readonly text: string }

/** Documents of a BEIR folder (`corpus.jsonl`, or gzipped), one at a time. */
export async function* readCorpus(folder: string): AsyncGenerator<BeirDocument> {
  for await (const { _id, title, text } of readLines(folder, 'corpus.jsonl', documentSchema)) yield { id: _id, title, text }
}

/** The queries of a BEIR folder, in the order of the file. */
export async function readQueries(folder: string): Promise<BeirQuery[]> {
  const queries: BeirQuery[] = []
  for await (const { _id, text } of readLines(folder, 'queries.jsonl', querySchema)) queries.push({ id: _id, text })
  return queries
}

/** Relevant documents by query, from `qrels.tsv` (header, then query, document, score); null when there is none. */
export async function readJudgements(folder: string): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
  const path = [join(folder, 'qrels.tsv'), join(folder, 'qrels', 'test.tsv')].find((candidate) => existsSync(candidate))
  if (path === undefined) return null
  const relevant = new Map<string, Set<string>>()
  let isHeader = true
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const [queryId, documentId, score] = line.split('\t')
    if (!isHeader && queryId !== undefined && documentId !== undefined && Number(score) > 0) {
      relevant.set(queryId, (relevant.get(queryId) ?? new Set<string>()).add(documentId))
    }
    isHeader = false
  }
  return relevant
}

async function* readLines<T>(folder: string, name: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const path = [join(folder, name), join(folder, `${name}.gz`)].find((candidate) => existsSync(candidate))
  if (path === undefined) throw new Fault('bad-input', `${folder} has no ${name} and no ${name}.gz.`, 'Give a folder in the BEIR layout: corpus.jsonl, queries.jsonl and, to score, qrels.tsv.')
  const bytes = createReadStream(path)
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() !== '') yield parseLine(line, schema, `${path}, line ${number}`)
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>, where: string): T {
  try {
    return schema.parse(JSON.parse(line))
  } catch (error) {
    throw new Fault('bad-input', `${where} is not a record in the BEIR layout.`, 'Each line must be a JSON object with `_id` and `text`.', { cause: error })
  }
}
