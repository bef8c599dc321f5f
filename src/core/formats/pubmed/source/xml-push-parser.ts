import { Fault } from '../../../model/index.ts'
import { XmlTrees, type XmlElement } from '../xml/index.ts'
import type { ParsedItem, PushParser } from './parsed-item.ts'

/** Turns each tree of interest into items; the first fault ends the reading, what was read before it stays. */
export class XmlPushParser implements PushParser {
  readonly #trees: XmlTrees
  readonly #nothingFound: string
  #items: ParsedItem[] = []
  stopped = false

  /** `nothingFound` is the reason told when the document ends without any element of interest. */
  constructor(roots: readonly string[], read: (tree: XmlElement) => readonly ParsedItem[], nothingFound: string) {
    this.#nothingFound = nothingFound
    this.#trees = new XmlTrees(roots, (tree) => { this.#items.push(...read(tree)) })
  }

  write(text: string): readonly ParsedItem[] {
    return this.#guarded(() => this.#trees.write(text))
  }

  end(): readonly ParsedItem[] {
    return this.#guarded(() => {
      this.#trees.end()
      if (this.#trees.count === 0) this.#items.push({ kind: 'skipped', reason: this.#nothingFound })
    })
  }

  #guarded(step: () => void): readonly ParsedItem[] {
    if (!this.stopped) {
      try {
        step()
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        this.stopped = true
        const after = this.#trees.count === 0 ? '' : ` (after ${this.#trees.count} read whole)`
        this.#items.push({ kind: 'skipped', reason: `${error.message}${after}. ${error.remedy}` })
      }
    }
    const items = this.#items
    this.#items = []
    return items
  }
}

/** Reads one whole document that is already in memory. */
export function parseWhole(parser: PushParser, text: string): ParsedItem[] {
  return [...parser.write(text), ...parser.end()]
}
