import type { Section, Span } from '../../../../core/model/index.ts'
import type { Vocabulary } from '../../../../core/terminology/index.ts'
import type { ExtractedFinding, RefusedNumber } from '../types.ts'
import { armsOfRow } from './arms-of-row.ts'
import { buildFinding, type ReadFinding } from './build-finding.ts'
import { whyEffectRefused } from './check-numbers.ts'
import type { FoundFindings } from './findings-in-prose.ts'
import { NUMBER, NUMBER_CELL, roundingOf, valueOf } from './number-in-prose.ts'
import { columnsOf, measureOf, type Column } from './table-columns.ts'
import { readGrid, type Cell, type TableGrid } from './table-grid.ts'
import { timeInSentence } from './time-in-sentence.ts'

/** Tables of people before treatment, of doses or of searches hold no results. */
const NO_RESULTS = /\b(?:baseline|demographic|characteristics|inclusion|exclusion|criteria|composition|ingredients|schedule|sample size|search|definitions?|abbreviations)\b/i
const EFFECT_CELL = new RegExp(String.raw`^(?<estimate>${NUMBER})\s?%?\*{0,3}\s*[([]\s*(?:95\s?%\s?CI:?\s*)?(?<low>${NUMBER})\s*(?:,|;|to|–|−|‐|‑|-)\s*(?<high>${NUMBER})\s*(?:[)\]]|$)`, 'iu')
/** An interval alone in its cell, beside its estimate: "0.16 to 1.89". */
const INTERVAL_CELL = new RegExp(String.raw`^[([]?\s*(?<low>${NUMBER})\s*(?:,|;|to|–|−|‐|‑|-)\s*(?<high>${NUMBER})\s*[)\]]?$`, 'iu')
/** A row of that time has it for a label; "pre-operative antibiotics" is something else. */
const BEFORE_ROW = /^(?:(?:at )?(?:baseline|entry)|before(?: \p{L}+){0,2}|pre-?(?:treatment|test|intervention|operative(?:ly)?|op)?)\s*(?:[([,:].*)?$/iu
const P_CELL = /^(?:p\s*)?(?<relation>[<>=≤≥])?\s*(?<number>0?[.·]\d+|1(?:\.0+)?|NS)\*{0,3}$/iu

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
