import type { Page, PageBlock, PageReference } from './page.ts'

/** A line that opens a list of references. */
export const REFERENCE_HEADING = /^(?:\d+\.?\s*)?(?:references?|sources?|bibliography|citations?|literature(?: cited)?|works cited|further reading|notes and references|evidence sources)\s*:?$/i

/** Parts a page from its blocks: the title, the running text, and the entries under a heading that names references. */
export function collectPage(blocks: readonly PageBlock[], titled: string | null): Page {
  const running: PageBlock[] = []
  const references: PageReference[] = []
  /** Level of the heading that opened the references; null outside them. */
  let referenceLevel: number | null = null
  let title = titled
  for (const block of blocks) {
    if (block.text === '') continue
    const opens = block.kind !== 'row' && block.text.length < 40 && REFERENCE_HEADING.test(block.text)
    if (opens) referenceLevel = block.level
    else if (block.kind === 'heading') {
      if (referenceLevel !== null && block.level > referenceLevel && referenceLevel > 0) continue
      referenceLevel = null
      title ??= block.text
      running.push(block)
    } else if (referenceLevel !== null) {
      if (references.length === 0 || !/^[“"]/.test(block.text)) references.push(...readReferences(block.text, references.length))
    }
    else if (isReferenceLine(block.text)) references.push(...readReferences(block.text, references.length))
    else running.push(block)
  }
  return { title, blocks: running, references }
}

/** "[3] Smith J. …" alone on a line, wherever it stands. */
function isReferenceLine(text: string): boolean {
  return /^\[\d{1,3}\]:?\s+\p{Lu}/u.test(text) && /\b(?:19|20)\d\d\b/.test(text)
}

function readReferences(text: string, before: number): PageReference[] {
  const marked = [...text.matchAll(/(?:^|\s)\[?(\d{1,3})[\].:)]\s+(?=\S)/g)].filter((match, index) => index === 0 ? match.index === 0 : Number(match[1]) === Number(text.slice(0, match.index).match(/(?:^|\s)\[?(\d{1,3})[\].:)]\s+(?=\S)/g)?.at(-1)?.replace(/\D/g, '')) + 1)
  if (marked.length === 0) return [{ label: String(before + 1), text }]
  return marked.map((match, index) => ({ label: match[1] ?? '', text: text.slice(match.index + match[0].length, marked[index + 1]?.index ?? text.length).trim() }))
}
