import { addedClauses, adviceClauses, statedCertainty, withoutStatistics } from '../../core/text/index.ts'
import type { AppraisedFinding, Position } from '../appraisal/index.ts'
import { CERTAINTY_FOR_PATIENTS, listed } from './wording.ts'

/**
 * What the source says beside the numbers that a plain sentence tells, in its own words: that it was a secondary outcome,
 * that its authors call it small. With a space before it; empty where it says no more.
 */
export function addedText(findings: readonly AppraisedFinding[]): string {
  const clauses = [...new Set(findings.flatMap(({ finding }) => addedClauses(finding.text)))].filter((clause) => !/[“”]/.test(clause))
  return clauses.length === 0 ? '' : ` Also noted: ${listed(clauses.map((clause) => `“${clause}”`))}.`
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
export function exactWords({ recommendation: { text, silence } }: Position, said: string): string | null {
  const words = silence === null ? withoutStatistics(text) : null
  if (words === null || /[“”"]/.test(words) || words.split(' ').length > MOST_WORDS_QUOTED || said.toLowerCase().includes(words.toLowerCase())) return null
  return `In exact words: “${words}”`
}
