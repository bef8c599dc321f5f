import type { AppraisedFinding } from '../appraisal/index.ts'
import { decimal, duration } from './format-number.ts'
import type { PatientContext } from './patient-context.ts'
import { comparatorOf, treatmentOf } from './patient-names.ts'

/** Three kinds of cost finding can be said plainly; of others the reader learns that there is one. */
export function costText(context: PatientContext, appraised: AppraisedFinding): string {
  const { finding } = appraised
  const against = comparatorOf(context, appraised)
  const next = against === null ? '' : `, next to ${against}`
  const time = finding.timeMonths === null ? '' : ` over ${duration(finding.timeMonths)}`
  const unit = finding.unit ?? ''
  const treatment = treatmentOf(context, appraised)
  const money = /(?:US)?(?:\$|£|€)|\b(?:dollars|pounds|euros)\b/.exec(unit)?.[0] ?? null
  if (finding.estimate !== null && money !== null && /per QALY/i.test(unit)) return `Each extra year in good health from ${treatment} cost about ${money}${finding.estimate.toLocaleString('en')}${time}${next}.`
  if (finding.estimate !== null && money !== null) return `The cost was about ${money}${finding.estimate.toLocaleString('en')}${time}${next}.`
  if (finding.estimate !== null && /QALY/i.test(unit)) return `People gained about ${decimal(finding.estimate, 2)} years in good health from ${treatment}${time}${next}.`
  return `It also judged if ${treatment} is worth its cost${next}. Its answer turns on what a payer would pay for a year in good health.`
}
