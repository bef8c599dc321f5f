import { collectPage, REFERENCE_HEADING } from './collect-page.ts'
import { VisibleText, type Page, type PageBlock } from './page.ts'

/** A page of plain text: empty lines part paragraphs, a short first line without a full stop is the title. */
export function readPlainPage(text: string): Page {
  const blocks: PageBlock[] = []
  const visible = new VisibleText()
  let title: string | null = null
  let heading = ''
  const flush = (): void => {
    const { text: words, offsets } = visible.take()
    if (words === '') return
    const short = words.length <= 120 && !/[.!?:;,]$/.test(words.replace(/\?$/, '')) && !/^\[?\d/.test(words)
    const kind = short && (blocks.length === 0 || words.split(' ').length <= 8) ? 'heading' : 'paragraph'
    if (kind === 'heading') heading = words
    if (kind === 'heading' && blocks.length === 0) title = words
    blocks.push({ kind, text: words, offsets, heading, level: kind === 'heading' ? 1 : 0 })
  }
  let at = 0
  for (const line of text.split('\n')) {
    const item = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/.exec(line)
    if (/^\s*(?:-{3,}|={3,}|_{3,}|\*{3,})\s*$/.test(line)) {
      flush()
      at += line.length + 1
      continue
    }
    const alone = line.trim().length < 40 && REFERENCE_HEADING.test(line.trim())
    if (alone || line.trim() === '' || item !== null || /^\s*\[\d{1,3}\]/.test(line)) flush()
    const skip = item !== null && !/\d/.test(item[0]) ? item[0].length : 0
    for (let index = skip; index < line.length; index += 1) visible.add(line.charAt(index), at + index)
    visible.add(' ', at + line.length)
    at += line.length + 1
    if (alone) flush()
    if (line.length <= 120 && blocks.length === 0 && !/[.,;]\s*$/.test(line)) flush()
  }
  flush()
  return collectPage(blocks, title)
}
