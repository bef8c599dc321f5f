import type { Finding } from '../../../core/model/index.ts'
import { addedClauses, statedCertainty } from '../../../core/text/index.ts'
import { wrong } from './compare-told.ts'
import { checkLevel } from './expect-effect.ts'
import type { Expected, Wrong } from './types.ts'

/** What a source says beside its numbers has to be told, each clause in the source's own words and no other. */
export function expectAddedClauses(findings: readonly Finding[]): Expected[] {
  const clauses = [...new Set(findings.flatMap(({ outcomeKind, text }) => (outcomeKind === 'cost' ? [] : addedClauses(text))))].filter((clause) => !/[“”]/.test(clause))
  if (clauses.length === 0) return []
  return [{
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
