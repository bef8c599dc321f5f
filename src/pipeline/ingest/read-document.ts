import { Fault } from '../../core/model/index.ts'
import type { ParsedItem } from '../../core/formats/pubmed/index.ts'
import { decodeText } from './decode-text.ts'
import { detectFormat } from './detect-format.ts'
import { parserFor } from './parser-for.ts'
import type { InputDocument } from './ports.ts'

/** Characters looked at before the format is decided. */
const HEAD_CHARACTERS = 4096

/**
 * What a document holds, as it is read. It never throws for what the document or its bytes are like: that comes as a
 * `skipped` item, and what was read before it stays.
 */
export async function* readDocument(document: InputDocument): AsyncGenerator<ParsedItem> {
  try {
    yield* parse(document)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    yield { kind: 'skipped', reason: `${error.message}. ${error.remedy}` }
  }
}

async function* parse(document: InputDocument): AsyncGenerator<ParsedItem> {
  const chunks = decodeText(document.open())
  let head = ''
  while (head.length < HEAD_CHARACTERS) {
    const next = await chunks.next()
    if (next.done === true) break
    head += next.value
  }
  const format = detectFormat(document.name, head.slice(0, HEAD_CHARACTERS))
  if (format.kind === 'unknown') {
    yield { kind: 'skipped', reason: format.reason }
    return
  }
  const parser = parserFor(format.kind, document.name)
  yield* parser.write(head)
  for await (const chunk of chunks) {
    if (parser.stopped) return
    yield* parser.write(chunk)
  }
  if (!parser.stopped) yield* parser.end()
}
