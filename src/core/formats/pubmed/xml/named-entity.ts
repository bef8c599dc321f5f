import { parseFragment } from 'parse5'

const known = new Map<string, string>()

/**
 * The characters that an HTML entity name stands for (`nbsp`, `alpha`), or null when HTML has no such name.
 *
 * JATS and PubMed documents use names that their DTD declares; we never fetch a DTD, and HTML's table holds the same
 * ISO entity sets.
 */
export function decodeNamedEntity(name: string): string | null {
  const held = known.get(name)
  if (held !== undefined) return held
  if (!/^[A-Za-z][A-Za-z0-9]{0,31}$/.test(name)) return null
  const [node] = parseFragment(`&${name};`).childNodes
  const value = node !== undefined && 'value' in node ? node.value : ''
  // HTML knows some names without their semicolon ("&notit;" is "¬it;"): only a whole match counts.
  if (value === '' || value.endsWith(';')) return null
  known.set(name, value)
  return value
}
