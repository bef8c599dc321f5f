import type { ReadingProblem } from './reading.ts'

/** A study as it stands in a file: names to values that are not checked yet. */
export type StudyRow = {
  readonly values: ReadonlyMap<string, unknown>
  /** "study 3 (Smith 2001)". */
  readonly place: string
  /** How a column is named in messages: "events1" or "column events1". */
  readonly columnWord: string
}

/** Reads the numbers of one row and remembers what is wrong with them. */
export class RowReader {
  readonly problems: ReadingProblem[] = []
  /** Names of values that are not there. */
  readonly missing: string[] = []
  readonly row: StudyRow

  constructor(row: StudyRow) {
    this.row = row
  }

  has(name: string): boolean {
    return !isMissing(this.row.values.get(name))
  }

  /** A number that must be there and within bounds; NaN, remembered, when it is not. */
  number(name: string, bounds: Bounds = {}): number {
    if (!this.has(name)) {
      this.missing.push(name)
      return Number.NaN
    }
    const value = this.parse(name)
    const message = Number.isNaN(value) ? null : outside(value, bounds)
    if (message !== null) this.refuse(name, `${shown(value)} ${message}`)
    return value
  }

  optional(name: string, bounds: Bounds = {}): number | null {
    return this.has(name) ? this.number(name, bounds) : null
  }

  text(name: string): string | null {
    const value = this.row.values.get(name)
    return isMissing(value) || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') ? null : String(value).trim()
  }

  refuse(name: string, message: string): void {
    this.problems.push({ place: `${this.row.place}, ${this.row.columnWord}${name}`, message })
  }

  private parse(name: string): number {
    const value = this.row.values.get(name)
    if (typeof value === 'number' && Number.isFinite(value)) return value
    const text = typeof value === 'string' ? value.trim().replace('−', '-') : ''
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) && Number.isFinite(Number(text))) return Number(text)
    if (/^[+-]?[\d.,]+\s*%$/u.test(text)) this.refuse(name, 'is a percentage; give the number itself')
    else if (/^[+-]?\d+,\d+$/u.test(text)) this.refuse(name, 'has a comma; decimals need a point, and thousands no mark')
    else this.refuse(name, 'is not a number')
    return Number.NaN
  }
}

export type Bounds = { readonly above?: number; readonly from?: number; readonly to?: number; readonly unit?: string }

function outside(value: number, { above, from, to, unit = '' }: Bounds): string | null {
  if (above !== undefined && !(value > above)) return `must be above ${above}${unit}`
  if (from !== undefined && value < from) return from === 0 ? 'is negative' : `is below ${from}${unit}`
  return to !== undefined && value > to ? `is above ${to}${unit}` : null
}

/** Empty, null, NA and the like: missing, and never zero. */
function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && /^(?:|na|n\/a|nan|null|\.|-|–|not reported|nr)$/iu.test(value.trim()))
}

function shown(value: number): string {
  return String(value)
}
