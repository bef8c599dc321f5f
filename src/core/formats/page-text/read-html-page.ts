import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { Fault } from '../../model/index.ts'
import { DROPPED_ELEMENTS, isHiddenElement, MAX_HTML_CHARACTERS, MAX_HTML_DEPTH } from '../html/index.ts'
import { collectPage } from './collect-page.ts'
import { PageBlocks, type Page, type VisibleText } from './page.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

const BLOCKS = new Set(['p', 'li', 'dt', 'dd', 'div', 'section', 'article', 'main', 'ul', 'ol', 'dl', 'thead', 'tbody', 'blockquote', 'pre', 'figure', 'figcaption', 'body', 'html', 'header', 'caption', 'br', 'hr', 'summary', 'details'])

/** The words of a web page that a reader sees, each with its place in the file; nothing in it runs or is followed. */
export function readHtmlPage(html: string): Page {
  if (html.length > MAX_HTML_CHARACTERS) throw new Fault('bad-input', `the page is longer than ${MAX_HTML_CHARACTERS} characters`, 'Save the part that matters.')
  const blocks = new PageBlocks()
  const { visible } = blocks
  const flush = (kind?: 'heading', level?: number): void => { blocks.flush(kind, level) }
  let pageTitle: string | null = null
  let columns: readonly string[] | null = null
  const walk = (nodes: readonly Node[], depth: number): void => {
    if (depth > MAX_HTML_DEPTH) throw new Fault('bad-input', `elements are nested deeper than ${MAX_HTML_DEPTH}`, 'Save the text of the page alone.')
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) addText(visible, html, node)
      if (!('tagName' in node)) continue
      const name = node.tagName
      if (name === 'head') {
        const named = node.childNodes.find((child) => 'tagName' in child && child.tagName === 'title')
        const first = named !== undefined && 'childNodes' in named ? named.childNodes[0] : undefined
        if (first !== undefined && 'value' in first) pageTitle = first.value.trim()
        continue
      }
      if (DROPPED_ELEMENTS.has(name) || isHiddenElement(Object.fromEntries(node.attrs.map(({ name: key, value }) => [key, value])))) continue
      if (/^h[1-6]$/.test(name)) {
        flush()
        walk(node.childNodes, depth + 1)
        flush('heading', Number(name.charAt(1)))
      } else if (name === 'table') {
        flush()
        columns = null
        walk(node.childNodes, depth + 1)
        columns = null
      } else if (name === 'tr') {
        flush()
        const cells: string[] = []
        for (const cell of node.childNodes.filter((child) => 'tagName' in child && (child.tagName === 'td' || child.tagName === 'th'))) {
          if (cells.length > 0) for (const character of ' | ') visible.add(character, ('sourceCodeLocation' in cell ? cell.sourceCodeLocation?.startOffset : undefined) ?? 0)
          if ('childNodes' in cell) walk(cell.childNodes, depth + 2)
          cells.push(textOf(cell).replace(/\s+/g, ' ').trim())
        }
        if (columns === null) {
          columns = cells
          visible.take()
        } else blocks.flushRow(columns)
      } else if (BLOCKS.has(name)) {
        flush()
        // The number that a browser sets before an item of a numbered list is how the text cites it.
        walk(node.childNodes, depth + 1)
        flush()
      } else if (name === 'sup' && /^\s*\[?\d[\d,\s–-]*\]?\s*$/.test(textOf(node))) {
        const at = node.sourceCodeLocation?.startOffset ?? 0
        if (!/^\s*\[/.test(textOf(node))) visible.add('[', at)
        walk(node.childNodes, depth + 1)
        if (!/\]\s*$/.test(textOf(node))) visible.add(']', (node.sourceCodeLocation?.endOffset ?? at + 1) - 1)
      } else walk(node.childNodes, depth + 1)
    }
  }
  walk(parse(html, { sourceCodeLocationInfo: true }).childNodes, 0)
  flush()
  return collectPage(blocks.found, blocks.title ?? pageTitle)
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child)).join('') : ''
}

/** Adds a text node's characters; an entity of the file stands at one place. */
function addText(visible: VisibleText, html: string, node: DefaultTreeAdapterTypes.TextNode): void {
  const start = node.sourceCodeLocation?.startOffset ?? 0
  const raw = html.slice(start, node.sourceCodeLocation?.endOffset ?? start)
  const linear = raw === node.value
  let at = 0
  for (let index = 0; index < node.value.length; index += 1) {
    visible.add(node.value.charAt(index), start + (linear ? index : at))
    if (linear) continue
    const entity = raw.charAt(at) === '&' && node.value.charAt(index) !== '&' ? /^&#?\w{1,31};?/.exec(raw.slice(at, at + 34))?.[0] : /^&(?:amp|#38|#x26);?/i.exec(raw.slice(at, at + 8))?.[0]
    if (entity !== undefined && /[\uD800-\uDBFF]/.test(node.value.charAt(index))) {
      index += 1
      visible.add(node.value.charAt(index), start + at)
    }
    at += entity?.length ?? (raw.startsWith('\r\n', at) && node.value.charAt(index) === '\n' ? 2 : 1)
  }
}
