/** A number as reports print it: a sign in any dash, a decimal point in the middle or raised, thousands apart. */
export const NUMBER = String.raw`[-−–‐‑]?\s?[£$€]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*[.·]\d+|\d+)`

/** The value of what NUMBER matches. */
export function valueOf(written: string): number {
  return Number(written.replace(/[\s£$€]/gu, '').replace(/^[−–‐‑]/u, '-').replace(/·/u, '.').replace(/,(?=\d{3})/gu, ''))
}

/** Half a unit of the last digit printed: how far rounding can have moved the number. */
export function roundingOf(written: string): number {
  const decimals = /[.·](\d+)/u.exec(written)?.[1]?.length ?? 0
  return 0.5 * 10 ** -decimals
}

/** A cell of a table that holds one number, with marks of significance. */
export const NUMBER_CELL = new RegExp(String.raw`^(?<number>${NUMBER})\s?%?\*{0,3}$`, 'u')
