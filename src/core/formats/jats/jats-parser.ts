import { parseWhole, XmlPushParser, XmlTrees, type ParsedItem, type XmlElement } from '../pubmed/index.ts'
import { readStructure, type JatsStructure } from './jats-structure.ts'
import { sourceOfJats } from './source-of-jats.ts'

/** Reads a JATS article, or a set of them one after the other; memory follows the largest article. */
export class JatsParser extends XmlPushParser {
  constructor() {
    super(['article'], (tree) => [sourceOfJats(tree)], 'no <article> in this XML. Expected a JATS (PubMed Central) article.')
  }
}

/** Reads one JATS file that is already in memory. */
export function parseJats(text: string): ParsedItem[] {
  return parseWhole(new JatsParser(), text)
}

/** The structure of each article in a file, without building its text. Throws a Fault when the XML is refused. */
export function readJatsStructure(text: string): JatsStructure[] {
  const found: JatsStructure[] = []
  const trees = new XmlTrees(['article'], (tree: XmlElement) => { found.push(readStructure(tree)) })
  trees.write(text)
  trees.end()
  return found
}
