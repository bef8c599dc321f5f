import type { ParsedItem, PushParser } from '../../core/formats/pubmed/index.ts'

/** The longest document of a format that is read as a whole, in UTF-16 units. */
export const MAX_WHOLE_DOCUMENT_CHARACTERS = 64_000_000

/** Gathers a document and reads it at its end; one beyond the limit is passed over without being kept. */
export class WholeTextParser implements PushParser {
  readonly #parse: (text: string) => readonly ParsedItem[]
  #pieces: string[] = []
  #length = 0
  stopped = false

  constructor(parse: (text: string) => readonly ParsedItem[]) {
    this.#parse = parse
  }

  write(text: string): readonly ParsedItem[] {
    if (this.stopped) return []
    this.#length += text.length
    if (this.#length <= MAX_WHOLE_DOCUMENT_CHARACTERS) {
      this.#pieces.push(text)
      return []
    }
    this.#pieces = []
    this.stopped = true
    return [{ kind: 'skipped', reason: `the document is longer than ${MAX_WHOLE_DOCUMENT_CHARACTERS} characters. Split it.` }]
  }

  end(): readonly ParsedItem[] {
    return this.stopped ? [] : this.#parse(this.#pieces.join(''))
  }
}
