import type { Source } from '../../core/model/index.ts'
import { addedClauses, adviceClauses, quotableWords, statedCertainty, withoutStatistics } from '../../core/text/index.ts'
import type { AppraisedFinding, Position } from '../appraisal/index.ts'
import { CERTAINTY_FOR_PATIENTS, listed } from './wording.ts'

/**
 * The sentence of the source behind a plain one, in its own words and without its statistics, so that nothing is lost on the
 * way to plain words: of whom, with what, how long, that it was a secondary outcome. Where it cannot be quoted, what it says
 * beside its numbers. With a space before it; empty where there is neither.
 */
export function ownWordsText(findings: readonly AppraisedFinding[]): string {
  const quoted = findings.map(({ source, finding }) => ({ source, finding, words: quotableWords(finding.text) }))
  const exact = new Set(quoted.flatMap(({ source, words }) => (words === null ? [] : [` ${quoteLead(source)}: “${words}”.`])))
  const clauses = [...new Set(quoted.flatMap(({ finding, words }) => (words === null ? addedClauses(finding.text) : [])))].filter((clause) => !/[“”]/.test(clause))
  return `${[...exact].join('')}${clauses.length === 0 ? '' : ` Also noted: ${listed(clauses.map((clause) => `“${clause}”`))}.`}`
}

/** Whose words a quotation holds: a record is our own summary of a source and is quoted as a record. */
function quoteLead({ textKind }: Source): string {
  return textKind === 'record' ? 'In the words of our record' : 'In exact words'
}

/** How sure the source says it is of its own result, where we rate none; with a space before it, empty where it does not say. */
export function statedCertaintyText({ finding }: AppraisedFinding): string {
  const level = statedCertainty(finding.text)
  return level === null ? '' : ` The source itself is ${CERTAINTY_FOR_PATIENTS[level]} of this.`
}

/** How a body binds its advice, in its own words and where the sentence before does not say so already: "in addition to anticoagulation". Null where it does not. */
export function boundText({ recommendation: { text } }: Position, said: string): string | null {
  const clauses = adviceClauses(text).filter((clause) => !/[“”]/.test(clause) && !said.toLowerCase().includes(clause.toLowerCase()))
  return clauses.length === 0 ? null : `Also noted: ${listed(clauses.map((clause) => `“${clause}”`))}`
}

/** Longer advice is told by what binds it alone. */
const MOST_WORDS_QUOTED = 45

/** The sentence that states the advice, in our record's or the body's own words; null where it stands already, or holds statistics. */
export function exactWords({ source, recommendation: { text } }: Position, said: string): string | null {
  const words = text === source.title ? null : withoutStatistics(text)
  if (words === null || /[“”"]/.test(words) || words.split(' ').length > MOST_WORDS_QUOTED || said.toLowerCase().includes(words.toLowerCase())) return null
  return `${quoteLead(source)}: “${words}”`
}
