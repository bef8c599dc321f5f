import { createReadStream } from 'node:fs'
import { sha256 } from '../../core/model/index.ts'
import type { DocumentReader, InputDocument, SkippedInput } from '../../pipeline/ingest/ports.ts'
import { gunzipped, peek, type Peeked } from './byte-stream.ts'
import { contentKindOf, HEAD_BYTES } from './content-kind.ts'
import { readArchive } from './read-archive.ts'
import { readFault } from './read-fault.ts'
import { walkFiles, type FoundFile } from './walk-files.ts'

type OnSkip = (skipped: SkippedInput) => void

/**
 * Documents on this machine's disk: plain files, gzip, and tar archives (plain or gzip), found by content and not by
 * name. What cannot be a document (PDF, empty, binary …) is told with its remedy and passed over.
 */
export function fileDocuments(): DocumentReader {
  return { read: (paths, onSkip) => readFiles(paths, onSkip) }
}

async function* readFiles(paths: readonly string[], onSkip: OnSkip): AsyncGenerator<InputDocument> {
  for await (const file of walkFiles(paths, onSkip)) yield* readFile(file, onSkip)
}

async function* readFile(file: FoundFile, onSkip: OnSkip): AsyncGenerator<InputDocument> {
  const stream = createReadStream(file.absolute, { highWaterMark: 262_144 })
  try {
    yield* readContent(await peek(stream, HEAD_BYTES), { name: file.path, size: file.size, identity: identityOf(file), isMember: false }, onSkip, 0)
  } catch (error) {
    tell(onSkip, file.path, error)
  } finally {
    stream.destroy()
  }
}

type Place = { readonly name: string; readonly size: number | null; readonly identity: string; readonly isMember: boolean }
/** gzip → tar → gzip member: nothing sensible is packed deeper, and a bomb is. */
const MAX_UNPACKING = 3

async function* readContent(bytes: Peeked, place: Place, onSkip: OnSkip, depth: number): AsyncGenerator<InputDocument> {
  const content = contentKindOf(bytes.head)
  if (depth > MAX_UNPACKING || (content.kind === 'tar' && place.isMember)) {
    onSkip({ path: place.name, reason: 'archives are packed inside archives. Unpack it first.' })
    return
  }
  switch (content.kind) {
    case 'refused': onSkip({ path: place.name, reason: content.reason }); return
    case 'gzip': yield* readContent(await peek(gunzipped(bytes.rest), HEAD_BYTES), { ...place, size: null }, onSkip, depth + 1); return
    case 'tar': yield* readMembers(bytes.rest, place, onSkip, depth); return
    case 'text': yield { name: place.name, size: place.size, fingerprint: sha256(place.identity), open: () => faultsOf(bytes.rest) }
  }
}

async function* readMembers(bytes: AsyncIterable<Uint8Array>, archive: Place, onSkip: OnSkip, depth: number): AsyncGenerator<InputDocument> {
  for await (const member of readArchive(bytes)) {
    const place = { name: `${archive.name}/${member.name}`, size: member.size, identity: `${archive.identity}\t${member.ordinal}\t${member.name}\t${member.size}`, isMember: true }
    try {
      yield* readContent(await peek(member.bytes, HEAD_BYTES), place, onSkip, depth + 1)
    } catch (error) {
      tell(onSkip, place.name, error)
    }
  }
}

function identityOf(file: FoundFile): string {
  return [file.absolute, file.size, file.modified].join('\t')
}

function tell(onSkip: OnSkip, path: string, error: unknown): void {
  const fault = readFault(error)
  onSkip({ path, reason: `${fault.message}. ${fault.remedy}` })
}

/** The bytes, with whatever goes wrong said as a Fault. */
async function* faultsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw readFault(error)
  }
}
