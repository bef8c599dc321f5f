import type { Table } from '@lancedb/lancedb'
import type { BeirDocument } from './read-beir.ts'

/**
 * LanceDB's own full-text search as it comes (its tokenizer, stemming, stop words and BM25 parameters) over the same
 * documents: what a reader would get without this project's retrieval.
 */
export async function buildLanceDefault(directory: string, corpus: AsyncIterable<BeirDocument>): Promise<(text: string, limit: number) => Promise<string[]>> {
  const { connect, Index, MatchQuery } = await import('@lancedb/lancedb')
  const connection = await connect(directory)
  let table: Table | null = null
  for await (const rows of inBatches(corpus)) {
    if (table === null) table = await connection.createTable('documents', rows)
    else await table.add(rows)
  }
  if (table === null) return async () => []
  await table.createIndex('text', { config: Index.fts() })
  await table.optimize()
  const documents = table
  return async (text, limit) => {
    const rows: { readonly id: string }[] = await documents.query().fullTextSearch(new MatchQuery(text, 'text')).select(['id', '_score']).limit(limit).toArray()
    return rows.map(({ id }) => id)
  }
}

async function* inBatches(corpus: AsyncIterable<BeirDocument>): AsyncGenerator<{ id: string; text: string }[]> {
  let batch: { id: string; text: string }[] = []
  for await (const { id, title, text } of corpus) {
    batch.push({ id, text: title === '' ? text : `${title} ${text}` })
    if (batch.length < 5_000) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
