import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Fault } from '../../../model/index.ts'
import { decodeNamedEntity } from './named-entity.ts'

/** Deeper nesting than any JATS article has (the deepest of 400 read: 23), shallow enough for recursive reading. */
export const MAX_XML_DEPTH = 200
/** The longest single text, comment or attribute value kept, in UTF-16 units. */
export const MAX_XML_TOKEN_CHARACTERS = 16_000_000
/** Attributes of one element. */
export const MAX_XML_ATTRIBUTES = 256
/** Text is given to the parser in slices of this size, so that the limits above hold inside a large chunk too. */
const SLICE_CHARACTERS = 65_536

/** What a reader of XML is told, in document order. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/**
 * A push parser for XML from strangers.
 *
 * It opens nothing: external entities and DTDs are never resolved, a document that defines its own entities (the
 * "billion laughs" pattern) is refused, and depth, token size and attributes are limited. Entity names that only a
 * DTD would define are read through HTML's table, or kept as they are written. `write` and `end` throw a Fault
 * `bad-input` that says where and why.
 */
export class XmlEvents {
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  readonly #handler: XmlHandler
  #depth = 0
  #attributes = 0
  #sinceEvent = 0

  constructor(handler: XmlHandler) {
    this.#handler = handler
    const parser = this.#parser
    parser.ENTITIES = new Proxy<Record<string, string>>({ amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" }, {
      get: (table, name) => (typeof name === 'string' ? table[name] ?? decodeNamedEntity(name) ?? `&${name};` : undefined),
    })
    parser.on('error', (error) => {
      throw new Fault('bad-input', `not well-formed XML at line ${parser.line}, column ${parser.column}: ${reasonOf(error)}`, 'Check that the file is whole; download it again.')
    })
    parser.on('doctype', (doctype) => {
      this.#sinceEvent = 0
      if (/<!ENTITY/i.test(doctype)) {
        throw new Fault('bad-input', 'the file defines its own XML entities (<!ENTITY …> in its DOCTYPE), which is refused because such a file can expand without limit or point at other files', 'Save it without entity definitions.')
      }
    })
    parser.on('opentagstart', () => { this.#attributes = 0 })
    parser.on('attribute', () => {
      this.#sinceEvent = 0
      this.#attributes += 1
      if (this.#attributes > MAX_XML_ATTRIBUTES) throw this.#tooMuch(`an element has more than ${MAX_XML_ATTRIBUTES} attributes`)
    })
    parser.on('opentag', (tag) => this.#open(tag))
    parser.on('closetag', (tag) => {
      this.#sinceEvent = 0
      this.#depth -= 1
      this.#handler.close(tag.name)
    })
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
    parser.on('comment', () => { this.#sinceEvent = 0 })
    parser.on('processinginstruction', () => { this.#sinceEvent = 0 })
  }

  write(text: string): void {
    for (let at = 0; at < text.length; at += SLICE_CHARACTERS) {
      const slice = text.slice(at, at + SLICE_CHARACTERS)
      this.#sinceEvent += slice.length
      this.#parser.write(slice)
      if (this.#sinceEvent > MAX_XML_TOKEN_CHARACTERS) throw this.#tooMuch(`one piece of text or markup is longer than ${MAX_XML_TOKEN_CHARACTERS} characters`)
    }
  }

  end(): void {
    this.#parser.close()
  }

  #open(tag: SaxesTagPlain): void {
    this.#sinceEvent = 0
    this.#depth += 1
    if (this.#depth > MAX_XML_DEPTH) throw this.#tooMuch(`elements are nested deeper than ${MAX_XML_DEPTH}`)
    this.#handler.open(tag.name, tag.attributes)
  }

  #text(text: string): void {
    this.#sinceEvent = 0
    this.#handler.text(text)
  }

  #tooMuch(what: string): Fault {
    return new Fault('bad-input', `${what} (line ${this.#parser.line})`, 'The file is not a usual article or citation file; check where it comes from.')
  }
}

/** saxes begins its messages with its own "line:column:", which we print in words. */
function reasonOf(error: Error): string {
  return error.message.replace(/^\S*?\d+:\d+: /, '').replace(/\.$/, '')
}
