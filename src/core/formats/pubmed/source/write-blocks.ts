import type { SourceText } from './source-text.ts'
import { tidy } from './tidy.ts'

/** A piece of a page or document in reading order; a table's rows are one line of text each. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly caption?: string; readonly rows: readonly string[] }

/** Appends `blocks` to `text`, a section for each heading and each table. A heading that repeats `title` opens none. */
export function writeBlocks(text: SourceText, blocks: readonly TextBlock[], title: string): void {
  let section = ''
  let paragraphs: string[] = []
  const flush = (): void => {
    text.section({ title: section === '' ? 'Text' : section, kind: 'body', heading: section !== '' }, paragraphs)
    paragraphs = []
  }
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph': paragraphs.push(block.text); break
      case 'table': {
        flush()
        const caption = block.caption ?? ''
        text.section({ title: caption === '' ? 'Table' : caption, kind: 'table' }, [caption, ...block.rows])
        break
      }
      case 'heading':
        flush()
        section = tidy(block.text) === title ? '' : block.text
        break
    }
  }
  flush()
}
