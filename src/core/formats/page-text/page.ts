/**
 * Text as a reader sees it, with the place of each of its characters in the file: `offsets[i]` is where character `i`
 * of `text` stands (UTF-16 units). Marks, tags and entities are gone from `text` and spanned by the offsets.
 */
export type PageBlock = {
  readonly kind: 'heading' | 'paragraph' | 'row'
  readonly text: string
  readonly offsets: readonly number[]
  /** Title of the part of the page it stands in; empty before the first heading. */
  readonly heading: string
  /** 1 to 6 for a heading, 0 for the rest. */
  readonly level: number
  /** For a row of a table: the heads of its columns, in order. Its cells are parted by " | " in the text. */
  readonly columns?: readonly string[]
}

/** An entry of the page's reference list: the mark by which it is cited, and its words. */
export type PageReference = { readonly label: string; readonly text: string }

/** A page from anywhere: data, never markup. */
export type Page = {
  readonly title: string | null
  readonly blocks: readonly PageBlock[]
  readonly references: readonly PageReference[]
}

/** Where a stretch of a block's text stands in the file. */
export function placeInFile({ offsets }: PageBlock, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }
}

/** Blocks as they are met: the words gathered so far become one when it ends; the first heading titles the page. */
export class PageBlocks {
  readonly visible = new VisibleText()
  readonly found: PageBlock[] = []
  title: string | null = null
  #heading = ''

  /** Ends the block at hand; nothing where no word was gathered. */
  flush(kind: 'heading' | 'paragraph' = 'paragraph', level = 0): void {
    const taken = this.visible.take()
    if (taken.text === '') return
    if (kind === 'heading') {
      this.#heading = taken.text
      this.title ??= taken.text
    }
    this.found.push({ kind, ...taken, heading: this.#heading, level })
  }

  /** Ends a row of a table under the heads of its columns. */
  flushRow(columns: readonly string[]): void {
    const taken = this.visible.take()
    if (taken.text !== '') this.found.push({ kind: 'row', ...taken, heading: this.#heading, level: 0, columns })
  }
}

/** Collects visible characters with their places; runs of white space become one space. */
export class VisibleText {
  readonly #text: string[] = []
  readonly #offsets: number[] = []

  add(character: string, offset: number): void {
    // Marks that turn the direction of writing or join nothing are not text: they only hide it.
    if (/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\p{Cc}]/u.test(character) && !/\s/.test(character)) return
    const space = /\s/.test(character)
    if (space && (this.#text.length === 0 || this.#text.at(-1) === ' ')) return
    this.#text.push(space ? ' ' : character)
    this.#offsets.push(offset)
  }

  /** The text so far without a space at its end; starts anew. */
  take(): { readonly text: string; readonly offsets: readonly number[] } {
    if (this.#text.at(-1) === ' ') {
      this.#text.pop()
      this.#offsets.pop()
    }
    const taken = { text: this.#text.join(''), offsets: [...this.#offsets] }
    this.#text.length = 0
    this.#offsets.length = 0
    return taken
  }
}
