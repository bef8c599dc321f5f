import { collectPage } from './collect-page.ts'
import { PageBlocks, type Page, type VisibleText } from './page.ts'

/** A page of Markdown, its marks gone: headings, paragraphs (a list item is one), the cells of tables. */
export function readMarkdownPage(text: string): Page {
  const blocks = new PageBlocks()
  const { visible } = blocks
  const flush = (kind?: 'heading', level?: number): void => { blocks.flush(kind, level) }
  let fenced = false
  let columns: readonly string[] | null = null
  let at = 0
  const front = /^---\r?\n[\s\S]{0,20000}?\r?\n---\r?\n/.exec(text)?.[0].length ?? 0
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    if (start < front) continue
    if (/^\s*(?:```|~~~)/.test(line)) {
      fenced = !fenced
      flush()
      continue
    }
    if (!/^\s*\|/.test(line)) columns = null
    const mark = /^\s{0,3}(#{1,6})\s+/.exec(line)
    const item = /^\s*(?:>\s*)*(?:[-*+•]\s+|\d{1,3}[.)]\s+(?=\S))/.exec(line)
    if (line.trim() === '' || /^\s*(?:[-*_]\s*){3,}$/.test(line) || /^\s*\|?[\s:|-]+\|?\s*$/.test(line)) flush()
    else if (mark !== null && !fenced) {
      flush()
      addInline(visible, line.replace(/\s*#+\s*$/, ''), mark[0].length, start)
      flush('heading', (mark[1] ?? '').length)
    } else if (/^\s*\|.*\|/.test(line) && !fenced) {
      flush()
      const cells: string[] = []
      let from = line.indexOf('|') + 1
      for (let index = from; index <= line.length; index += 1) {
        if (index < line.length && (line.charAt(index) !== '|' || line.charAt(index - 1) === '\\')) continue
        const inner = line.slice(from, index)
        if (inner.trim() !== '' || index < line.trimEnd().length) {
          if (cells.length > 0) addMark(visible, start + from)
          addInline(visible, line.slice(0, index), from, start)
          cells.push(inner.trim())
        }
        from = index + 1
      }
      if (columns === null) {
        columns = cells
        visible.take()
      } else {
        blocks.flushRow(columns)
      }
    } else {
      // The number of an ordered item stays: it may be the label of a reference.
      if (item !== null || /^\s*\[\d{1,3}\]:?\s/.test(line)) flush()
      const skip = item !== null && !/\d/.test(item[0]) ? item[0].length : /^\s*(?:>\s?)*/.exec(line)?.[0].length ?? 0
      addInline(visible, line, skip, start)
      visible.add(' ', start + line.length)
    }
  }
  flush()
  return collectPage(blocks.found, blocks.title)
}

/** Parts two cells of a row. */
function addMark(visible: VisibleText, offset: number): void {
  for (const character of ' | ') visible.add(character, offset)
}

/** The characters of a line that a reader sees: no emphasis marks, no targets of links, no tags, escapes undone. */
function addInline(visible: VisibleText, line: string, from: number, start: number): void {
  for (let index = from; index < line.length; index += 1) {
    const rest = line.slice(index, index + 2000)
    const link = /^!?\[((?:[^\][]|\[[^\][]*\])*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/.exec(rest)
    const tag = /^<\/?[a-z][^<>]{0,500}>/i.exec(rest)
    const footnote = /^\[\^(\w+)\]/.exec(rest)
    if (link !== null) {
      const inner = line.charAt(index) === '!' ? 2 : 1
      addInline(visible, line.slice(0, index + inner + (link[1] ?? '').length), index + inner, start)
      index += link[0].length - 1
    } else if (footnote !== null) {
      for (const [place, character] of Array.from(`[${footnote[1] ?? ''}]`).entries()) visible.add(character, start + index + Math.min(place, footnote[0].length - 1))
      index += footnote[0].length - 1
    } else if (tag !== null) {
      if (/^<sup/i.test(tag[0]) && /^<sup[^>]*>\s*\[?\d/i.test(rest)) visible.add('[', start + index)
      else if (/^<\/sup/i.test(tag[0]) && /\d\s*<\/sup>$/i.test(line.slice(0, index + tag[0].length))) visible.add(']', start + index)
      index += tag[0].length - 1
    } else if (line.charAt(index) === '\\' && /^\\[\\`*_{}[\]()#+.!|<>~-]/.test(rest)) {
      index += 1
      visible.add(line.charAt(index), start + index)
    } else if (/^(?:\*{1,3}|_{1,3}(?=\W|$)|`|~~)/.test(rest) || (/^_{1,3}(?=\w)/.test(rest) && !/\w/.test(line.charAt(index - 1)))) continue
    else visible.add(line.charAt(index), start + index)
  }
}
