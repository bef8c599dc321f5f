import type { Source } from '../../../core/model/index.ts'
import type { ClaimContext } from './compare-claim.ts'
import type { Ground } from './ground.ts'

/** The sources that a claim names by their study or cites. */
export function creditedSources({ cited, studies, index }: ClaimContext): Source[] {
  return [...studies.flatMap((name) => index.studies.get(name) ?? []), ...index.sources.filter(({ id }) => cited.includes(id))]
}

/** Whether a statement's source is one that the claim credits, or reports, contains or speaks for the same study or body. */
export function isKinToCredited(context: ClaimContext, { source: other }: Ground): boolean {
  return creditedSources(context).some((one) => one.id === other.id || (one.studyId !== null && one.studyId === other.studyId) || one.evidence?.contains.includes(other.studyId ?? '') === true || other.evidence?.contains.includes(one.studyId ?? '') === true || (one.evidence?.body?.id !== undefined && one.evidence.body.id === other.evidence?.body?.id))
}
