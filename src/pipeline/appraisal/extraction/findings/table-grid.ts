import type { Section, Span } from '../../../../core/model/index.ts'

export type Cell = Span & { readonly text: string }
/** A table as its text keeps it: a caption, rows of cells, notes. */
export type TableGrid = { readonly caption: string; readonly notes: string; readonly header: readonly (readonly Cell[])[]; readonly rows: readonly (readonly Cell[])[]; readonly span: Span }

const SEPARATOR = ' | '

/** The cells of a table's text with their places; its head are the rows before the first one with numbers in its cells. */
export function readGrid(text: string, section: Section): TableGrid {
  const lines: Span[] = []
  for (let at = section.start; at < section.end;) {
    const end = Math.min(section.end, text.indexOf('\n', at) < 0 ? section.end : text.indexOf('\n', at))
    if (end > at) lines.push({ start: at, end })
    at = end + 1
  }
  const [first] = lines
  const hasCaption = first !== undefined && !text.slice(first.start, first.end).includes(SEPARATOR.trim())
  const all = lines.slice(hasCaption ? 1 : 0).map((line) => cellsOf(text, line))
  // Lines of one cell are headings between rows; after the last row they are notes.
  const rows = all.slice(0, all.findLastIndex((cells) => cells.length > 1) + 1)
  const body = rows.findIndex((cells) => cells.slice(1).some(({ text: cell }) => /^[-−–]?\s?[\d.·]/u.test(cell) && !/^\(?\s*n\s*=/iu.test(cell) && !/^\d{1,3} ?(?:weeks?|months?|days?|years?|mg|min|hours?|h)\b/iu.test(cell)))
  const split = startOfBody(rows, body < 0 ? rows.length : Math.max(1, body))
  return { caption: hasCaption ? text.slice(first.start, first.end) : section.title, header: rows.slice(0, split), rows: rows.slice(split), notes: all.slice(rows.length).flat().map((cell) => cell.text).join(' '), span: section }
}

/** A heading right above the first numbers belongs to them, not to the head of the table. */
function startOfBody(rows: readonly (readonly Cell[])[], firstNumbers: number): number {
  let at = firstNumbers
  while (at > 1 && rows[at - 1]?.slice(1).every((cell) => cell.text === '') === true) at -= 1
  return at
}

function cellsOf(text: string, line: Span): Cell[] {
  const cells: Cell[] = []
  let at = line.start
  for (;;) {
    const next = text.slice(at, line.end).search(/ ?\|(?: |$)/u)
    const end = next < 0 ? line.end : at + next
    const raw = text.slice(at, end)
    const lead = raw.length - raw.trimStart().length
    cells.push({ start: at + Math.min(lead, raw.length), end: at + Math.max(lead, raw.trimEnd().length), text: raw.trim() })
    if (next < 0) return cells
    at = end + (text.slice(end, line.end).startsWith(' ') ? 2 : 1)
    if (text.charAt(at) === ' ') at += 1
  }
}
