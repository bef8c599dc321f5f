import { tidy } from './source/index.ts'

/** Initials of given names as MEDLINE writes them: "Paul M" → "PM", "Xiang-fu" → "XF". */
export function initialsOf(given: string): string {
  const parts = tidy(given).split(/[\s.\-‐‑–]+/u).filter((part) => part !== '')
  if (parts.length === 1 && /^\p{Lu}{2,4}$/u.test(parts[0] ?? '')) return parts[0] ?? ''
  return parts.map((part) => (/^\p{Lu}{2,3}$/u.test(part) ? part : firstLetter(part))).join('')
}

/** A letter outside the basic plane is two units; it stays whole. */
function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0x20).trim().toUpperCase()
}

/** "Surname AB", with a suffix last ("Smith AB Jr"). */
export function authorName(name: { readonly surname: string; readonly given: string; readonly suffix?: string; readonly initials?: string }): string {
  const initials = tidy(name.initials ?? '') || initialsOf(name.given)
  return [tidy(name.surname), initials, tidy(name.suffix ?? '')].filter((part) => part !== '').join(' ')
}
