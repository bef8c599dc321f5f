const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const SMALL = `(?:${[...TENS.slice(2).map((ten) => `${ten}(?:[-‐‑– ](?:${ONES.slice(1, 10).join('|')}))?`), ...ONES.slice(1).toReversed()].join('|')})`
const HUNDREDS = `(?:(?:a|${SMALL})[- ]hundred(?:[- ](?:and[- ])?${SMALL})?)`
const THOUSANDS = `(?:(?:a|${SMALL})[- ]thousand(?:,?[- ](?:and[- ])?(?:${HUNDREDS}|${SMALL}))?)`
const DIGITS = String.raw`\d{1,3}(?:[,\u202f\u00a0\u2009 ]\d{3})+(?!\d)|\d+`

/** A whole number in digits ("1,228", "1 228") or in words ("one hundred and sixty-two"), as the source of a pattern. */
export const WRITTEN_NUMBER = `(?:${DIGITS}|${THOUSANDS}|${HUNDREDS}|${SMALL})`

/** The value of what WRITTEN_NUMBER matches; NaN for anything else. */
export function valueOfWritten(written: string): number {
  if (/^\d/.test(written)) return Number(written.replace(/\D/g, ''))
  let total = 0
  let group = 0
  for (const word of written.toLowerCase().split(/[-‐‑–, ]+/u)) {
    if (word === 'and' || word === '') continue
    if (word === 'thousand') {
      total += Math.max(1, group) * 1000
      group = 0
    } else if (word === 'hundred') group = Math.max(1, group) * 100
    else {
      const value = word === 'a' ? 1 : TENS.indexOf(word) >= 2 ? TENS.indexOf(word) * 10 : ONES.indexOf(word)
      if (value < 0) return Number.NaN
      group += value
    }
  }
  return total + group
}
