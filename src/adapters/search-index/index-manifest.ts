import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/**
 * Raised whenever rows are written differently (fields, analysis of words): an index of another format is not read
 * but rebuilt.
 */
const FORMAT = 1

const entrySchema = z.object({
  /** Store revision that it stands for. */
  revision: z.int(),
  /** LanceDB table and the version of it; null when there is no passage. */
  table: z.object({ name: z.string(), version: z.int() }).nullable(),
  /** File of term statistics beside the tables. */
  statistics: z.string(),
})
export type IndexEntry = Readonly<z.infer<typeof entrySchema>>

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Newest first; the one before is kept for readers of the snapshot that is still published. */
  entries: z.array(entrySchema).min(1).max(2),
})
export type IndexManifest = Readonly<z.infer<typeof manifestSchema>>

/** Where the index says which revision it stands for. */
export function manifestPath(directory: string): string {
  return join(directory, 'manifest.json')
}

/** What the index holds; null when there is none, or none that this version can read. */
export async function readManifest(directory: string): Promise<IndexManifest | null> {
  try {
    const result = manifestSchema.safeParse(JSON.parse(await readFile(manifestPath(directory), 'utf8')))
    return result.success ? result.data : null
  } catch {
    // Missing, unreadable or cut short: the index is derived, so all of these mean the same thing, build it again.
    return null
  }
}

/** Writes the manifest in one step: after a crash there is the old one or the new one, whole. */
export async function writeManifest(directory: string, entries: readonly IndexEntry[]): Promise<void> {
  const path = manifestPath(directory)
  const file = await open(`${path}.new`, 'w')
  try {
    await file.writeFile(JSON.stringify({ format: FORMAT, entries } satisfies { format: number; entries: readonly IndexEntry[] }))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
