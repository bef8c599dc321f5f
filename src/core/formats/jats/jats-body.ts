import { childOf, childrenOf, descendantsOf, type SourceText, tidy, type XmlElement } from '../pubmed/index.ts'
import type { Section } from '../../model/index.ts'
import { abstractProper } from './jats-structure.ts'
import { captionOf, readTable } from './jats-table.ts'
import { lineOf, readBlocks } from './jats-text.ts'

/** Between the title of a section and that of the section it stands in. */
const LEVEL = ' › '
/** Abstracts that say something of their own; teasers, graphics and tables of contents repeat. */
const FURTHER_ABSTRACTS: Readonly<Record<string, string>> = {
  'author-highlights': 'Highlights',
  'executive-summary': 'Executive summary',
  'key-points': 'Key points',
  'plain-language-summary': 'Plain-language summary',
  summary: 'Summary',
  editor: 'Editor’s summary',
}
/** Back matter that no answer could rest on. */
const HOUSEKEEPING = /pre-?publication history|supplementa(?:ry|l)|supporting information|additional (?:file|material)|contribut|availability of|abbreviation|footnote|publisher/i

/** Writes an article's abstracts into its text, each a section. */
export function writeAbstracts(text: SourceText, article: XmlElement): void {
  const proper = abstractProper(article)
  for (const abstract of childrenOf(childOf(article, 'front', 'article-meta'), 'abstract')) {
    const type = abstract === proper ? undefined : abstract.attributes['abstract-type']
    const title = type === undefined ? 'Abstract' : FURTHER_ABSTRACTS[type]
    if (title === undefined) continue
    const own = readBlocks(childrenOf(abstract))
    text.section({ title, kind: 'abstract', heading: true }, own.paragraphs)
    for (const section of childrenOf(abstract, 'sec')) writeSection(text, section, 'abstract', type === undefined ? '' : title)
  }
}

/** Body sections in order, each with its tables and figure captions after its own paragraphs; then loose floats. */
export function writeBody(text: SourceText, article: XmlElement): void {
  const body = childOf(article, 'body')
  if (body !== undefined) writeContent(text, body, 'Text', 'body', '')
  writeFloats(text, childrenOf(childOf(article, 'floats-group')))
  writeFloats(text, childrenOf(childOf(article, 'floats-wrap')))
}

/** Acknowledgements, declarations and appendices; the list of references is never part of the text. */
export function writeBack(text: SourceText, article: XmlElement): void {
  for (const part of childrenOf(childOf(article, 'back'))) {
    if (part.name === 'ack') writeSection(text, part, 'other', '', 'Acknowledgements')
    else if (part.name === 'app-group') for (const appendix of childrenOf(part, 'app')) writeSection(text, appendix, 'other', '', 'Appendix')
    else if (part.name === 'app') writeSection(text, part, 'other', '', 'Appendix')
    else if (part.name === 'sec' || part.name === 'notes' || part.name === 'fn-group') writeSection(text, part, 'other', '', 'Notes')
  }
}

function writeSection(text: SourceText, section: XmlElement, kind: Section['kind'], above: string, fallback = ''): void {
  const label = tidy(lineOf(childOf(section, 'label')?.children ?? []))
  const own = tidy(lineOf(childOf(section, 'title')?.children ?? []))
  if (kind === 'other' && HOUSEKEEPING.test(own)) return
  const numbered = label !== '' && /^[\dIVX]+(?:\.\d+)*\.?$/.test(label) ? `${label} ${own}`.trim() : own
  const name = numbered === '' ? fallback : numbered
  const title = above === '' || name === '' ? name || above : `${above}${LEVEL}${name}`
  writeContent(text, section, title, kind, title, name)
}

/** The section's own blocks, their floats, then its sections. A section without words of its own is a heading. */
function writeContent(text: SourceText, parent: XmlElement, title: string, kind: Section['kind'], path: string, heading = ''): void {
  const { paragraphs, floats } = readBlocks(childrenOf(parent))
  const hasWords = paragraphs.some((paragraph) => tidy(paragraph) !== '')
  if (hasWords) text.section({ title, kind, heading: path !== '' }, paragraphs)
  else if (heading !== '' && childrenOf(parent, 'sec').length > 0) text.heading(heading)
  writeFloats(text, floats)
  for (const section of childrenOf(parent, 'sec')) writeSection(text, section, kind, path)
}

function writeFloats(text: SourceText, floats: readonly XmlElement[]): void {
  for (const float of floats) {
    switch (float.name) {
      case 'table-wrap': writeTable(text, float); break
      case 'fig': writeFigure(text, float); break
      case 'table-wrap-group': case 'fig-group': writeFloats(text, childrenOf(float)); break
      case 'boxed-text': writeBox(text, float); break
      default: break
    }
  }
}

function writeTable(text: SourceText, wrap: XmlElement): void {
  const { title, lines } = readTable(wrap)
  text.section({ title, kind: 'table' }, lines)
}

function writeFigure(text: SourceText, figure: XmlElement): void {
  const label = tidy(lineOf(childOf(figure, 'label')?.children ?? [])) || 'Figure'
  const caption = captionOf(figure)
  if (caption !== '') text.section({ title: label, kind: 'other' }, [`${label.replace(/\.$/, '')}. ${caption}`])
}

/** A box may hold sections, tables and plain blocks; all of it stands in one section. */
function writeBox(text: SourceText, box: XmlElement): void {
  const blocks = [...childrenOf(box), ...descendantsOf(box, 'sec').flatMap((section) => childrenOf(section))]
  const { paragraphs, floats } = readBlocks(blocks)
  const title = tidy(lineOf((childOf(box, 'caption', 'title') ?? childOf(box, 'title') ?? childOf(box, 'sec', 'title') ?? childOf(box, 'label'))?.children ?? []))
  text.section({ title: title === '' ? 'Box' : title, kind: 'body', heading: true }, paragraphs)
  writeFloats(text, floats)
}
