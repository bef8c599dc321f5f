import type { Finding } from '../../core/model/index.ts'
import { NEVER_CRITICAL, type Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding } from './types.ts'

/**
 * Whether an outcome decides (GRADE guidelines 2): on the curated list of the condition, a composite when all its
 * parts are. Without a list the primary outcome decides, and the article says that no list covers the condition.
 */
export function outcomeImportance(vocabulary: Vocabulary, conditions: readonly string[], finding: Finding): AppraisedFinding['importance'] {
  if (finding.outcomeKind === 'administrative' || finding.outcomeKind === 'cost') return 'other'
  const parts = finding.components.length > 0 ? finding.components : finding.outcomeConcept === null ? [] : [finding.outcomeConcept]
  const categories = parts.map((part) => vocabulary.outcome(part)?.category)
  if (parts.length > 0 && categories.every((category) => category === 'surrogate' || category === 'utilization' || category === 'administrative' || category === 'cost')) return 'other'
  const groups = conditions.map((condition) => vocabulary.criticalOutcomesFor(condition)).filter((group) => group !== undefined)
  if (groups.length > 0) {
    const critical = new Set(groups.flatMap((group) => group.critical))
    const whole = finding.outcomeConcept !== null && critical.has(finding.outcomeConcept)
    return whole || (parts.length > 0 && parts.every((part) => critical.has(part))) ? 'critical' : 'important'
  }
  const never = parts.length === 0 || categories.some((category) => category === undefined || NEVER_CRITICAL.includes(category))
  return finding.role === 'primary' && !never ? 'critical' : 'important'
}
