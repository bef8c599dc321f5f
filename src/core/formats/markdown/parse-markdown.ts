import { sourceKindSchema } from '../../model/index.ts'
import { citationSourceId, cleanDoi, cleanPmcid, cleanPmid, isoDate, newSource, registrationsIn, sourceKindOf, SourceText, tidy, writeBlocks, type ParsedItem } from '../pubmed/index.ts'
import { splitFrontMatter, type FrontMatter } from './front-matter.ts'
import { markdownBlocks } from './markdown-blocks.ts'

/** The longest Markdown document read, in UTF-16 units. */
export const MAX_MARKDOWN_CHARACTERS = 64_000_000

/**
 * Reads a Markdown document. Its front matter may give title, authors, organization, journal, year or date, doi,
 * pmid, pmcid, url, kind, licence, funding, keywords. `name` titles a document that has neither a title nor a heading.
 */
export function parseMarkdown(markdown: string, name: string): ParsedItem[] {
  if (markdown.length > MAX_MARKDOWN_CHARACTERS) return [{ kind: 'skipped', reason: `the document is longer than ${MAX_MARKDOWN_CHARACTERS} characters. Split it.` }]
  const { facts, body } = splitFrontMatter(markdown)
  const blocks = markdownBlocks(body)
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const stated = one(facts, 'title') ?? (heading?.kind === 'heading' ? tidy(heading.text) : null)
  const title = stated ?? name
  const text = new SourceText()
  text.section({ title: 'Title', kind: 'title' }, [title])
  writeBlocks(text, blocks, title)
  if (text.sections.length < 2) return [{ kind: 'skipped', reason: 'the document has no text below its title. Write some, or leave it out.' }]

  const ids = { pmid: cleanPmid(one(facts, 'pmid')), pmcid: cleanPmcid(one(facts, 'pmcid')), doi: cleanDoi(one(facts, 'doi')) }
  const kind = sourceKindSchema.safeParse(one(facts, 'kind'))
  const date = dateIn(one(facts, 'date')) ?? dateIn(one(facts, 'year'))
  const url = one(facts, 'url')
  const source = newSource({
    id: citationSourceId(ids, title, text.text),
    studyId: ids.pmid === null ? null : `pmid:${ids.pmid}`,
    kind: kind.success ? kind.data : sourceKindOf({ title, publicationTypes: [], meshHeadings: [], articleType: '', abstract: '' }),
    title,
    titleIsExact: stated !== null,
    authors: [...(facts['authors'] ?? facts['author'] ?? [])],
    organization: one(facts, 'organization') ?? one(facts, 'organisation'),
    journal: one(facts, 'journal'),
    year: date === null ? null : Number(date.slice(0, 4)),
    ...ids,
    registrations: registrationsIn(text.text),
    url: url !== null && /^https?:\/\/\S+$/.test(url) ? url : ids.doi === null ? null : `https://doi.org/${ids.doi}`,
    fundingNote: one(facts, 'funding'),
    licence: one(facts, 'licence') ?? one(facts, 'license'),
    keywords: [...(facts['keywords'] ?? [])],
    textKind: 'fulltext',
    text: text.text,
    sections: [...text.sections],
    dataDate: date,
  })
  return [{ kind: 'source', source, notices: [] }]
}

function one(facts: FrontMatter, key: string): string | null {
  return facts[key]?.[0] ?? null
}

function dateIn(text: string | null): string | null {
  const [year, month, day] = (text ?? '').split('-')
  return isoDate(year, month, day)
}
