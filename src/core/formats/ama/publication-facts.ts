import type { Source } from '../../model/index.ts'
import { pagesInFull } from './pages-in-full.ts'

/** `Journal. Year;Volume(Issue):Pages.` with the parts that are held and no other. */
export function journalFacts(source: Pick<Source, 'journal' | 'year' | 'volume' | 'issue' | 'pages'>): string {
  const year = source.year === null ? '' : String(source.year)
  const volume = `${source.volume ?? ''}${source.issue === null ? '' : `(${source.issue})`}`
  const pages = source.pages === null ? '' : `:${pagesInFull(source.pages)}`
  const place = `${year}${volume === '' ? '' : `;${volume}`}${pages}`.replace(/^[;:]/u, '')
  return [sentence(source.journal ?? ''), sentence(place)].filter((part) => part !== '').join(' ')
}

/** `text.`, unless it ends a sentence already; nothing for nothing. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.?!][\])”"]?$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
