import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runCommand } from './measure.ts'

const reportSchema = z.object({ files: z.int(), sources: z.int(), passages: z.int(), skipped: z.array(z.unknown()), seconds: z.number() })

export type IngestRow = z.infer<typeof reportSchema> & { readonly megabytes: number }

/** Ingests the JATS articles of the evaluation data into a home; null where there are none. */
export async function benchIngest(home: string, evaluationData: string | undefined): Promise<IngestRow | null> {
  const archive = evaluationData === undefined ? null : join(evaluationData, 'jats', 'articles.tar.gz')
  if (archive === null || !existsSync(archive)) return null
  const { stdout, megabytes } = await runCommand(['ingest', archive, '--home', home, '--json'])
  return { ...reportSchema.parse(JSON.parse(stdout)), megabytes }
}
