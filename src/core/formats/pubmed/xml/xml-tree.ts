import { Fault } from '../../../model/index.ts'
import { XmlEvents } from './xml-events.ts'

/** The most text and markup kept of one article or citation, in UTF-16 units. The largest article read had 1.4 million. */
export const MAX_XML_TREE_CHARACTERS = 64_000_000
/** Elements of one article or citation: an element costs far more memory than its four characters. The largest article read had some thousands. */
export const MAX_XML_TREE_ELEMENTS = 300_000

/** An element with its content in document order; text is a string. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

type Growing = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: (Growing | string)[] }

/**
 * Cuts a stream of XML into one small tree for each element of interest ("PubmedArticle", "article"), wherever it
 * stands, and forgets the tree once it is handed over: memory follows the largest element, not the file.
 */
export class XmlTrees {
  readonly #events: XmlEvents
  readonly #roots: ReadonlySet<string>
  readonly #onTree: (tree: XmlElement) => void
  readonly #open: Growing[] = []
  #characters = 0
  #elements = 0
  /** How many trees have been handed over. */
  count = 0

  constructor(roots: readonly string[], onTree: (tree: XmlElement) => void) {
    this.#roots = new Set(roots)
    this.#onTree = onTree
    this.#events = new XmlEvents({
      open: (name, attributes) => this.#opened(name, attributes),
      text: (text) => this.#texted(text),
      close: () => this.#closed(),
    })
  }

  write(text: string): void {
    this.#events.write(text)
  }

  end(): void {
    this.#events.end()
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#open.at(-1)
    if (parent === undefined && !this.#roots.has(name)) return
    this.#elements += 1
    if (this.#elements > MAX_XML_TREE_ELEMENTS) throw tooLarge(`more than ${MAX_XML_TREE_ELEMENTS} elements`)
    this.#grow(name.length)
    for (const key in attributes) this.#grow(key.length + (attributes[key]?.length ?? 0))
    const element: Growing = { name, attributes, children: [] }
    parent?.children.push(element)
    this.#open.push(element)
  }

  #texted(text: string): void {
    const parent = this.#open.at(-1)
    if (parent === undefined) return
    this.#grow(text.length)
    const last = parent.children.length - 1
    const before = parent.children[last]
    if (typeof before === 'string') parent.children[last] = before + text
    else parent.children.push(text)
  }

  #closed(): void {
    const element = this.#open.pop()
    if (element === undefined || this.#open.length > 0) return
    this.#characters = 0
    this.#elements = 0
    this.count += 1
    this.#onTree(element)
  }

  #grow(characters: number): void {
    this.#characters += characters
    if (this.#characters > MAX_XML_TREE_CHARACTERS) throw tooLarge(`more than ${MAX_XML_TREE_CHARACTERS} characters`)
  }
}

function tooLarge(what: string): Fault {
  return new Fault('bad-input', `one article or citation has ${what}`, 'Split the file, or check where it comes from.')
}
