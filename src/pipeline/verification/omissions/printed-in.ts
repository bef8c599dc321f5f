import { splitClaimId } from '../../../core/model/index.ts'
import type { Finding, Recommendation, Source } from '../../../core/model/index.ts'
import type { OutcomeBody } from '../../synthesis/index.ts'
import type { Verified } from '../verify-draft.ts'

/** What the verified article prints, by the ids of its sentences and by the places its tables and plots cite. */
export type Printed = { readonly ids: ReadonlySet<string>; readonly places: ReadonlySet<string> }

/**
 * Collects what is printed. A sentence speaks for its own ids alone: that another sentence cites the same place (a
 * verdict names its voters, an effect its baseline) does not tell the result. A row of a table does, since it says it.
 */
export function printedIn({ answer, sections }: Pick<Verified, 'answer' | 'sections'>): Printed {
  const claims = [...answer, ...sections.flatMap((section) => section.claims)]
  const cited = sections.flatMap(({ table, plot }) => [...(table?.rows.flat() ?? []), ...(plot?.rows ?? [])].flatMap(({ citations }) => citations))
  return {
    ids: new Set(claims.flatMap(({ id }) => splitClaimId(id))),
    places: new Set(cited.map(({ sourceId, start, end }) => placeOf(sourceId, start, end))),
  }
}

/** Whether a result or a position is printed: as its own sentence, or as a row of a table or a plot. */
export function isPrinted({ ids, places }: Printed, source: Source, { id, span }: Pick<Finding | Recommendation, 'id' | 'span'>): boolean {
  return ids.has(id) || places.has(placeOf(source.id, span.start, span.end))
}

/** Whether a printed sentence on a whole body of evidence tells this result: it is the one quoted, or one of those pooled by us. */
export function isToldByBody({ ids }: Printed, bodies: readonly OutcomeBody[], finding: Finding): boolean {
  return bodies.some((body) => ids.has(`effect:${body.id}`) && (body.headline.finding.id === finding.id || (body.effect?.origin === 'pooled' && body.trials.some((trial) => trial.finding.id === finding.id))))
}

function placeOf(sourceId: string, start: number, end: number): string {
  return `${sourceId}@${start}-${end}`
}
