/** Text for markup: the five marks escaped, and nothing that XML does not allow. */
export function escapeXml(text: string): string {
  return text.toWellFormed()
    // oxlint-disable-next-line no-control-regex -- characters that XML 1.0 forbids
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** A label that fits a column: cut with an ellipsis; the whole of it stands in the description. */
export function shorten(text: string, characters: number): string {
  const letters = Array.from(text)
  return letters.length <= characters ? text : `${letters.slice(0, characters - 1).join('').trimEnd()}…`
}

/** A coordinate with at most two decimals. */
export function px(value: number): string {
  return String(Number(value.toFixed(2)))
}
