/**
 * A page range with both ends in full, as AMA asks: `1146-56` is `1146-1156`. Ranges that are not plain numbers
 * (`S12-8`, `e1005-e1012`) and single pages are left as they are held.
 */
export function pagesInFull(pages: string): string {
  const range = /^(\d+)\s*[-–—]\s*(\d+)$/u.exec(pages.trim())
  const [, first = '', last = ''] = range ?? []
  if (range === null) return pages.trim().replaceAll(/[–—]/gu, '-')
  return `${first}-${last.length < first.length ? first.slice(0, first.length - last.length) + last : last}`
}
