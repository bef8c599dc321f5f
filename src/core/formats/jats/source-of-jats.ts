import { fileSourceId, newSource, registrationsIn, sourceKindOf, SourceText, studyOf, type ParsedItem, type XmlElement } from '../pubmed/index.ts'
import type { Source } from '../../model/index.ts'
import { writeAbstracts, writeBack, writeBody } from './jats-body.ts'
import { contributorName, readFront, type JatsFront } from './jats-front.ts'
import { readState } from './jats-state.ts'
import { readStatements } from './jats-statements.ts'

/**
 * The citable source of a whole article.
 *
 * Its id is the PMCID before the PMID: the PubMed abstract of the same report is another text and keeps its own id,
 * and the two are told to be one study by `studyId`.
 */
export function sourceOfJats(article: XmlElement): ParsedItem {
  const read = readFront(article)
  // Footnote marks at the end of a title are no part of it.
  const front = { ...read, title: read.title.replace(/[\s*†‡§¶#]+$/u, '') }
  const text = new SourceText()
  text.section({ title: 'Title', kind: 'title' }, [front.title])
  writeAbstracts(text, article)
  const abstract = text.sections.filter((section) => section.kind === 'abstract').map((section) => text.text.slice(section.start, section.end)).join(' ')
  writeBody(text, article)
  writeBack(text, article)
  if (front.title === '' && text.text === '') return { kind: 'skipped', reason: `article ${front.pmcid ?? front.doi ?? 'without identifier'} has no title and no text. Download it again.` }

  const articleType = article.attributes['article-type'] ?? ''
  const kind = sourceKindOf({ title: [front.title, ...front.subjects].join('. '), publicationTypes: [], meshHeadings: [], articleType, abstract })
  const registrations = registrationsIn(text.text)
  const own = registrationsIn(`${front.title} ${abstract} ${trialRegistrationWords(text)}`)
  const { retraction, notices } = readState(article, front.title, front.pmid)
  const source = newSource({
    id: jatsSourceId(front, text.text),
    studyId: studyOf(kind, own) ?? (front.pmid === null ? null : `pmid:${front.pmid}`),
    kind,
    title: front.title === '' ? 'Untitled article' : front.title,
    titleIsExact: front.title !== '',
    authors: front.contributors.map((contributor) => contributorName(contributor)),
    journal: front.journalAbbreviation,
    year: front.dates[0] === undefined ? null : Number(front.dates[0].slice(0, 4)),
    volume: front.volume,
    issue: front.issue,
    pages: front.pages,
    pmid: front.pmid,
    pmcid: front.pmcid,
    doi: front.doi,
    registrations,
    url: urlOf(front),
    retraction,
    preprint: /^preprint$/i.test(articleType) || front.subjects.some((subject) => /^preprint$/i.test(subject)),
    ...readStatements(article, abstract),
    licence: front.licenceUrl ?? front.licenceText ?? front.copyright,
    publicationTypes: articleType === '' ? [] : [articleType],
    keywords: [...front.keywords],
    textKind: hasBody(text) ? 'fulltext' : 'abstract',
    text: text.text,
    sections: [...text.sections],
    dataDate: front.dates.at(-1) ?? null,
  })
  return { kind: 'source', source, notices }
}

function jatsSourceId(front: JatsFront, text: string): string {
  if (front.pmcid !== null) return `pmcid:${front.pmcid}`
  if (front.pmid !== null) return `pmid:${front.pmid}`
  return front.doi === null ? fileSourceId(front.title, text) : `doi:${front.doi.toLowerCase()}`
}

function urlOf(front: JatsFront): string | null {
  if (front.pmcid !== null) return `https://pmc.ncbi.nlm.nih.gov/articles/${front.pmcid}/`
  if (front.doi !== null) return `https://doi.org/${front.doi}`
  return front.pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${front.pmid}/`
}

function hasBody(text: SourceText): boolean {
  return text.sections.some((section) => section.kind === 'body')
}

/** Sentences of the text that say whose registration a number is ("Trial registration: NCT…", "registered as …"). */
function trialRegistrationWords(text: SourceText): string {
  const titled: Source['sections'] = text.sections.filter((section) => /registration/i.test(section.title))
  const said = text.text.match(/\b(?:trial|clinicaltrials?\.gov|study|current controlled trials)\b[^.\n]{0,60}\bregist(?:ration|ered|ry)\b[^\n]{0,120}|\bregistered\b[^\n]{0,120}/gi) ?? []
  return [...titled.map((section) => text.text.slice(section.start, section.end)), ...said].join(' ')
}
