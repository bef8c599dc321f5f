import { childrenOf, inlineText, type XmlElement, type XmlNode } from '../pubmed/index.ts'

/** Blocks that stand inside a paragraph in the XML but are parts of their own for a reader. */
const FLOATS = ['table-wrap', 'table-wrap-group', 'fig', 'fig-group', 'boxed-text', 'supplementary-material', 'media', 'graphic']
/** Elements without words of the article: positions, links to files, index terms, footnote bodies (read elsewhere). */
const SILENT = ['xref-marker', 'object-id', 'graphic', 'inline-graphic', 'media', 'supplementary-material', 'fn', 'index-term', 'target', 'permissions', 'tex-math', 'alt-text', 'long-desc']

/** The line of an inline element's content: no citation markers run into the words, one form of each formula. */
export function lineOf(nodes: readonly XmlNode[]): string {
  return inlineText(nodes, replaceInline)
}

/**
 * What an inline element reads as, where that is not simply its text.
 *
 * A superscript that holds only citation numbers is dropped: "5.3<sup>12</sup>" would read as 5.312. Numbers in
 * brackets ("[12]") stay, as they cannot be mistaken. A formula given in several forms is read once.
 */
function replaceInline(element: XmlElement): string | null {
  if (SILENT.includes(element.name)) return ''
  switch (element.name) {
    case 'sup': return isCitationMarker(element) ? '' : null
    case 'break': return ' '
    case 'alternatives': {
      const forms = childrenOf(element)
      const best = forms.find((form) => form.name.endsWith('math') && form.name !== 'tex-math') ?? forms.find((form) => form.name === 'textual-form') ?? forms.find((form) => !SILENT.includes(form.name))
      return best === undefined ? '' : lineOf([best])
    }
    case 'disp-formula': return ` ${lineOf(element.children)} `
    case 'p': case 'list-item': case 'title': case 'def-item': case 'disp-quote': return ` ${lineOf(element.children)} `
    default: return null
  }
}

function isCitationMarker(superscript: XmlElement): boolean {
  const references = childrenOf(superscript, 'xref')
  if (references.length === 0 || !references.every((reference) => ['bibr', 'ref'].includes(reference.attributes['ref-type'] ?? ''))) return false
  return superscript.children.every((node) => typeof node !== 'string' || /^[\s,;–—\-−[\]()]*$/.test(node))
}

/** Paragraphs of a block, and the floats met on the way, to be placed after them. */
export type BlockContent = { readonly paragraphs: string[]; readonly floats: XmlElement[] }

/** Reads block elements (`p`, lists, quotes, formulas …) into lines; a list item is a line of its own. */
export function readBlocks(blocks: readonly XmlElement[]): BlockContent {
  const content: BlockContent = { paragraphs: [], floats: [] }
  for (const block of blocks) readBlock(block, content)
  return content
}

function readBlock(block: XmlElement, content: BlockContent): void {
  if (FLOATS.includes(block.name)) {
    content.floats.push(block)
    return
  }
  switch (block.name) {
    case 'title': case 'label': case 'sec-meta': case 'sec': case 'ref-list': case 'permissions': return
    case 'list':
      for (const item of childrenOf(block, 'list-item')) readMixed(item, content, textOfLabel(item))
      return
    case 'def-list':
      for (const item of childrenOf(block, 'def-item')) {
        const term = lineOf(childrenOf(item, 'term').flatMap((part) => part.children)).trim()
        const meaning = childrenOf(item, 'def').map((part) => lineOf(part.children).trim()).join(' ')
        content.paragraphs.push(`${term}: ${meaning}`)
      }
      return
    case 'disp-quote': case 'statement': case 'verse-group': case 'speech': case 'fn-group': case 'fn': case 'def': case 'list-item':
      for (const child of childrenOf(block)) readBlock(child, content)
      return
    default:
      readMixed(block, content, '')
  }
}

/** Mixed content: inline text runs together, each block inside it starts a line. */
function readMixed(element: XmlElement, content: BlockContent, label: string): void {
  let run: XmlNode[] = label === '' ? [] : [`${label} `]
  const flush = (): void => {
    const line = lineOf(run).trim()
    if (line !== '' && line !== label) content.paragraphs.push(line)
    run = []
  }
  for (const node of element.children) {
    if (typeof node === 'string') run.push(node)
    else if (node.name === 'label') continue
    else if (FLOATS.includes(node.name)) content.floats.push(node)
    else if (['list', 'def-list', 'disp-quote', 'boxed-text', 'statement', 'verse-group'].includes(node.name)) {
      flush()
      readBlock(node, content)
    } else if (node.name === 'p' && element.name !== 'p') {
      // A list item or definition holds paragraphs: its first joins the label, each other is a line.
      if (run.some((part) => typeof part !== 'string' || part.trim() !== label)) flush()
      run.push(...node.children.filter((child) => !isFloat(child)))
      content.floats.push(...node.children.filter((child) => isFloat(child)))
      flush()
    } else run.push(node)
  }
  flush()
}

function isFloat(node: XmlNode): node is XmlElement {
  return typeof node !== 'string' && FLOATS.includes(node.name)
}

function textOfLabel(item: XmlElement): string {
  const label = childrenOf(item, 'label')[0]
  return label === undefined ? '' : lineOf(label.children).trim()
}
