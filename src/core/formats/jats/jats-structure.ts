import { childOf, childrenOf, descendantsOf, rawTextOf, tidy, type XmlElement } from '../pubmed/index.ts'
import { readFront, type JatsFront } from './jats-front.ts'

/** What an article consists of, counted: for evaluation and for a reader who wants to know what was read. */
export type JatsStructure = {
  readonly front: JatsFront
  readonly articleType: string
  /** All text of the abstract proper, section titles included. */
  readonly abstract: string
  readonly abstractSectionTitles: readonly string[]
  /** Titles of the body's top level. */
  readonly bodySectionTitles: readonly string[]
  readonly counts: {
    readonly bodySectionsAllLevels: number
    readonly bodyParagraphs: number
    readonly tables: number
    readonly figures: number
    readonly references: number
    readonly keywords: number
  }
  /** PMIDs of the works cited, each once, sorted as strings. */
  readonly referencePmids: readonly string[]
}

/** Counts as the XML has them: a table inside a box is a table, a figure group is its figures. */
export function readStructure(article: XmlElement): JatsStructure {
  const front = readFront(article)
  const body = childOf(article, 'body')
  const abstract = abstractProper(article)
  const references = descendantsOf(article, 'ref')
  return {
    front,
    articleType: article.attributes['article-type'] ?? '',
    abstract: abstract === undefined ? '' : spacedText(abstract),
    abstractSectionTitles: childrenOf(abstract, 'sec').map((section) => titleOf(section)),
    bodySectionTitles: childrenOf(body, 'sec').map((section) => titleOf(section)),
    counts: {
      bodySectionsAllLevels: descendantsOf(body, 'sec').length,
      bodyParagraphs: descendantsOf(body, 'p').length,
      tables: descendantsOf(article, 'table-wrap').length,
      figures: descendantsOf(article, 'fig').length,
      references: references.length,
      keywords: front.keywords.length,
    },
    referencePmids: [...new Set(references.flatMap((reference) => descendantsOf(reference, 'pub-id').filter((id) => id.attributes['pub-id-type'] === 'pmid').map((id) => tidy(rawTextOf(id)))))].toSorted(),
  }
}

/**
 * The first abstract that is not of a special type (teaser, graphical, plain-language …). Where an article has only
 * typed ones, publishers have put the abstract proper under a type ("executive-summary"): then the first stands.
 */
export function abstractProper(article: XmlElement): XmlElement | undefined {
  const abstracts = childrenOf(childOf(article, 'front', 'article-meta'), 'abstract')
  return abstracts.find((abstract) => abstract.attributes['abstract-type'] === undefined) ?? abstracts[0]
}

function titleOf(section: XmlElement): string {
  return tidy(rawTextOf(childOf(section, 'title')))
}

/** Text with a space between blocks, which in the XML often touch. */
function spacedText(element: XmlElement): string {
  return tidy(childrenOf(element).map((child) => (['sec', 'list', 'list-item'].includes(child.name) ? spacedText(child) : rawTextOf(child))).join(' '))
}
