import { directionOf, readEffect } from '../../core/statistics/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import type { Synthesis } from '../synthesis/index.ts'
import { findingClaim, positionClaimsOf, type ClaimContext } from './alternatives-support.ts'
import { effectText } from './format-number.ts'
import { nameSource } from './name-source.ts'
import type { DraftSection } from './types.ts'

/** Alternatives shown; more would bury the ones with evidence. */
const MAXIMUM_ALTERNATIVES = 8

/**
 * The established alternatives for the same condition, each with its own best evidence and effect size. Nothing is
 * subtracted across rows: two comparisons with different control groups are never compared by arithmetic.
 */
export function alternativesSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const title = context.patient ? 'Other things people can try' : 'Alternatives, each with its own evidence'
  const best = bestByIntervention(context, synthesis)
  const claims = best.map(({ appraised }) => findingClaim(context, appraised))
  if (best.length === 0) {
    return { id: 'alternatives', title, claims: [{ id: 'alternatives:none', text: 'No other treatment of the same condition is held with a result that compares two groups.', kind: 'computed', cites: [], inputs: { considered: synthesis.appraisal.considered } }, ...positionClaimsOf(context, synthesis)] }
  }
  const note = { id: 'alternatives:note', text: context.patient ? 'These come from other studies of other people. They cannot be set against each other number by number.' : 'Each row has its own comparison group, population and time; the rows are not subtracted from each other.', kind: 'advice' as const, cites: [] }
  return {
    id: 'alternatives',
    title,
    claims: [note, ...claims, ...positionClaimsOf(context, synthesis)],
    ...(context.patient ? {} : {
      table: {
        caption: 'Alternatives and their own effects',
        columns: ['Alternative', 'Outcome', 'Effect', 'Compared with', 'Design', 'Source'],
        rows: best.map(({ label, appraised }) => {
          const effect = readEffect(appraised)
          return [
            { text: label, cites: [] },
            { text: appraised.finding.outcome, cites: [] },
            // A ratio we would compute, from counts or from an efficacy, stands in no report: the sentence gives what does.
            { text: effect === null || !['reported', 'p-value'].includes(effect.origin) || effect.measure !== appraised.finding.measure ? 'stated in words' : effectText(effect.origin === 'p-value' ? { ...effect, low: null, high: null } : effect), cites: [{ source: appraised.source, start: appraised.finding.span.start, end: appraised.finding.span.end }] },
            { text: appraised.finding.comparatorType.replaceAll('-', ' '), cites: [] },
            { text: appraised.synthesis ? 'review of trials' : appraised.tier.replaceAll('-', ' '), cites: [] },
            { text: `${nameSource(appraised.source)}${appraised.source.year === null ? '' : ` ${appraised.source.year}`}`, cites: [] },
          ]
        }),
      },
    }),
  }
}

function bestByIntervention(context: ClaimContext, { appraisal }: Synthesis): { label: string; appraised: AppraisedFinding }[] {
  const groups = new Map<string, AppraisedFinding[]>()
  for (const appraised of appraisal.alternatives) {
    if (appraised.notAnEffect !== null || appraised.finding.outcomeKind !== 'benefit' || appraised.importance === 'other') continue
    const ids = appraised.finding.interventions.length > 0 ? appraised.finding.interventions : (appraised.source.evidence?.interventions ?? [])
    const [id] = ids
    // A test is no treatment of the condition.
    if (id === undefined || context.vocabulary.concept(id)?.form === 'test') continue
    groups.set(id, [...(groups.get(id) ?? []), appraised])
  }
  const rows = [...groups].map(([id, findings]) => ({ label: context.vocabulary.concept(id)?.label ?? id, appraised: findings.toSorted(compare)[0] }))
  return rows
    .filter((row): row is { label: string; appraised: AppraisedFinding } => row.appraised !== undefined)
    .toSorted((a, b) => compare(a.appraised, b.appraised) || (a.label < b.label ? -1 : 1))
    .slice(0, MAXIMUM_ALTERNATIVES)
}

/** Critical outcomes, results with a size and an interval, the better concealed design, reviews, exact population, newer evidence. */
function compare(a: AppraisedFinding, b: AppraisedFinding): number {
  const rank = (appraised: AppraisedFinding): number => {
    const effect = readEffect(appraised)
    return (appraised.importance === 'critical' ? 0 : 16) + (effect === null ? 8 : effect.low === null ? 4 : 0) + (appraised.tier === 'blinded-randomized' ? 0 : 2) + (appraised.synthesis ? 0 : 1) + (appraised.populationMatch === 'exact' ? 0 : 1) + (effect !== null && directionOf(effect) === 0 ? 1 : 0)
  }
  return rank(a) - rank(b) || (b.source.year ?? 0) - (a.source.year ?? 0) || (a.finding.id < b.finding.id ? -1 : 1)
}
