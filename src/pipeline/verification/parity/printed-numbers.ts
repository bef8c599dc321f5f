import { isRoundingOf, numbersIn } from '../../../core/text/index.ts'

/** Mean days of a month, as durations are printed. */
const DAYS_A_MONTH = 30.44

/** Whether the one number of `text` is `value`, rounded to the decimals it shows. */
export function isPrinted(text: string, value: number): boolean {
  const [written, ...others] = numbersIn(text)
  return written !== undefined && others.length === 0 && isRoundingOf(written, value)
}

/** Whether "2.3 years", "23 months" or "28 days" is a time in months. */
export function isTime(text: string, months: number): boolean {
  const [, number = '', unit = ''] = /^(\S+) (day|week|month|year)s?$/.exec(text) ?? []
  return isPrinted(number, unit === 'day' ? months * DAYS_A_MONTH : unit === 'week' ? (months * DAYS_A_MONTH) / 7 : unit === 'year' ? months / 12 : months)
}

/**
 * A printed range as signed bounds, lower first: "22 to 46 fewer" is −46 to −22, "from 49 fewer to 26 more" −49 to 26.
 * Null when its words are not a range of these two directions.
 */
export function isRange(text: string, low: number, high: number, [below, above]: readonly [below: string, above: string]): boolean {
  const [, first = '', ownSide, second = '', side] = /^(?:from )?(\S+)(?: (\w+))? to (\S+) (\w+)$/.exec(text) ?? []
  const [from, to] = low <= high ? [low, high] : [high, low]
  if (side !== below && side !== above) return false
  if (ownSide === undefined) return side === below ? to <= 0 && isPrinted(first, to) && isPrinted(second, from) : from >= 0 && isPrinted(first, from) && isPrinted(second, to)
  return ownSide === below && side === above && from <= 0 && to >= 0 && isPrinted(first, from) && isPrinted(second, to)
}
