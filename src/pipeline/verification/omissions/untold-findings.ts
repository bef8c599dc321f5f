import { listedUpTo, nameSource } from '../../../core/text/index.ts'
import type { AppraisedFinding } from '../../appraisal/index.ts'
import { isPrinted, isToldByBody } from './printed-in.ts'
import { pointsAgainst } from './points-against.ts'
import { inPlainWords, yearOf } from './plain-words.ts'
import type { Omission, OmissionContext } from './types.ts'

/** Further results of one source that are listed by name. */
const NAMED_RESULTS = 4

/**
 * Results on the question that no printed sentence tells. Each harm and each result that points against the verdict is
 * told on its own line; the rest by source.
 */
export function untoldFindings(context: OmissionContext): Omission[] {
  const { synthesis: { appraisal, strata, stance }, printed } = context
  const bodies = strata.flatMap((stratum) => stratum.bodies)
  const untold = appraisal.findings.filter(({ source, finding }) => finding.outcomeKind !== 'administrative' && !isPrinted(printed, source, finding) && !isToldByBody(printed, bodies, finding))
  const rest: AppraisedFinding[] = []
  const omissions: Omission[] = []
  for (const appraised of untold) {
    const kind = appraised.finding.outcomeKind === 'harm' ? 'A harm' : pointsAgainst(stance, appraised) ? 'A result that points against the verdict' : null
    if (kind === null) rest.push(appraised)
    else omissions.push(oneResult(context, appraised, kind))
  }
  return [...omissions, ...bySource(context, rest)]
}

function oneResult(context: OmissionContext, appraised: AppraisedFinding, kind: string): Omission {
  const { source, finding } = appraised
  const outcome = inPlainWords(context.vocabulary, finding.outcomeConcept, finding.outcome)
  const name = `${nameSource(source)}${yearOf(source)}`
  return {
    text: `${kind}: ${finding.outcome}, in ${name}`,
    why: whyUntold(context, appraised),
    plain: kind === 'A harm' ? `${name} tells of a harm that is not told above: ${outcome}. The link shows it.` : `${name} has a result that does not fit our answer: ${outcome}. The link shows it.`,
    cites: [{ source, start: finding.span.start, end: finding.span.end }],
  }
}

function bySource(context: OmissionContext, findings: readonly AppraisedFinding[]): Omission[] {
  const groups = new Map<string, AppraisedFinding[]>()
  for (const appraised of findings) {
    const key = `${appraised.source.id}|${whyUntold(context, appraised)}`
    groups.set(key, [...(groups.get(key) ?? []), appraised])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const outcomes = [...new Set(group.map(({ finding }) => finding.outcome))]
    const plain = [...new Set(group.map(({ finding }) => inPlainWords(context.vocabulary, finding.outcomeConcept, finding.outcome)))]
    const name = `${nameSource(first.source)}${yearOf(first.source)}`
    return [{
      text: `Further results of ${name}: ${listedUpTo(NAMED_RESULTS, outcomes)}`,
      why: whyUntold(context, first),
      plain: `${name} looked at more than we tell: ${listedUpTo(NAMED_RESULTS, plain)}.`,
      cites: group.map(({ source, finding }) => ({ source, start: finding.span.start, end: finding.span.end })),
    }]
  })
}

/** Refused in the check, or told in another form (the same outcome of the same report at the same time), or simply not told. */
function whyUntold({ synthesis, printed, refused }: OmissionContext, { source, finding }: AppraisedFinding): string {
  const why = refused.get(finding.id)
  if (why !== undefined) return `its sentence did not pass verification (${why})`
  const again = synthesis.appraisal.findings.some((other) => other.finding.id !== finding.id && other.source.id === source.id && other.finding.outcomeConcept !== null && other.finding.outcomeConcept === finding.outcomeConcept && other.finding.timeMonths === finding.timeMonths && isPrinted(printed, other.source, other.finding))
  return again ? 'the same outcome of the same report is told in another form' : 'no sentence of this answer tells it'
}
