import type { Arm, Span } from '../../../../core/model/index.ts'
import { armOf } from './arm-data.ts'
import { whyArmRefused } from './check-numbers.ts'
import { NUMBER, NUMBER_CELL, valueOf } from './number-in-prose.ts'
import type { Column } from './table-columns.ts'
import type { Cell, TableGrid } from './table-grid.ts'

/** "50% (5/10)". */
const SHARE_OF_CELL = /^(?<percent>\d+(?:[.·]\d+)?)\s?%\s*[([]\s*(?<events>\d+)\s*\/\s*(?<total>\d+)\s*[)\]]/u
const MEAN_CELL = new RegExp(String.raw`^(?<mean>${NUMBER})\s?%?\s*(?:±|\+\/-)\s*(?<sd>${NUMBER})`, 'u')
const BRACKET_CELL = new RegExp(String.raw`^(?<first>${NUMBER})\s*[([]\s*(?<second>\d+(?:[.·]\d+)?)\s?(?<percent>%)?\s*[)\]]`, 'u')
const COUNT_CELL = /^(?<events>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d+)\s*\/\s*(?<total>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d+)(?!\s*\/)(?:\s*[([]\s*(?<percent>\d+(?:[.·]\d+)?)\s?%?\s*[)\]])?/u
const COUNTS = /(?:\b(?:n|no\.?|numbers?|events?|patients|cases)\s*[,(]?\s*\(?%|n\/N)/iu
const MEANS = /\bmean\b|±|\bSD\b/iu

/** Cells of a row that give means or counts of a group; a cell whose numbers contradict each other is told and left. */
export function armsOfRow(grid: TableGrid, columns: readonly Column[], row: readonly Cell[], heading: string, refuse: (reason: string, cell: Span) => void): Arm[] {
  const context = `${grid.caption} ${heading} ${row[0]?.text ?? ''} ${columns.map(({ name }) => name).join(' ')}`
  // Notes speak of the whole table: they decide only where its headings do not, and only when they name one kind.
  const said = COUNTS.test(context) || MEANS.test(context) || COUNTS.test(grid.notes) === MEANS.test(grid.notes) ? context : grid.notes
  const areCounts = COUNTS.test(said)
  const areMeans = MEANS.test(said) && !areCounts
  return row.flatMap((cell, index) => {
    const column = columns[index]
    if (index === 0 || column === undefined || column.isP || column.measure !== null || column.isBefore) return []
    if (isRatioLabel(row[0]?.text ?? '', cell.text)) return []
    const read = column.part === 'mean' && columns[index + 1]?.part === 'sd' ? meanBeside(cell.text, row[index + 1]?.text ?? '') : readArm(cell.text, column, areCounts, areMeans)
    if (read === null) return []
    const reason = whyArmRefused({ ...read, events: read.events, total: read.total })
    if (reason !== null) {
      refuse(reason, cell)
      return []
    }
    return [armOf({ name: column.name.replace(/\s*\b(?:n Mean|Mean)$/u, '').replace(/\s*[([]?\s*n\s*=\s*[\d,]+\s*[)\]]?/iu, '').trim() || `column ${index + 1}`, n: column.n, ...read })]
  })
}

/** "Sex (M/F)" over "14/16": numbers of the kinds its label names, not events of a total. */
function isRatioLabel(label: string, cell: string): boolean {
  const kinds = /[([:,]\s*([^()[\]]*\/[^()[\]]*?)[)\]]?\*?$/u.exec(label)?.[1]?.split('/').length ?? 0
  return kinds > 1 && kinds === cell.split('/').length && !/n\s?\/\s?N|events?\s?\//u.test(label) && /^\d+(?:\s?\/\s?\d+)+$/u.test(cell)
}

function meanBeside(mean: string, sd: string): ArmCell | null {
  const [first, second] = [NUMBER_CELL.exec(mean)?.groups?.['number'], NUMBER_CELL.exec(sd)?.groups?.['number']]
  return first === undefined || second === undefined ? null : { mean: valueOf(first), sd: valueOf(second), events: null, total: null, percent: null }
}

type ArmCell = { readonly mean: number | null; readonly sd: number | null; readonly events: number | null; readonly total: number | null; readonly percent: number | null }

function readArm(cell: string, column: Column, areCounts: boolean, areMeans: boolean): ArmCell | null {
  const none = { mean: null, sd: null, events: null, total: null, percent: null }
  const share = SHARE_OF_CELL.exec(cell)?.groups
  if (share !== undefined) return { ...none, events: valueOf(share['events'] ?? ''), total: valueOf(share['total'] ?? ''), percent: valueOf(share['percent'] ?? '') }
  const mean = MEAN_CELL.exec(cell)?.groups
  if (mean !== undefined) return { ...none, mean: valueOf(mean['mean'] ?? ''), sd: valueOf(mean['sd'] ?? '') }
  const count = COUNT_CELL.exec(cell)?.groups
  if (count !== undefined && count['percent'] === undefined && !areCounts && valueOf(count['events'] ?? '') > valueOf(count['total'] ?? '')) return null
  if (count !== undefined) return { ...none, events: valueOf(count['events'] ?? ''), total: valueOf(count['total'] ?? ''), percent: count['percent'] === undefined ? null : valueOf(count['percent']) }
  const pair = BRACKET_CELL.exec(cell)?.groups
  if (pair === undefined) return null
  const [first, second] = [valueOf(pair['first'] ?? ''), valueOf(pair['second'] ?? '')]
  if (pair['percent'] !== undefined || (areCounts && Number.isInteger(first))) {
    // A percentage of the group whose size its heading gives; where the rows count something else, they do not fit and no total is held.
    const fits = column.n !== null && Math.abs((100 * first) / column.n - second) <= 1.5
    return Number.isInteger(first) && first >= 0 ? { ...none, events: first, total: fits || (column.n !== null && first > column.n) ? column.n : null, percent: second } : null
  }
  return areMeans ? { ...none, mean: first, sd: second } : null
}
