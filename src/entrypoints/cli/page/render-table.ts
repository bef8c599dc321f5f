import type { Colours } from '../terminal.ts'
import { hang, textWidth, wrapWords } from './wrap-words.ts'

export type TextTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

const GAP = '  '
const NARROWEST_COLUMN = 12
/** More columns than this are unreadable side by side unless they fit as they are. */
const MOST_COLUMNS_TO_WRAP = 4

/** A table for a terminal: columns side by side where they fit, else each row as a small list under its first cell. */
export function renderTable(table: TextTable, width: number, paint: Colours): string[] {
  const natural = table.columns.map((column, index) => Math.max(textWidth(column), ...table.rows.map((row) => textWidth(row[index] ?? ''))))
  const room = width - GAP.length * (table.columns.length - 1)
  if (sum(natural) <= room) return renderGrid(table, natural, paint)
  return table.columns.length <= MOST_COLUMNS_TO_WRAP && room >= table.columns.length * NARROWEST_COLUMN
    ? renderGrid(table, shrink(natural, room), paint)
    : renderRecords(table, width, paint)
}

function renderGrid({ columns, rows }: TextTable, widths: readonly number[], paint: Colours): string[] {
  return [
    ...gridRow(columns, widths).map((line) => paint.bold(line)),
    paint.dim(widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GAP)),
    ...rows.flatMap((row) => gridRow(row, widths)),
  ]
}

function gridRow(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = widths.map((columnWidth, index) => wrapWords(cells[index] ?? '', columnWidth))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => wrapped.map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0)).join(GAP).trimEnd())
}

function renderRecords({ columns, rows }: TextTable, width: number, paint: Colours): string[] {
  return rows.flatMap((row, at) => [
    ...(at === 0 ? [] : ['']),
    ...wrapWords(row[0] ?? '', width).map((line) => paint.bold(line)),
    ...columns.slice(1).flatMap((column, index) => {
      const cell = row[index + 1] ?? ''
      return cell === '' ? [] : hang(`  ${column}: `, cell, width)
    }),
  ])
}

/** Takes from the widest columns until all fit. */
function shrink(natural: readonly number[], room: number): number[] {
  const widths = [...natural]
  while (sum(widths) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
