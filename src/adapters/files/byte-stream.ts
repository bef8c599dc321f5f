import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Bytes that can be looked at before they are read. `rest` gives all of them, the head included, once. */
export type Peeked = { readonly head: Uint8Array; readonly rest: AsyncIterable<Uint8Array> }

/** Reads at least `count` bytes ahead (fewer at the end). */
export async function peek(bytes: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  for (let length = 0; length < count;) {
    const next = await iterator.next()
    if (next.done === true) break
    chunks.push(next.value)
    length += next.value.length
  }
  return { head: Buffer.concat(chunks).subarray(0, count), rest: continued(chunks, iterator) }
}

async function* continued(chunks: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}

/** Unpacks gzip (several members too). A fault of the input or of the stream itself is thrown while reading. */
export function gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip()
  // The error also destroys `gunzip`, and reading that is where it is thrown.
  pipeline(Readable.from(bytes, { objectMode: false }), gunzip, () => undefined)
  return gunzip
}

