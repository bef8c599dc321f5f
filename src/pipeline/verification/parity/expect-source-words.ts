import type { Finding } from '../../../core/model/index.ts'
import { addedClauses, quotableWords, statedCertainty } from '../../../core/text/index.ts'
import { wrong } from './compare-told.ts'
import { checkLevel } from './expect-effect.ts'
import type { Expected, Wrong } from './types.ts'

/** The source's own sentence has to stand beside a plain one, or what it says beside its numbers, each clause in its own words and no other. */
export function expectOwnWords(findings: readonly Finding[], isRecord: boolean): Expected[] {
  const told = findings.filter(({ outcomeKind }) => outcomeKind !== 'cost').map(({ text }) => ({ text, words: quotableWords(text) }))
  const sentences = [...new Set(told.map(({ words }) => words).filter((words) => words !== null))]
  const clauses = [...new Set(told.flatMap(({ text, words }) => (words === null ? addedClauses(text) : [])))].filter((clause) => !/[“”]/.test(clause))
  const exact = sentences.map((words): Expected => ({ slot: 'exact', missing: 'strengthened', what: 'the exact words', check: (said) => (said['words'] === words && said['lead'] === quoteLead(isRecord) ? null : wrong('changed', 'other words than those of the source')) }))
  if (clauses.length === 0) return exact
  return [...exact, {
    slot: 'adds', missing: 'strengthened', what: 'what the source adds',
    check: (said) => clausesWrong(said['clauses'] ?? '', clauses, ''),
  }]
}

/** Whether a list of quoted clauses holds every clause that is not told already, and no other. */
export function clausesWrong(text: string, clauses: readonly string[], told: string): Wrong | null {
  const quoted = [...text.matchAll(/“([^”]*)”/g)].map(([, clause = '']) => clause)
  const rest = text.replace(/“[^”]*”/g, '').replace(/, | and /g, '')
  const isWhole = clauses.every((clause) => quoted.includes(clause) || told.includes(clause.toLowerCase()))
  return isWhole && quoted.every((clause) => clauses.includes(clause)) && rest === '' ? null : wrong('changed', 'other words than those of the source')
}

/** How sure the source says it is of its own result, where the reference rates none. */
export function expectStatedCertainty(findings: readonly Finding[]): Expected[] {
  return findings.flatMap(({ outcomeKind, text }) => {
    const level = outcomeKind === 'cost' ? null : statedCertainty(text)
    return level === null ? [] : [{ slot: 'stated', missing: 'strengthened', what: 'how sure the source is', check: (said) => checkLevel(said['level'], level) } satisfies Expected]
  })
}

/** How a quotation begins: a record is our own summary and is quoted as a record. */
export function quoteLead(isRecord: boolean): string {
  return isRecord ? 'In the words of our record' : 'In exact words'
}
