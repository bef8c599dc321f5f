import type { Section } from '../../../model/index.ts'
import { tidy } from './tidy.ts'

/**
 * Builds a source's text and remembers where each section stands.
 *
 * Sections are apart by an empty line, paragraphs by a line break. A heading is a line of the text that belongs to no
 * section, so it is never quoted as evidence. Each paragraph is tidied on its own; a line break joins nothing in NFC,
 * so the whole text is NFC and every offset is exact.
 */
export class SourceText {
  #text = ''
  readonly #sections: Section[] = []

  get text(): string {
    return this.#text
  }

  get sections(): readonly Section[] {
    return this.#sections
  }

  /** A heading line alone, for a section that holds only further sections. */
  heading(title: string): void {
    const line = tidy(title)
    if (line !== '') this.#text += `${this.#gap()}${line}`
  }

  /** Appends a section; nothing happens when no paragraph has text. `heading` prints its title above it. */
  section(section: { readonly title: string; readonly kind: Section['kind']; readonly heading?: boolean }, paragraphs: readonly string[]): void {
    const lines = paragraphs.map((paragraph) => tidy(paragraph)).filter((line) => line !== '')
    if (lines.length === 0) return
    const title = tidy(section.title)
    this.#text += this.#gap()
    if (section.heading === true && title !== '') this.#text += `${title}\n`
    const start = this.#text.length
    this.#text += lines.join('\n')
    this.#sections.push({ title, kind: section.kind, start, end: this.#text.length })
  }

  #gap(): string {
    return this.#text === '' ? '' : '\n\n'
  }
}
