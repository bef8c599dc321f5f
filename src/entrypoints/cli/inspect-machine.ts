import { existsSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Machine } from './dependencies.ts'

const NEEDED_NODE = 24

/** The parts whose binaries must fit this machine. */
const NATIVE_PARTS: readonly { readonly name: string; readonly packageName: string; readonly load: () => Promise<unknown> }[] = [
  { name: 'SQLite (better-sqlite3)', packageName: 'better-sqlite3', load: async () => new (await import('better-sqlite3')).default(':memory:').close() },
  { name: 'Search (LanceDB)', packageName: '@lancedb/lancedb', load: async () => import('@lancedb/lancedb') },
]

/** What Consilium stands on here: the Node it runs on, whether its native parts load, and how much disk is free. */
export async function inspectMachine(home: string): Promise<Machine> {
  return {
    node: { version: process.version, isSupported: Number(process.versions.node.split('.')[0]) >= NEEDED_NODE, needed: String(NEEDED_NODE) },
    parts: await Promise.all(NATIVE_PARTS.map(async ({ name, packageName, load }) => ({ name, version: versionOf(packageName), problem: await problemOf(load) }))),
    freeBytes: await freeBytesAt(home),
  }
}

async function problemOf(load: () => Promise<unknown>): Promise<string | null> {
  try {
    await load()
    return null
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] ?? error.name : String(error)
  }
}

/** From the package's own manifest, found upwards from its entry file; null when it is not there. */
function versionOf(packageName: string): string | null {
  try {
    for (let folder = dirname(createRequire(import.meta.url).resolve(packageName)); folder !== dirname(folder); folder = dirname(folder)) {
      const file = join(folder, 'package.json')
      if (!existsSync(file)) continue
      const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
      if (isManifestOf(manifest, packageName)) return manifest.version
    }
    return null
  } catch {
    return null
  }
}

function isManifestOf(manifest: unknown, packageName: string): manifest is { readonly version: string } {
  return typeof manifest === 'object' && manifest !== null && 'name' in manifest && manifest.name === packageName && 'version' in manifest && typeof manifest.version === 'string'
}

/** Of the disk that holds the home, or would hold it. */
async function freeBytesAt(home: string): Promise<number | null> {
  let folder = home
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder)
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
