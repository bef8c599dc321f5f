/** Words before whose full stop a sentence rarely ends. */
const ABBREVIATION = /(?:^|[\s(])(?:vs|e\.g|i\.e|al|cf|Fig|Figs|Tab|No|Nos|Dr|Prof|St|approx|ca|resp|Ref|Refs|Eq|Vol|pp?|[A-Z])\.$/

/**
 * Offsets right after each sentence of a paragraph, white space that follows included. Only used to choose where a
 * long paragraph is cut, so a rare mistake costs nothing but an odd border.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(/[.!?]["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\p{N}])/gu)) {
    if (ABBREVIATION.test(text.slice(Math.max(0, match.index - 10), match.index + 1))) continue
    ends.push(match.index + match[0].length)
  }
  return [...ends, text.length]
}
