import { directionOf, excludesNull, readEffect } from '../../../core/statistics/index.ts'
import type { Stance } from '../../../core/model/index.ts'
import type { AppraisedFinding } from '../../appraisal/index.ts'

/**
 * Whether a result points another way than the verdict: against a verdict for the treatment a result that favours the
 * comparator, or a main result that shows no difference; against a verdict that speaks against it a clear benefit. A
 * verdict that takes no side (contested, insufficient) has nothing that points against it.
 */
export function pointsAgainst(stance: Stance, appraised: AppraisedFinding): boolean {
  const effect = readEffect(appraised)
  if (effect === null) return false
  const direction = directionOf(effect)
  switch (stance) {
    case 'recommended': case 'conditional':
      return excludesNull(effect) === true ? direction < 0 : appraised.finding.outcomeKind === 'benefit' && appraised.finding.role === 'primary' && excludesNull(effect) === false
    case 'not-recommended': return appraised.finding.outcomeKind === 'benefit' && direction > 0 && excludesNull(effect) === true
    case 'contested': case 'insufficient-evidence': case 'no-evidence': case 'not-a-decision': return false
  }
}
