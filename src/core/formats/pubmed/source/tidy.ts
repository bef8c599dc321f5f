/**
 * Characters without a shape of their own: zero-width space, soft hyphen, byte order mark, word joiner, writing
 * direction marks, and the "tag" characters in which text can be hidden from a reader. Joiners (U+200C, U+200D) stay:
 * some scripts need them.
 */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu
/** Control characters count as white space; every run of it becomes one space. */
const SPACE = /[\s\p{Cc}]+/gu

/** One paragraph as we keep it: well-formed NFC text, single spaces, no invisible characters, no spaces at its ends. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').normalize('NFC').replace(SPACE, ' ').trim()
}
