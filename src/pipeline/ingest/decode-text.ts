/**
 * Text of a byte stream, with the encoding the document names: a byte order mark, an XML declaration, a page's meta
 * tag; UTF-8 otherwise. Bytes that are wrong in the encoding become U+FFFD; characters are never split.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | null = null
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk)
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield rest
}

type Decoder = InstanceType<typeof TextDecoder>

function decoderFor(head: Uint8Array): Decoder {
  try {
    return new TextDecoder(encodingOf(head))
  } catch {
    return new TextDecoder()
  }
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const start = new TextDecoder('latin1').decode(head.subarray(0, 2048))
  const named = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  // A document that names UTF-16 and can be read as single bytes is not UTF-16.
  return named === undefined || /^utf-?16/i.test(named) ? 'utf-8' : named
}
