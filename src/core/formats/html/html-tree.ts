import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { Fault } from '../../model/index.ts'

/** The largest page read, in UTF-16 units; its tree takes some twenty times that. */
export const MAX_HTML_CHARACTERS = 16_000_000
/** The deepest nesting read: real pages stay below a hundred. */
export const MAX_HTML_DEPTH = 256

export type HtmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly (HtmlElement | string)[] }

/** Elements that are never text of the page: code, forms, navigation, pictures. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set([
  'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'canvas', 'audio', 'video', 'form', 'button', 'select',
  'input', 'textarea', 'nav', 'aside', 'footer', 'dialog', 'menu', 'map', 'link', 'frameset',
])
const DROPPED_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog', 'alert', 'menu', 'menubar', 'toolbar'])

/** The page as a plain tree, without anything that runs, navigates, or is hidden from a reader. */
export function readHtmlTree(html: string): HtmlElement {
  if (html.length > MAX_HTML_CHARACTERS) throw new Fault('bad-input', `the page is longer than ${MAX_HTML_CHARACTERS} characters`, 'Save the part that matters.')
  const document = parse(html)
  return { name: '#document', attributes: {}, children: convert(document.childNodes, 0) }
}

function convert(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): (HtmlElement | string)[] {
  if (depth > MAX_HTML_DEPTH) throw new Fault('bad-input', `elements are nested deeper than ${MAX_HTML_DEPTH}`, 'Save the text of the page alone.')
  return nodes.flatMap((node): (HtmlElement | string)[] => {
    if (node.nodeName === '#text' && 'value' in node) return [node.value]
    if (!('tagName' in node)) return []
    const attributes: Record<string, string> = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    if (DROPPED_ELEMENTS.has(node.tagName) || isHiddenElement(attributes)) return []
    return [{ name: node.tagName, attributes, children: convert(node.childNodes, depth + 1) }]
  })
}

/** Whether an element is kept from a reader: by attribute, role or style. */
export function isHiddenElement(attributes: Readonly<Record<string, string>>): boolean {
  return attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true' || DROPPED_ROLES.has(attributes['role'] ?? '')
    || /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i.test(attributes['style'] ?? '')
}

/** Elements of the names given, in document order. */
export function findAll(element: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [...(names.includes(child.name) ? [child] : []), ...findAll(child, ...names)]))
}

/** All text inside; blocks and line breaks are apart. */
export function htmlText(node: HtmlElement | string): string {
  if (typeof node === 'string') return node
  if (node.name === 'br') return ' '
  const inner = node.children.map((child) => htmlText(child)).join('')
  return ['p', 'li', 'div', 'td', 'th', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(node.name) ? ` ${inner} ` : inner
}
