import type { XmlElement, XmlNode } from './xml-tree.ts'
import { rawTextOf } from './xml-query.ts'

/**
 * The text of mixed content as a reader sees it, with powers kept apart from what they stand on.
 *
 * "4 × 10<sup>6</sup>" becomes "4 × 10^6": run together it would read as the number 106. A superscript after a letter
 * ("kg/m<sup>2</sup>") and ordinals ("1<sup>st</sup>") stay as they are. `replace` may give the text of an element
 * itself (null: read it as usual).
 */
export function inlineText(nodes: readonly XmlNode[], replace: (element: XmlElement) => string | null = () => null): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node === 'string') {
      text += node
      continue
    }
    const replaced = replace(node)
    if (replaced !== null) text += replaced
    else if (node.name === 'mml:math' || node.name === 'math') text += mathText(node)
    else if (node.name === 'sup') text += raised(text, inlineText(node.children, replace))
    else text += inlineText(node.children, replace)
  }
  return text
}

function raised(before: string, power: string): string {
  if (power.trim() === '') return power
  const marks = /\d$/.test(before) && !/^(?:st|nd|rd|th)$/i.test(power.trim())
  return marks ? `^${power.trim()}` : power
}

/** Presentation MathML on one line: powers with "^", fractions with "/". */
function mathText(node: XmlNode): string {
  if (typeof node === 'string') return node.trim()
  const name = node.name.replace(/^.*:/, '')
  if (name === 'annotation' || name === 'annotation-xml') return ''
  const parts = node.children.filter((child) => typeof child !== 'string' || child.trim() !== '').map((child) => mathText(child))
  const [first = '', second = ''] = parts
  switch (name) {
    case 'msup': return `${first}^${second}`
    case 'mfrac': return `${bracketed(first)}/${bracketed(second)}`
    case 'msqrt': return `√(${parts.join('')})`
    case 'mtext': return rawTextOf(node)
    case 'mspace': return ' '
    default: return parts.join('')
  }
}

function bracketed(term: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(term) ? term : `(${term})`
}
