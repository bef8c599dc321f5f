import type { XmlElement, XmlNode } from './xml-tree.ts'

/** Whether a node is an element and not text. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** Child elements, all or those of the given names. */
export function childrenOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  if (element === undefined) return []
  return element.children.filter((node): node is XmlElement => isElement(node) && (names.length === 0 || names.includes(node.name)))
}

/** The first element at the end of a path of child names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element
  for (const name of path) at = at?.children.find((node): node is XmlElement => isElement(node) && node.name === name)
  return at
}

/** Every descendant of the given names in document order, the element itself left out. */
export function descendantsOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (parent: XmlElement): void => {
    for (const node of parent.children) {
      if (!isElement(node)) continue
      if (names.includes(node.name)) found.push(node)
      visit(node)
    }
  }
  if (element !== undefined) visit(element)
  return found
}

/** All text inside, as written: no spaces added or removed. */
export function rawTextOf(node: XmlNode | undefined): string {
  if (node === undefined) return ''
  if (typeof node === 'string') return node
  let text = ''
  for (const child of node.children) text += rawTextOf(child)
  return text
}
