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
const EFFECT_CELL = new RegExp(String.raw`^(?<estimate>${NUMBER})\s?%?\*{0,3}\s*[([]\s*(?:95\s?%\s?CI:?\s*)?(?<low>${NUMBER})\s*(?:,|;|to|–|−|‐|‑|-)\s*(?<high>${NUMBER})\s*(?:[)\]]|$)`, 'iu')
/** An interval alone in its cell, beside its estimate: "0.16 to 1.89". */
const INTERVAL_CELL = new RegExp(String.raw`^[([]?\s*(?<low>${NUMBER})\s*(?:,|;|to|–|−|‐|‑|-)\s*(?<high>${NUMBER})\s*[)\]]?$`, 'iu')
const NUMBER_CELL = new RegExp(String.raw`^(?<number>${NUMBER})\s?%?\*{0,3}$`, 'u')
/** "50% (5/10)". */
const SHARE_OF_CELL = /^(?<percent>\d+(?:[.·]\d+)?)\s?%\s*[([]\s*(?<events>\d+)\s*\/\s*(?<total>\d+)\s*[)\]]/u
/** A column of people before treatment holds no result. */
const BEFORE = /\b(?:baseline|before|pre-?(?:treatment|test|intervention|operative|op)|at entry)\b/iu
/** A row of that time has it for a label; "pre-operative antibiotics" is something else. */
const BEFORE_ROW = /^(?:(?:at )?(?:baseline|entry)|before(?: \p{L}+){0,2}|pre-?(?:treatment|test|intervention|operative(?:ly)?|op)?)\s*(?:[([,:].*)?$/iu
const CHANGE = /\b(?:change|difference|from|minus|since|after)\b/iu
const MEAN_CELL = new RegExp(String.raw`^(?<mean>${NUMBER})\s?%?\s*(?:±|\+\/-)\s*(?<sd>${NUMBER})`, 'u')
const BRACKET_CELL = new RegExp(String.raw`^(?<first>${NUMBER})\s*[([]\s*(?<second>\d+(?:[.·]\d+)?)\s?(?<percent>%)?\s*[)\]]`, 'u')
const COUNT_CELL = /^(?<events>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d+)\s*\/\s*(?<total>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d+)(?!\s*\/)(?:\s*[([]\s*(?<percent>\d+(?:[.·]\d+)?)\s?%?\s*[)\]])?/u
const GROUP_SIZE = /\b[nN]\s*=\s*(?<n>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+)/u
const P_CELL = /^(?:p\s*)?(?<relation>[<>=≤≥])?\s*(?<number>0?[.·]\d+|1(?:\.0+)?|NS)\*{0,3}$/iu

type Column = {
  readonly name: string; readonly n: number | null; readonly isP: boolean; readonly measure: Measure | null; readonly level: number | null
  /** What its own heading says it holds, where a group's mean, SD, or an effect's interval has a column of its own. */
  readonly part: 'mean' | 'sd' | 'interval' | null
  /** Measured before treatment. */
  readonly isBefore: boolean
}

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
    let spanning = ''
    for (const row of grid.rows) {
      const first = row[0]?.text ?? ''
      if (row.slice(1).every((cell) => cell.text === '')) {
        heading = first
        spanning = ''
        continue
      }
      // A first cell that spans rows stands once, in the first of them.
      if (first !== '') spanning = first
      const label = labelOf(row, spanning)
      if (label.own.some((words) => BEFORE_ROW.test(words))) continue
      const read = readRow(vocabulary, text, grid, columns, row, heading, label.words)
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
    return { name, n: size === undefined ? null : valueOf(size), isP: /^\s*(?:adjusted )?p(?:[- ]?values?)?\b/iu.test(own.trim()), part: partOf(header.at(-1)?.[index]?.text ?? '') ?? partOf(own), isBefore: BEFORE.test(name) && !CHANGE.test(name), measure: measureOf(own) ?? measureOf(name), level: level === undefined ? null : Number(level) / 100 }
  })
}

function partOf(heading: string): Column['part'] {
  if (/^\s*means?\s*$/iu.test(heading)) return 'mean'
  if (/^\s*(?:S\.?D\.?|standard deviation)\s*$/iu.test(heading)) return 'sd'
  return /^\s*\(?(?:\d{2}\s?%\s*)?(?:CI|C\.I\.|confidence intervals?)\)?\s*(?:\(?\d{2}\s?%\)?)?\s*$/iu.test(heading) ? 'interval' : null
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

/** The words before the first number of a row; an empty first cell belongs to the one above. */
function labelOf(row: readonly Cell[], spanning: string): { readonly words: string; readonly own: readonly string[] } {
  const [first, second] = row
  const own = first?.text ?? ''
  const isWords = second !== undefined && /\p{L}{3}/u.test(second.text) && !/^[-−–(<>=]?\s?\d+(?![\d-]*\s?(?:months?|weeks?|days?|years?|hours?|min))/iu.test(second.text)
  const words = [own === '' ? spanning : own, isWords ? second.text : ''].filter((part) => part !== '').join(': ')
  return { words, own: [own, isWords ? second.text : ''] }
}

type RowReading = { readonly found: readonly ReadFinding[]; readonly refused: readonly RefusedNumber[] }

function readRow(vocabulary: Vocabulary, text: string, grid: TableGrid, columns: readonly Column[], row: readonly Cell[], heading: string, label: string): RowReading {
  const [first] = row
  const last = row.at(-1)
  if (first === undefined || last === undefined) return { found: [], refused: [] }
  const span = { start: first.start, end: last.end }
  const ps = row.flatMap((cell, index) => {
    const value = columns[index]?.isP === true ? pOf(cell.text) : null
    return value === null ? [] : [{ index, value }]
  })
  // Of several p values the one right after an effect is its own.
  const pAfter = (index: number): string | null => (ps.find((each) => each.index > index) ?? (ps.length === 1 ? ps[0] : undefined))?.value ?? null
  const p = ps.length === 1 ? ps[0]?.value ?? null : null
  const words = [heading, label].filter((part) => part !== '').join(': ') || grid.caption
  const concept = vocabulary.recognise(`${words} ${grid.caption}`).find(({ kind }) => kind === 'outcome')?.conceptId ?? null
  const common = { outcome: { words, concept }, timeMonths: timeInSentence(`at ${label}`) ?? timeInSentence(grid.caption), role: 'not-stated', analysis: 'not-stated', statedDirection: null, text: text.slice(span.start, span.end), span } as const
  const refused: RefusedNumber[] = []
  const refuse = (reason: string, cell: Span): void => void refused.push({ reason: `${reason} (${grid.caption.slice(0, 60)})`, quote: text.slice(cell.start, cell.end), span: { start: cell.start, end: cell.end } })
  const arms = armsOfRow(grid, columns, row, heading, refuse)
  const effects = row.flatMap((cell, index): ReadFinding[] => {
    const column = columns[index]
    const match = EFFECT_CELL.exec(cell.text) ?? splitEffect(columns, row, index)
    const measure = column?.measure ?? (hasInterval(`${column?.name ?? ''} ${label} ${grid.caption}`) ? measureOf(label) ?? measureOf(grid.caption) : null)
    if (index === 0 || column === undefined || match === null || measure === null) return []
    const { estimate = '', low = '', high = '' } = match.groups ?? {}
    const read = { measure, estimate: valueOf(estimate), low: valueOf(low), high: valueOf(high), rounding: Math.max(roundingOf(estimate), roundingOf(low), roundingOf(high)), estimateUnit: null, intervalUnit: null }
    const reason = whyEffectRefused(read)
    if (reason !== null) {
      refuse(reason, cell)
      return []
    }
    return [{ ...common, effect: { measure, estimate: read.estimate, ciLow: read.low, ciHigh: read.high, ciLevel: column.level ?? columns[index + 1]?.level ?? null, p: pAfter(index), unit: null }, arms: [] }]
  })
  const [only, ...more] = effects
  if (only !== undefined && more.length === 0) return { found: [{ ...only, arms }], refused }
  if (only !== undefined) return { found: effects, refused }
  const isTold = arms.length >= 2 || (arms.length === 0 && p !== null && refused.length === 0 && row.slice(1).filter((cell, index) => columns[index + 1]?.isP !== true && /\d/u.test(cell.text)).length >= 2)
  return { found: isTold ? [{ ...common, effect: { measure: 'other', estimate: null, ciLow: null, ciHigh: null, ciLevel: null, p, unit: null }, arms }] : [], refused }
}

/** An estimate in one cell and its interval in the next. */
function splitEffect(columns: readonly Column[], row: readonly Cell[], index: number): { readonly groups: Readonly<Record<string, string>> } | null {
  const next = columns[index + 1]?.part === 'interval' ? INTERVAL_CELL.exec(row[index + 1]?.text ?? '') : null
  const estimate = NUMBER_CELL.exec(row[index]?.text ?? '')?.groups?.['number']
  return next === null || estimate === undefined ? null : { groups: { estimate, low: next.groups?.['low'] ?? '', high: next.groups?.['high'] ?? '' } }
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

const COUNTS = /(?:\b(?:n|no\.?|numbers?|events?|patients|cases)\s*[,(]?\s*\(?%|n\/N)/iu
const MEANS = /\bmean\b|±|\bSD\b/iu

/** Cells of a row that give means or counts of a group; a cell whose numbers contradict each other is told and left. */
function armsOfRow(grid: TableGrid, columns: readonly Column[], row: readonly Cell[], heading: string, refuse: (reason: string, cell: Span) => void): Arm[] {
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
