import { pipeline, Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { Fault } from '../../core/model/index.ts'
import { readFault } from './read-fault.ts'

/** One file of a tar archive. `ordinal` tells two members of one name apart. */
export type ArchiveMember = { readonly name: string; readonly ordinal: number; readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }

/**
 * Members of a tar stream, one after the other, each wholly passed before the next: memory holds one chunk, not the
 * archive. Links, folders and the system's own entries ("._name", "__MACOSX") are passed over. Throws a Fault where
 * the archive is damaged.
 */
export async function* readArchive(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveMember> {
  const archive = extract()
  const input = Readable.from(bytes, { objectMode: false })
  pipeline(input, archive, () => undefined)
  let ordinal = 0
  try {
    for await (const entry of archive) {
      ordinal += 1
      const content = membersBytes(entry)
      if (entry.header.type === 'file' && !isSystemEntry(entry.header.name)) {
        yield { name: entry.header.name, ordinal, size: entry.header.size ?? 0, bytes: { [Symbol.asyncIterator]: () => content } }
      }
      // What the reader left unread must pass, or the archive stands still.
      for (let next = await content.next(); next.done !== true; next = await content.next());
    }
  } catch (error) {
    throw readFault(error)
  } finally {
    input.destroy()
  }
}

/**
 * An iterator whose early end does not destroy the member, so that its rest can still be passed over. One read at a
 * time: an unpacking stream that was left alone may still have a read under way.
 */
function membersBytes(entry: AsyncIterable<unknown>): AsyncIterator<Uint8Array> {
  const iterator = entry[Symbol.asyncIterator]()
  let last: Promise<unknown> = Promise.resolve()
  return {
    next: () => {
      const read = last.then(() => iterator.next()).then((result) => bytesOf(result))
      last = read.catch(() => undefined)
      return read
    },
  }
}

function isSystemEntry(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') && part !== '.' && part !== '..') || name.includes('__MACOSX/')
}

function bytesOf(result: IteratorResult<unknown>): IteratorResult<Uint8Array> {
  if (result.done === true) return { done: true, value: undefined }
  if (result.value instanceof Uint8Array) return { done: false, value: result.value }
  throw new Fault('internal', 'a tar member gave something other than bytes', 'Please report this as a defect.')
}
