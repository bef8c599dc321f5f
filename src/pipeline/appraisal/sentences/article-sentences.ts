import type { Section, Source } from '../../../core/model/index.ts'
import { splitSentences } from '../../../core/text/index.ts'

/** Where in a report a sentence stands; results say most about an effect, then conclusions. */
export type SentenceRole = 'title' | 'abstract' | 'abstract-results' | 'abstract-conclusion' | 'introduction' | 'methods' | 'results' | 'discussion' | 'table' | 'figure' | 'other'

/** A sentence, or a row of a table; `text` is the article's text from `start` to `end`. */
export type ArticleSentence = { readonly text: string; readonly start: number; readonly end: number; readonly role: SentenceRole }

/** A text whose sentences know their places. */
export type ArticleText = { readonly text: string; readonly sentences: readonly ArticleSentence[] }

/** The sentences of a source; its acknowledgements, notes and appendices are left out. */
export function sentencesOfSource(source: Pick<Source, 'text' | 'sections'>): ArticleText {
  const sentences = source.sections.flatMap((section) => {
    const role = roleOfSection(section)
    return role === null ? [] : rangesIn(source.text, section.start, section.end, role)
  })
  return { text: source.text, sentences }
}

/** The sentences of a title and an abstract that comes as one string, its parts told by labels such as "RESULTS:". */
export function sentencesOfAbstract(title: string, abstract: string): ArticleText {
  const text = `${title}\n${abstract}`
  const from = title.length + 1
  const parts: { labelAt: number; start: number; role: SentenceRole }[] = [{ labelAt: from, start: from, role: 'abstract' }]
  for (const match of abstract.matchAll(/(?<=^|[.!?)]\s+)([A-Z][A-Za-z]*(?:[ /,&-]{1,3}[A-Za-z]+){0,5}):\s/gu)) {
    const label = match[1] ?? ''
    const labelAt = from + match.index
    if (label === label.toUpperCase() || LABEL.test(label)) parts.push({ labelAt, start: labelAt + match[0].length, role: abstractRole(label) })
  }
  const sentences = parts.flatMap(({ start, role }, index) => rangesIn(text, start, parts[index + 1]?.labelAt ?? text.length, role))
  return { text, sentences: [...rangesIn(text, 0, title.length, 'title'), ...sentences] }
}

const LABEL = /^(?:background|objectives?|aims?|purpose|methods?|patients?|design|setting|results?|findings|conclusions?|interpretation|discussion)\b/i

function rangesIn(text: string, start: number, end: number, role: SentenceRole): ArticleSentence[] {
  return splitSentences(text, { start, end: Math.max(start, end) }).map((range) => ({ text: text.slice(range.start, range.end), ...range, role }))
}

function abstractRole(label: string): SentenceRole {
  if (/result|finding|outcome/i.test(label) && !/measure/i.test(label)) return 'abstract-results'
  if (/conclu|interpret|discussion|implication|significance/i.test(label)) return 'abstract-conclusion'
  return 'abstract'
}

function roleOfSection({ kind, title }: Section): SentenceRole | null {
  switch (kind) {
    case 'title': return 'title'
    case 'abstract': return abstractRole(title)
    case 'table': return 'table'
    case 'other': return /^fig/i.test(title) ? 'figure' : null
    case 'body': return bodyRole(title)
    default: return 'results'
  }
}

function bodyRole(title: string): SentenceRole {
  if (/result|finding|outcome|efficacy|safety|adverse/i.test(title) && !/method|discussion|measure/i.test(title)) return 'results'
  if (/discussion|conclu|limitation|comment/i.test(title)) return 'discussion'
  if (/method|patients|participants|procedure|statistic|design|analys|measure|sample|randomi|setting|intervention/i.test(title)) return 'methods'
  return /introduction|background|aim|objective/i.test(title) ? 'introduction' : 'other'
}
