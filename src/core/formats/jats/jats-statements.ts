import { childOf, childrenOf, classifyFunding, descendantsOf, fundingSentence, rawTextOf, tidy, type XmlElement } from '../pubmed/index.ts'
import type { Source } from '../../model/index.ts'
import { lineOf } from './jats-text.ts'

export type Statements = Pick<Source, 'funding' | 'fundingNote' | 'conflictsOfInterest'>

const FUNDING_TITLE = /\b(?:funding|financial support|sources? of support|sponsor(?:s|ship)?|grant support|role of the funding)\b/i
const CONFLICT_TITLE = /\b(?:compet(?:ing|ition of) interests?|conflicts? of interests?|declarations? of interests?|disclosures?|duality of interest|financial interests?)\b/i
const CONFLICT_WORDS = /\b(?:compet(?:ing|itive) (?:financial )?interests?|conflicts? of interests?|duality of interest)\b/i
const FUNDING_WORDS = /\b(?:(?:was|were|is|been|work|study|trial|project|research) (?:\w+ ){0,3}(?:funded|supported|sponsored) (?:\w+ ){0,3}by|(?:grants?|funding|financial support|support) (?:\w+ ){0,4}(?:from|by)|no (?:specific |external )?funding)\b/i

/**
 * Who paid for the work and what its authors declare, from where journals put it: the funding group, footnotes of the
 * types `supported-by`, `financial-disclosure` and `conflict`, titled sections or notes, and the acknowledgements.
 */
export function readStatements(article: XmlElement, abstract: string): Statements {
  const meta = childOf(article, 'front', 'article-meta')
  const back = childOf(article, 'back')
  const group = childrenOf(meta, 'funding-group')
  const notes = [...descendantsOf(childOf(meta, 'author-notes'), 'fn'), ...descendantsOf(back, 'fn')]
  const titled = [...descendantsOf(back, 'sec', 'notes', 'fn-group', 'ack'), ...childrenOf(childOf(article, 'body'), 'sec')].map((part) => ({ title: titleOf(part), part }))

  const funding = [
    ...group.flatMap((part) => childrenOf(part, 'funding-statement')).map((part) => line(part)),
    ...titled.filter(({ title }) => FUNDING_TITLE.test(title)).map(({ part }) => bodyOf(part)),
    ...notes.filter((note) => ['supported-by', 'financial-disclosure'].includes(note.attributes['fn-type'] ?? '')).map((note) => line(note)),
    ...notes.filter((note) => /^(?:funding|source of support|grant support|supported by)\b/i.test(line(note))).map((note) => line(note)),
  ]
  const awarded = group.flatMap((part) => descendantsOf(part, 'funding-source', 'institution')).map((source) => line(source))
  const thanked = childrenOf(back, 'ack').flatMap((ack) => sentencesWith(bodyOf(ack), FUNDING_WORDS))
  const fromAbstract = fundingSentence(abstract)
  const statement = firstOf(funding) ?? firstOf([[...new Set(awarded)].join('; ')]) ?? firstOf([thanked.join(' ')]) ?? fromAbstract

  const conflict = [
    ...titled.filter(({ title }) => CONFLICT_TITLE.test(title)).map(({ part }) => bodyOf(part)),
    ...notes.filter((note) => ['conflict', 'COI-statement', 'coi-statement'].includes(note.attributes['fn-type'] ?? '')).map((note) => line(note)),
    ...notes.map((note) => line(note)).filter((words) => CONFLICT_WORDS.test(words)),
    ...childrenOf(back, 'ack').flatMap((ack) => sentencesWith(bodyOf(ack), CONFLICT_WORDS)),
  ]
  return { funding: classifyFunding(statement), fundingNote: statement, conflictsOfInterest: firstOf(conflict) }
}

function firstOf(statements: readonly string[]): string | null {
  return statements.find((statement) => statement !== '') ?? null
}

function line(element: XmlElement): string {
  return tidy(element.name === 'fn' ? lineOf(element.children.filter((node) => typeof node === 'string' || node.name !== 'label')) : lineOf(element.children))
}

function titleOf(part: XmlElement): string {
  return tidy(rawTextOf(childOf(part, 'title')))
}

function bodyOf(part: XmlElement): string {
  return tidy(childrenOf(part).filter((child) => child.name !== 'title' && child.name !== 'label').map((child) => (child.name === 'fn' ? line(child) : lineOf(child.children))).join(' '))
}

function sentencesWith(text: string, words: RegExp): string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((sentence) => words.test(sentence))
}
