import { decimal, duration, per1000 } from './format-number.ts'

/** Two shares of 1000 people, each 0–1000, and whose they are. */
export type TwoShares = {
  /** What happened to them: "had a stroke". */
  readonly event: string
  readonly treated: number
  readonly control: number
  readonly treatment: string
  readonly comparator: string
  readonly months: number | null
  /** "people like those studied", "people with diabetes". */
  readonly people: string
}

/**
 * Both groups on one denominator and in both framings (Trevena 2013): how many had it, and how many did not. Absolute
 * numbers come first; a ratio is never printed.
 */
export function twoShares({ event, treated, control, treatment, comparator, months, people }: TwoShares): string {
  const time = months === null ? '' : ` within ${duration(months)}`
  return `Of 1000 ${people} who had ${comparator}, about ${per1000(control)} ${event}${time}. Of 1000 who had ${treatment}, it was about ${per1000(treated)}. The other ${others(control)} and ${others(treated)} did not.`
}

/** "about 34 fewer", with the range the data leave open. */
export function differenceText({ difference, low, high }: { readonly difference: number; readonly low: number | null; readonly high: number | null }): string {
  const word = difference < 0 ? 'fewer' : 'more'
  if (low === null || high === null) return `about ${per1000(difference)} ${word}`
  return `about ${per1000(difference)} ${word} (it could be ${rangeText(low, high, 'fewer', 'more', per1000)})`
}

/** "22 to 46 fewer", or "49 fewer to 26 more" where the range holds no difference. */
export function rangeText(low: number, high: number, below: string, above: string, write: (value: number) => string = (value) => decimal(Math.abs(value), 1)): string {
  const [from, to] = low <= high ? [low, high] : [high, low]
  if (from < 0 && to <= 0) return `${write(to)} to ${write(from)} ${below}`
  if (from >= 0) return `${write(from)} to ${write(to)} ${above}`
  return `from ${write(from)} ${below} to ${write(to)} ${above}`
}

/** Those of 1000 to whom it did not happen, so that both printed numbers add up to 1000. */
function others(share: number): string {
  return decimal(1000 - Number(per1000(share)), 1)
}
