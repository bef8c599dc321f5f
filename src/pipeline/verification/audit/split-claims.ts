import { placeInFile, type Page, type PageBlock } from '../../../core/formats/page-text/index.ts'
import { splitSentences } from '../../../core/text/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { classifySentence } from './classify-sentence.ts'
import type { PageClaim } from './types.ts'

/** Marks of citations: "[1]", "[2, 3]", "[4–6]", "(7)" after a full stop. */
const MARKS = /\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]/g
/** Parts of a page that tell how it was made, not what is so. */
const MAKING = /^(?:how (?:it|this|we) (?:was|made|worked).*|found and not used|about (?:this|the) (?:page|article|author|site).*|disclaimer|editorial policy|methods? of this page)$/i

/** A page with more sentences than this is audited up to here, and the audit says so: some 20,000 words. */
export const MAX_CLAIMS = 1000
/** A sentence longer than this is cut at a comma or space: nobody wrote it as one statement. */
const MAX_SENTENCE = 600

/** The sentences of a page, each with its kind, its citations and its place in the file. */
export function splitClaims(vocabulary: Vocabulary, page: Page): PageClaim[] {
  const claims: PageClaim[] = []
  for (const block of page.blocks) {
    if (block.kind === 'heading' || MAKING.test(block.heading)) continue
    if (block.kind === 'row') {
      if (claims.length >= MAX_CLAIMS) return claims
      const text = withoutMarks(block.text)
      if (/\d/.test(text) || text.split(' ').length > 6) claims.push({ text, said: rowSentence(block), ...placeInFile(block, 0, block.text.length), kind: classifySentence(vocabulary, text), marks: marksIn(block.text), heading: block.heading })
      continue
    }
    for (const { start, end } of sentencesOf(block)) {
      if (claims.length >= MAX_CLAIMS) return claims
      const raw = block.text.slice(start, end)
      const text = withoutMarks(raw)
      // The standing of a reference, printed after its number, is no sentence: "(7: preprint)".
      if (/^\(\d+: (?:[^()]|\([^()]*\))*\)\.?$/.test(text)) continue
      if (text.split(' ').length < 3 || !/\p{L}{2}/u.test(text) ) continue
      const trail = /(?:\s*\[\d[\d,\s–-]*\])+\s*$/.exec(raw)?.[0].length ?? 0
      claims.push({ text, said: text, ...placeInFile(block, start, end - (trail < raw.length ? trail : 0)), kind: classifySentence(vocabulary, text), marks: marksIn(raw), heading: block.heading })
    }
  }
  return claims
}

/** A citation after the full stop belongs to the sentence before it. */
function sentencesOf(block: PageBlock): { readonly start: number; readonly end: number }[] {
  const masked = block.text.replace(/([.!?][”"’)]?)(\s*(?:\[\d[\d,\s–-]*\])+)(\s|$)/g, (_whole, stop: string, marks: string, space: string) => `${' '.repeat(marks.length)}${stop}${space}`)
  return splitSentences(masked).flatMap((range) => cut(masked, range))
}

function cut(text: string, { start, end }: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number }[] {
  if (end - start <= MAX_SENTENCE) return [{ start, end }]
  const found: { start: number; end: number }[] = []
  for (let from = start; from < end;) {
    const most = Math.min(end, from + MAX_SENTENCE)
    const at = most === end ? end : Math.max(text.lastIndexOf('; ', most), text.lastIndexOf(', ', most), text.lastIndexOf(' ', most))
    const to = at > from ? at : most
    found.push({ start: from, end: to })
    from = to
  }
  return found
}

/** A row of a table as a sentence: each cell with the head of its column. */
function rowSentence({ text, columns = [] }: PageBlock): string {
  return withoutMarks(text).split(' | ').map((cell, index) => (columns[index] === undefined || columns[index] === '' ? cell : `${withoutMarks(columns[index])}: ${cell}`)).join('; ')
}

function withoutMarks(text: string): string {
  return text.replace(MARKS, '').replace(/\s+([.,;:!?])/g, '$1').replace(/\s+/g, ' ').replace(/^\s*\d{1,2}[.)]\s+/, '').trim()
}

/** "[1, 3–5]" cites 1, 3, 4 and 5. */
function marksIn(text: string): string[] {
  return [...text.matchAll(MARKS)].flatMap(([, list = '']) => list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map((number) => Number(number.trim()))
    return to > from && to - from < 50 ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : [String(from)]
  }))
}
