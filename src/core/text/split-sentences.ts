/** A part of a text by its UTF-16 offsets. */
export type TextRange = { readonly start: number; readonly end: number }

/** Words before whose full stop a sentence rarely ends. */
const ABBREVIATION = /(?:^|[\s(])(?:vs|e\.g|i\.e|al|cf|Fig|Figs|Tab|No|Nos|Dr|Prof|St|approx|ca|resp|Ref|Refs|Eq|Vol|wk|mo|yr|n\.s|pp?|[A-Z])\.$/

/** Sentences of `text` from `start` to `end`, without the white space around them. A line break always ends one. */
export function splitSentences(text: string, { start, end }: TextRange = { start: 0, end: text.length }): TextRange[] {
  const found: TextRange[] = []
  let from = start
  const close = (to: number): void => {
    const range = trimmed(text, from, to)
    if (range.end > range.start) found.push(range)
    from = to
  }
  for (const match of text.slice(start, end).matchAll(/\n|[.!?]["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\p{N}])/gu)) {
    const at = start + match.index
    if (match[0] !== '\n' && ABBREVIATION.test(text.slice(Math.max(start, at - 10), at + 1))) continue
    close(at + match[0].length)
  }
  close(end)
  return found
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return { start: from, end: to }
}
