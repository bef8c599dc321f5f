import { childOf, childrenOf, descendantsOf, tidy, type XmlElement } from '../pubmed/index.ts'
import { lineOf } from './jats-text.ts'

/** Cells that one cell may stand for; a larger span is read as this many. */
const MAX_SPAN = 50

export type TableText = { readonly title: string; readonly lines: readonly string[] }

/**
 * A table as lines of text: caption, one line a row with cells apart by " | ", footnotes. A cell that spans columns
 * or rows stands once, with empty cells after or below it, so that columns keep their places.
 */
export function readTable(wrap: XmlElement): TableText {
  const label = tidy(lineOf(childOf(wrap, 'label')?.children ?? []))
  const caption = captionOf(wrap)
  const title = label === '' ? 'Table' : label
  const rows = descendantsOf(wrap, 'tr', 'row').filter((row) => row.name === 'tr' || row.attributes['rowsep'] !== undefined || childrenOf(row, 'entry').length > 0)
  const notes = childrenOf(wrap, 'table-wrap-foot').flatMap((foot) => {
    const parts = descendantsOf(foot, 'fn').length > 0 ? descendantsOf(foot, 'fn') : childrenOf(foot)
    return parts.map((part) => noteOf(part))
  })
  return { title, lines: [[label, caption].filter((part) => part !== '').join('. '), ...rowLines(rows), ...notes] }
}

/** A caption's title and text on one line. */
export function captionOf(float: XmlElement): string {
  return childrenOf(float, 'caption').flatMap((caption) => childrenOf(caption).map((part) => tidy(lineOf(part.children)))).filter((part) => part !== '').join(' ')
}

function noteOf(part: XmlElement): string {
  const label = tidy(lineOf(childOf(part, 'label')?.children ?? []))
  const rest = tidy(lineOf(part.name === 'fn' || childOf(part, 'label') !== undefined ? part.children.filter((node) => typeof node === 'string' || node.name !== 'label') : part.children))
  return label === '' ? rest : `${label} ${rest}`
}

function rowLines(rows: readonly XmlElement[]): string[] {
  let pending = new Map<number, number>()
  return rows.map((row) => {
    const cells: string[] = []
    const below = new Map<number, number>()
    const fill = (): void => {
      for (let left = pending.get(cells.length); left !== undefined; left = pending.get(cells.length)) {
        pending.delete(cells.length)
        if (left > 1) below.set(cells.length, left - 1)
        cells.push('')
      }
    }
    for (const cell of childrenOf(row, 'td', 'th', 'entry')) {
      fill()
      const columns = span(cell.attributes['colspan'])
      const deep = span(cell.attributes['rowspan'])
      const text = tidy(lineOf(cell.children)).replaceAll('|', '¦')
      for (let column = 0; column < columns; column += 1) {
        if (deep > 1) below.set(cells.length, deep - 1)
        cells.push(column === 0 ? text : '')
      }
    }
    fill()
    pending = below
    return cells.every((cell) => cell === '') ? '' : cells.join(' | ').replace(/(?: \|)* *$/, '')
  })
}

function span(value: string | undefined): number {
  const count = Number(value ?? '1')
  return Number.isInteger(count) && count > 1 ? Math.min(count, MAX_SPAN) : 1
}
