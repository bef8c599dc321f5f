/** A number as it stands in prose, with the decimals it was written with. */
export type ProseNumber = { readonly value: number; readonly decimals: number; readonly start: number; readonly end: number }

/**
 * Numbers of a sentence: "6,263", "0.82", "−5.3", "16.4%". Digits that belong to a name are none ("SGLT2", "COVID-19",
 * "L39420", "3rd"). A sign counts only where no digit or letter stands before it, so "0.73-0.87" is two numbers.
 */
export function numbersIn(text: string): ProseNumber[] {
  const found: ProseNumber[] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_.,])(?<!\p{L}-)(?<!\p{L}‑)([-−–]?)(\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d+)(\.\d+)?(?![\p{L}\p{N}_])(?!\.\d)/gu)) {
    const before = text[match.index - 1]
    const [whole, sign = '', integer = '', fraction = ''] = match
    const negative = sign === '−' || (sign === '-' && (before === undefined || /[\s([]/.test(before)))
    const value = Number(integer.replace(/[,\u202f\u00a0]/g, '') + fraction)
    found.push({ value: negative ? -value : value, decimals: Math.max(0, fraction.length - 1), start: match.index, end: match.index + whole.length })
  }
  return found
}

/** The same, as bare values. */
export function valuesIn(text: string): number[] {
  return numbersIn(text).map(({ value }) => value)
}

/** Whether a written number is `value` rounded to the decimals it shows; the sign may be told in words ("fewer"). */
export function isRoundingOf(written: ProseNumber, value: number): boolean {
  const half = 0.5 * 10 ** -written.decimals
  return Math.abs(Math.abs(written.value) - Math.abs(value)) <= half * (1 + 1e-9)
}
