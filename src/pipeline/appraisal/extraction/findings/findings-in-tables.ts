import type { Arm, Measure, Section, Span } from '../../../../core/model/index.ts'
import type { Vocabulary } from '../../../../core/terminology/index.ts'
import type { ExtractedFinding, RefusedNumber } from '../types.ts'
import { armOf } from './arm-data.ts'
import { buildFinding, type ReadFinding } from './build-finding.ts'
import { whyArmRefused, whyEffectRefused } from './check-numbers.ts'
import type { FoundFindings } from './findings-in-prose.ts'
import { NUMBER, roundingOf, valueOf } from './number-in-prose.ts'
import { readGrid, type Cell, type TableGrid } from './table-grid.ts'
import { timeInSentence } from './time-in-sentence.ts'

/** Tables of people before treatment, of doses or of searches hold no results. */
const NO_RESULTS = /\b(?:baseline|demographic|characteristics|inclusion|exclusion|criteria|composition|ingredients|schedule|sample size|search|definitions?|abbreviations)\b/i
const EFFECT_CELL = new RegExp(String.raw`^(?<estimate>${NUMBER})\s?%?\*{0,3}\s*[([]\s*(?:95\s?%\s?CI:?\s*)?(?<low>${NUMBER})\s*(?:,|;|to|–|−|‐|‑|-)\s*(?<high>${NUMBER})\s*[)\]]`, 'iu')
const MEAN_CELL = new RegExp(String.raw`^(?<mean>${NUMBER})\s?%?\s*(?:±|\+\/-)\s*(?<sd>${NUMBER})`, 'u')
const BRACKET_CELL = new RegExp(String.raw`^(?<first>${NUMBER})\s*[([]\s*(?<second>\d+(?:[.·]\d+)?)\s?(?<percent>%)?\s*[)\]]`, 'u')
const COUNT_CELL = /^(?<events>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d+)\s*\/\s*(?<total>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d+)(?!\s*\/)(?:\s*[([]\s*(?<percent>\d+(?:[.·]\d+)?)\s?%?\s*[)\]])?/u
const GROUP_SIZE = /\b[nN]\s*=\s*(?<n>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+)/u
const P_CELL = /^(?:p\s*)?(?<relation>[<>=≤≥])?\s*(?<number>0?[.·]\d+|1(?:\.0+)?|NS)\*{0,3}$/iu

type Column = { readonly name: string; readonly n: number | null; readonly isP: boolean; readonly measure: Measure | null; readonly level: number | null }

/** Results of the tables of a report: effects with intervals, means with SDs, counts, each with its row as the words. */
export function findingsInTables(vocabulary: Vocabulary, sourceId: string, text: string, sections: readonly Section[]): FoundFindings {
  const findings: ExtractedFinding[] = []
  const refused: RefusedNumber[] = []
  for (const section of sections) {
    if (section.kind !== 'table') continue
    const grid = readGrid(text, section)
    if (NO_RESULTS.test(grid.caption)) continue
    const columns = columnsOf(grid)
    let heading = ''
    for (const row of grid.rows) {
      const label = row[0]?.text ?? ''
      if (row.slice(1).every((cell) => cell.text === '')) {
        heading = label
        continue
      }
      const read = readRow(vocabulary, text, grid, columns, row, heading)
      refused.push(...read.refused)
      for (const each of read.found) findings.push(buildFinding(vocabulary, `${sourceId}:finding-${each.span.start}-${each.span.end}-t${findings.length + 1}`, each))
    }
  }
  return { findings, refused }
}

function columnsOf({ header, rows, caption }: TableGrid): Column[] {
  const width = Math.max(0, ...header.map((cells) => cells.length), ...rows.map((cells) => cells.length))
  return Array.from({ length: width }, (_, index) => {
    // A cell that spans columns stands once, in the first of them: its words hold for the empty ones after it.
    const words = header.map((cells) => (index === 0 ? '' : cells.slice(1, index + 1).findLast((cell) => cell.text !== '')?.text ?? ''))
    const own = header.map((cells) => cells[index]?.text ?? '').join(' ')
    const name = [...new Set(words)].join(' ').trim()
    const size = GROUP_SIZE.exec(name)?.groups?.['n']
    const level = /(\d{2}(?:\.\d+)?)\s?%\s*(?:CI|confidence)/iu.exec(`${own} ${name} ${caption}`)?.[1]
    return { name, n: size === undefined ? null : valueOf(size), isP: /^\s*(?:adjusted )?p(?:[- ]?values?)?\b/iu.test(own.trim()), measure: measureOf(own) ?? measureOf(name), level: level === undefined ? null : Number(level) / 100 }
  })
}

function measureOf(words: string): Measure | null {
  if (/\bhazards? ratio|\bHR\b/i.test(words)) return 'HR'
  if (/\bodds ratio|\b(?:a|adj)?OR\b/.test(words)) return 'OR'
  if (/\brate ratio|\bIRR\b/i.test(words)) return 'IRR'
  if (/\b(?:relative risk|risk ratio)|\b(?:a|adj)?RR\b/i.test(words)) return 'RR'
  if (/\brisk difference|\bRD\b/i.test(words)) return 'RD'
  if (/\bstandardi[sz]ed|\beffect size|\bSMD\b|\bCohen/i.test(words)) return 'SMD'
  return /\bdifference\b|\bMD\b|\btreatment effect\b/i.test(words) ? 'MD' : null
}

type RowReading = { readonly found: readonly ReadFinding[]; readonly refused: readonly RefusedNumber[] }

function readRow(vocabulary: Vocabulary, text: string, grid: TableGrid, columns: readonly Column[], row: readonly Cell[], heading: string): RowReading {
  const [first] = row
  const last = row.at(-1)
  if (first === undefined || last === undefined) return { found: [], refused: [] }
  const label = first.text
  const span = { start: first.start, end: last.end }
  const p = row.flatMap((cell, index) => (columns[index]?.isP === true ? [pOf(cell.text)] : [])).find((value) => value !== null) ?? null
  const words = [heading, label].filter((part) => part !== '').join(': ') || grid.caption
  const concept = vocabulary.recognise(`${words} ${grid.caption}`).find(({ kind }) => kind === 'outcome')?.conceptId ?? null
  const common = { outcome: { words, concept }, timeMonths: timeInSentence(`at ${label}`) ?? timeInSentence(grid.caption), role: 'not-stated', analysis: 'not-stated', statedDirection: null, text: text.slice(span.start, span.end), span } as const
  const refused: RefusedNumber[] = []
  const refuse = (reason: string, cell: Span): void => void refused.push({ reason: `${reason} (${grid.caption.slice(0, 60)})`, quote: text.slice(cell.start, cell.end), span: { start: cell.start, end: cell.end } })
  const arms = armsOfRow(grid, columns, row, refuse)
  const effects = row.flatMap((cell, index): ReadFinding[] => {
    const column = columns[index]
    const match = EFFECT_CELL.exec(cell.text)
    const measure = column?.measure ?? (hasInterval(`${column?.name ?? ''} ${label} ${grid.caption}`) ? measureOf(label) ?? measureOf(grid.caption) : null)
    if (index === 0 || column === undefined || match === null || measure === null) return []
    const { estimate = '', low = '', high = '' } = match.groups ?? {}
    const read = { measure, estimate: valueOf(estimate), low: valueOf(low), high: valueOf(high), rounding: Math.max(roundingOf(estimate), roundingOf(low), roundingOf(high)), estimateUnit: null, intervalUnit: null }
    const reason = whyEffectRefused(read)
    if (reason !== null) {
      refuse(reason, cell)
      return []
    }
    return [{ ...common, effect: { measure, estimate: read.estimate, ciLow: read.low, ciHigh: read.high, ciLevel: column.level, p, unit: null }, arms: [] }]
  })
  const [only, ...more] = effects
  if (only !== undefined && more.length === 0) return { found: [{ ...only, arms }], refused }
  if (only !== undefined) return { found: effects, refused }
  return { found: arms.length < 2 ? [] : [{ ...common, effect: { measure: 'other', estimate: null, ciLow: null, ciHigh: null, ciLevel: null, p, unit: null }, arms }], refused }
}

/** Two numbers in brackets are a range between quartiles more often than not; only "CI" says that they are not. */
function hasInterval(words: string): boolean {
  return /\bC\.?I\b|\bconfidence\b|\bCrI\b/iu.test(words)
}

function pOf(cell: string): string | null {
  const groups = P_CELL.exec(cell.trim())?.groups
  const number = groups?.['number']
  if (number === undefined) return null
  const relation = groups?.['relation']
  return `${relation === undefined || relation === '=' ? '' : `${relation} `}${number.replace('·', '.').replace(/^\./u, '0.')}`
}

/** Cells of a row that give means or counts of a group; a cell whose numbers contradict each other is told and left. */
function armsOfRow(grid: TableGrid, columns: readonly Column[], row: readonly Cell[], refuse: (reason: string, cell: Span) => void): Arm[] {
  const context = `${grid.caption} ${row[0]?.text ?? ''} ${columns.map(({ name }) => name).join(' ')}`
  const areCounts = /(?:\b(?:n|no\.?|number|events?|patients|cases)\s*[,(]?\s*\(?%|n\/N)/iu.test(context)
  const areMeans = /\bmean\b|±|\bSD\b/iu.test(context) && !areCounts
  return row.flatMap((cell, index) => {
    const column = columns[index]
    if (index === 0 || column === undefined || column.isP || column.measure !== null) return []
    const read = readArm(cell.text, column, areCounts, areMeans)
    if (read === null) return []
    const reason = whyArmRefused({ ...read, events: read.events, total: read.total })
    if (reason !== null) {
      refuse(reason, cell)
      return []
    }
    return [armOf({ name: column.name.replace(/\s*[([]?\s*n\s*=\s*[\d,]+\s*[)\]]?/iu, '').trim() || `column ${index + 1}`, n: column.n, ...read })]
  })
}

type ArmCell = { readonly mean: number | null; readonly sd: number | null; readonly events: number | null; readonly total: number | null; readonly percent: number | null }

function readArm(cell: string, column: Column, areCounts: boolean, areMeans: boolean): ArmCell | null {
  const none = { mean: null, sd: null, events: null, total: null, percent: null }
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
