import { htmlText, type HtmlElement } from './html-tree.ts'
import { tidy } from '../pubmed/index.ts'

/** A piece of a page in reading order. */
export type HtmlBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly string[] }

const HOLDERS = new Set([
  'html', 'body', 'main', 'article', 'section', 'div', 'header', 'ul', 'ol', 'dl', 'blockquote', 'details', 'figure', 'center', 'address', 'fieldset', 'hgroup', '#document',
])
const LEAVES = new Set(['p', 'li', 'dt', 'dd', 'pre', 'figcaption', 'summary', 'caption'])
const INNER_BLOCKS = new Set(['ul', 'ol', 'dl', 'table', 'p', 'div', 'blockquote', 'pre', 'figure', 'section'])

/** Headings, paragraphs (a list item is one) and tables; running text directly in a container is a paragraph. */
export function readHtmlBlocks(root: HtmlElement): HtmlBlock[] {
  const blocks: HtmlBlock[] = []
  collect(root, blocks)
  return blocks
}

function collect(element: HtmlElement, blocks: HtmlBlock[]): void {
  let run = ''
  const flush = (): void => {
    const text = tidy(run)
    if (text !== '') blocks.push({ kind: 'paragraph', text })
    run = ''
  }
  for (const child of element.children) {
    if (typeof child === 'string') {
      run += child
      continue
    }
    const level = /^h([1-6])$/.exec(child.name)?.[1]
    if (level !== undefined) {
      flush()
      blocks.push({ kind: 'heading', level: Number(level), text: tidy(htmlText(child)) })
    } else if (child.name === 'table') {
      flush()
      blocks.push(readHtmlTable(child))
    } else if (HOLDERS.has(child.name) || LEAVES.has(child.name)) {
      flush()
      collect(child, blocks)
    } else if (child.name === 'head') continue
    else if (holdsBlocks(child)) {
      flush()
      collect(child, blocks)
    } else run += htmlText(child)
  }
  flush()
}

function holdsBlocks(element: HtmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && (INNER_BLOCKS.has(child.name) || /^h[1-6]$/.test(child.name) || holdsBlocks(child)))
}

function readHtmlTable(table: HtmlElement): HtmlBlock {
  const rows: string[] = []
  let caption = ''
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'caption') caption = tidy(htmlText(child))
      else if (child.name === 'tr') rows.push(rowLine(child))
      else visit(child)
    }
  }
  visit(table)
  return { kind: 'table', caption, rows: rows.filter((row) => row !== '') }
}

function rowLine(row: HtmlElement): string {
  const cells = row.children.filter((child): child is HtmlElement => typeof child !== 'string' && (child.name === 'td' || child.name === 'th'))
  return cells.map((cell) => tidy(htmlText(cell)).replaceAll('|', '¦')).join(' | ').replace(/(?: \|)* *$/, '')
}
