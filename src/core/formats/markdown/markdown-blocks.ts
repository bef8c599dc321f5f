/** A piece of a Markdown document in reading order. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly string[] }

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/
const TABLE_RULE = /^[\s:|-]+$/
/** A longer line is taken as plain text: its marks are not looked for, so that odd input costs no time. */
const MAX_MARKED_LINE = 20_000

/** Headings, paragraphs (a list item is one), and pipe tables as rows of text, with their marks removed. */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let paragraph: string[] = []
  let table: string[] = []
  let fence = ''
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: plain(paragraph.join(' ')) })
    if (table.length > 0) blocks.push({ kind: 'table', rows: table })
    paragraph = []
    table = []
  }
  for (const raw of text.split(/\r\n|\r|\n/)) {
    if (raw.length > MAX_MARKED_LINE) {
      flush()
      blocks.push({ kind: 'paragraph', text: raw })
      continue
    }
    const line = raw.replace(/^ {0,3}(?:> ?)+/, '')
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) {
      flush()
      fence = fence === '' ? mark.slice(0, 3) : mark.startsWith(fence) ? '' : fence
      continue
    }
    if (fence !== '') {
      blocks.push({ kind: 'paragraph', text: line })
      continue
    }
    const [, hashes, heading] = HEADING.exec(line) ?? []
    const item = LIST_ITEM.exec(line)?.[1]
    if (hashes !== undefined && heading !== undefined) {
      flush()
      blocks.push({ kind: 'heading', level: hashes.length, text: plain(heading) })
    } else if (/^ {0,3}=+\s*$/.test(line) && paragraph.length > 0) {
      blocks.push({ kind: 'heading', level: 1, text: plain(paragraph.join(' ')) })
      paragraph = []
    } else if (line.trim() === '' || /^ {0,3}(?:[-*_][ \t]*){3,}$/.test(line)) flush()
    else if (/^\s*\|.*\|\s*$/.test(line)) {
      if (paragraph.length > 0) flush()
      if (!TABLE_RULE.test(line)) table.push(row(line))
    } else if (item !== undefined) {
      flush()
      paragraph.push(item)
    } else {
      if (table.length > 0) flush()
      paragraph.push(line)
    }
  }
  flush()
  return blocks
}

function row(line: string): string {
  return line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => plain(cell.trim())).join(' | ').replace(/(?: \|)* *$/, '')
}

/** Text without link addresses, emphasis marks, comments and raw tags. */
function plain(text: string): string {
  if (text.length > MAX_MARKED_LINE) return text
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^>]{0,200}>/g, ' ')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
}
