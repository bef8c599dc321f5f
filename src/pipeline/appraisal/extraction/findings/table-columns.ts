import type { Measure } from '../../../../core/model/index.ts'
import { valueOf } from './number-in-prose.ts'
import type { TableGrid } from './table-grid.ts'

/** A column of people before treatment holds no result. */
const BEFORE = /\b(?:baseline|before|pre-?(?:treatment|test|intervention|operative|op)|at entry)\b/iu
const CHANGE = /\b(?:change|difference|from|minus|since|after)\b/iu
const GROUP_SIZE = /\b[nN]\s*=\s*(?<n>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+)/u

/** What the head of a table says of one of its columns. */
export type Column = {
  readonly name: string; readonly n: number | null; readonly isP: boolean; readonly measure: Measure | null; readonly level: number | null
  /** What its own heading says it holds, where a group's mean, SD, or an effect's interval has a column of its own. */
  readonly part: 'mean' | 'sd' | 'interval' | null
  /** Measured before treatment. */
  readonly isBefore: boolean
}

/** The columns of a table as its head names them. */
export function columnsOf({ header, rows, caption }: TableGrid): Column[] {
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

/** The effect measure that words name; null when they name none. */
export function measureOf(words: string): Measure | null {
  if (/\bhazards? ratio|\bHR\b/i.test(words)) return 'HR'
  if (/\bodds ratio|\b(?:a|adj)?OR\b/.test(words)) return 'OR'
  if (/\brate ratio|\bIRR\b/i.test(words)) return 'IRR'
  if (/\b(?:relative risk|risk ratio)|\b(?:a|adj)?RR\b/i.test(words)) return 'RR'
  if (/\brisk difference|\bRD\b/i.test(words)) return 'RD'
  if (/\bstandardi[sz]ed|\beffect size|\bSMD\b|\bCohen/i.test(words)) return 'SMD'
  return /\bdifference\b|\bMD\b|\btreatment effect\b/i.test(words) ? 'MD' : null
}
