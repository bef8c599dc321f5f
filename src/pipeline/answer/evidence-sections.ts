import type { AppraisedFinding } from '../appraisal/index.ts'
import type { OutcomeBody, Stratum, Synthesis } from '../synthesis/index.ts'
import { effectCell, outcomeName } from './effect-sentence.ts'
import { recomputedClaim, bodyClaim, findingClaim, isPrintable, withoutRepeatedStudies, type ClaimContext } from './evidence-claims.ts'
import { per1000 } from './format-number.ts'
import { forestPlotOf } from './forest-plot.ts'
import { describeStudy, nameSource } from './name-source.ts'
import type { DraftClaim, DraftSection } from './types.ts'
import { certaintyWord } from './wording.ts'

const IMPORTANCE_ORDER = { critical: 0, important: 1, other: 2 } as const
const TIER_ORDER = { 'blinded-randomized': 0, 'open-randomized': 1, network: 2, observational: 3, uncontrolled: 4, modelled: 5 } as const

/** Benefits: what each body of evidence says by its certainty, then study by study, uncontrolled data last and marked. */
export function benefitSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const bodies = allBodies(synthesis).filter(({ kind, importance }) => kind === 'benefit' && importance !== 'other')
  const claims: DraftClaim[] = []
  for (const [index, group] of byComparison(bodies).entries()) {
    for (const body of group) claims.push(bodyClaim(context, body), ...studyClaims(context, body), ...[recomputedClaim(context, body)].filter((claim) => claim !== null))
    if (index === 0) claims.push(...incompatibleClaims(synthesis, bodies))
  }
  const told = new Set(claims.map(({ id }) => id))
  const rest = findingsOf(synthesis, 'benefit').filter((appraised) => !told.has(appraised.finding.id) && appraised.tier !== 'uncontrolled' && !isDuplicate(appraised, bodies))
  claims.push(...rest.map((appraised) => findingClaim(context, appraised)))
  if (claims.length === 0) claims.push({ id: 'benefits:none', text: 'No result on benefit is held for these people.', kind: 'computed', cites: [], inputs: { considered: synthesis.appraisal.considered } })
  return { id: 'benefits', title: context.patient ? 'What it may do for people' : 'Benefits', claims: tidy(synthesis, claims), ...tableOf(context, bodies, 'Benefits by outcome'), ...plotIn(bodies) }
}

function plotIn(bodies: readonly OutcomeBody[]): Pick<DraftSection, 'plot'> {
  const plot = forestPlotOf(bodies)
  return plot === null ? {} : { plot }
}

/** Long-term and other data without a comparison group, apart from the effects and told as what they are. */
export function uncontrolledSection(context: ClaimContext, synthesis: Synthesis): DraftSection | null {
  const findings = findingsOf(synthesis, 'benefit').filter(({ tier }) => tier === 'uncontrolled')
  if (findings.length === 0) return null
  const lead: DraftClaim = {
    id: 'uncontrolled:lead', kind: 'advice', cites: [],
    text: context.patient ? 'The numbers below come from people who all had it. With no fair comparison, no one can say what it did.' : 'The results below have no comparison group: they say how treated people fared, and cannot be put down to the treatment.',
  }
  return { id: 'uncontrolled', title: context.patient ? 'What was seen later, with no comparison' : 'Uncontrolled and long-term data', claims: [lead, ...tidy(synthesis, findings.map((appraised) => findingClaim(context, appraised)))] }
}

/** A second way of stating a result that is already told (scores beside the change in scores, at the same time). */
function isDuplicate({ source, finding, notAnEffect }: AppraisedFinding, bodies: readonly OutcomeBody[]): boolean {
  return notAnEffect !== null && bodies.some(({ headline, trials }) => [headline, ...trials].some((told) => told.source.id === source.id && told.finding.outcomeConcept === finding.outcomeConcept && told.finding.timeMonths === finding.timeMonths))
}

function tidy({ appraisal }: Synthesis, claims: readonly DraftClaim[]): DraftClaim[] {
  return withoutRepeatedStudies(distinct(claims), new Map(appraisal.findings.map((appraised) => [appraised.finding.id, describeStudy(appraised)])))
}

/** Harms with rates: compared ones with their absolute size, single rates marked "cause not shown". */
export function harmSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const bodies = allBodies(synthesis).filter(({ kind }) => kind === 'harm')
  const claims: DraftClaim[] = bodies.flatMap((body) => [bodyClaim(context, body), ...studyClaims(context, body)])
  const told = new Set(claims.map(({ id }) => id))
  const rest = findingsOf(synthesis, 'harm').filter(({ finding }) => !told.has(finding.id))
  claims.push(...rest.map((appraised) => findingClaim(context, appraised)))
  if (claims.length === 0) claims.push({ id: 'harms:none', text: 'No rate of harm is held for these people. That is a gap in what we hold, not a sign of safety.', kind: 'computed', cites: [], inputs: { considered: synthesis.appraisal.considered } })
  return { id: 'harms', title: context.patient ? 'What can go wrong' : 'Harms', claims: tidy(synthesis, claims), ...tableOf(context, bodies, 'Harms by outcome') }
}

/** What it costs, as far as a source held says so; a gap is told as a gap. */
export function costSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const claims = findingsOf(synthesis, 'cost').map((appraised) => findingClaim(context, appraised))
  if (claims.length === 0) claims.push({ id: 'cost:none', text: 'No cost or cost-effectiveness figure is held for this.', kind: 'computed', cites: [], inputs: { considered: synthesis.appraisal.considered } })
  return { id: 'cost', title: 'Cost', claims: tidy(synthesis, claims) }
}

/** Bodies of all strata, each once, critical outcomes and believed designs first. */
export function allBodies({ strata }: Synthesis): OutcomeBody[] {
  const byId = new Map<string, OutcomeBody>()
  for (const body of strata.flatMap((stratum) => stratum.bodies)) if (!byId.has(body.id)) byId.set(body.id, body)
  return [...byId.values()].toSorted((a, b) => TIER_ORDER[a.tier] - TIER_ORDER[b.tier] || IMPORTANCE_ORDER[a.importance] - IMPORTANCE_ORDER[b.importance] || Number(b.headline.synthesis) - Number(a.headline.synthesis) || (a.id < b.id ? -1 : 1))
}

function byComparison(bodies: readonly OutcomeBody[]): OutcomeBody[][] {
  const groups = new Map<string, OutcomeBody[]>()
  for (const body of bodies) {
    const key = `${body.tier}|${body.comparison}`
    groups.set(key, [...(groups.get(key) ?? []), body])
  }
  return [...groups.values()]
}

/** The headline study, then the trials, those inside a published pool marked as no further support. */
function studyClaims(context: ClaimContext, body: OutcomeBody): DraftClaim[] {
  const inside = new Set(body.inside)
  const rows = [body.headline, ...body.trials.filter((trial) => trial !== body.headline)]
  return [
    ...rows.map((appraised) => findingClaim(context, appraised, appraised !== body.headline && inside.has(appraised.studyId) && !context.patient ? `It is inside ${nameSource(body.headline.source)} and is not counted again` : '')),
    ...body.overlapping.map((appraised) => findingClaim(context, appraised, context.patient ? '' : 'It overlaps with the review above and is not further support')),
  ]
}

/** Two tiers of the same outcome are shown side by side, never pooled, with the reason (docs/methods/effects.md). */
function incompatibleClaims(synthesis: Synthesis, bodies: readonly OutcomeBody[]): DraftClaim[] {
  const claims: DraftClaim[] = []
  const blinded = bodies.filter(({ tier }) => tier === 'blinded-randomized')
  for (const body of blinded) {
    const open = bodies.find((other) => other.tier === 'open-randomized' && other.outcomeConcept !== null && other.outcomeConcept === body.outcomeConcept && other.effect !== null && body.effect !== null && other.effect.measure === body.effect.measure)
    if (open === undefined) continue
    claims.push({
      id: `not-pooled:${body.id}:${open.id}`,
      text: `${nameSource(body.headline.source)} and ${nameSource(open.headline.source)} are not pooled: one hides the treatment from people and the other does not, and they compare it with different things.`,
      kind: 'computed',
      cites: [],
      inputs: { names: [nameSource(body.headline.source), nameSource(open.headline.source)], studies: [body.headline.studyId, open.headline.studyId], tiers: [body.tier, open.tier], comparisons: [body.comparison, open.comparison], snapshot: synthesis.appraisal.snapshot.id },
    })
  }
  return claims.slice(0, 1)
}

function findingsOf({ appraisal }: Synthesis, kind: 'benefit' | 'harm' | 'cost'): AppraisedFinding[] {
  return appraisal.findings
    .filter((appraised) => appraised.finding.outcomeKind === kind && isPrintable(appraised))
    .toSorted((a, b) => TIER_ORDER[a.tier] - TIER_ORDER[b.tier] || IMPORTANCE_ORDER[a.importance] - IMPORTANCE_ORDER[b.importance] || (b.source.year ?? 0) - (a.source.year ?? 0) || (a.finding.id < b.finding.id ? -1 : 1))
}

function distinct(claims: readonly DraftClaim[]): DraftClaim[] {
  const seen = new Set<string>()
  return claims.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined)
}

function tableOf(context: ClaimContext, bodies: readonly OutcomeBody[], caption: string): Pick<DraftSection, 'table'> | Record<string, never> {
  const rows = bodies.filter(({ effect }) => effect !== null)
  if (rows.length === 0 || context.patient) return {}
  return {
    table: {
      caption,
      columns: ['Outcome', 'Studies', 'Effect (interval)', 'Per 1000', 'Certainty', 'Why'],
      rows: rows.map((body) => [
        { text: `${outcomeName(context.vocabulary, body)}${body.group === '' ? '' : ` (${body.group})`}`, cites: [] },
        { text: studiesCell(body), cites: [{ source: body.headline.source, start: body.headline.finding.span.start, end: body.headline.finding.span.end }] },
        { text: misleads(body) ? 'trials contradict each other' : effectCell(body), cites: [] },
        { text: misleads(body) ? 'no one number' : absoluteCell(body), cites: [] },
        { text: certaintyWord(body.certainty), cites: [] },
        { text: body.domains.filter(({ concern, by }) => concern === 'serious' || concern === 'very-serious' || by !== undefined).map(({ domain, reason }) => `${domain}: ${reason}`).join('; ') || 'no downgrade', cites: [] },
      ]),
    },
  }
}

/** One number over trials that contradict each other would mislead, in a table as in a sentence. */
function misleads({ contradictory, effect }: OutcomeBody): boolean {
  return contradictory && effect !== null && effect.origin === 'pooled'
}

function studiesCell(body: OutcomeBody): string {
  if (body.headline.synthesis) return `${nameSource(body.headline.source)} (${body.headline.source.kind.replace('-', ' ')})`
  return body.trials.length === 1 ? `one trial: ${nameSource(body.headline.conduct)}` : `${body.trials.length} trials: ${body.trials.map(({ conduct }) => nameSource(conduct)).join(', ')}`
}

function absoluteCell({ absolute }: OutcomeBody): string {
  if (absolute === null) return 'not available to us'
  return `${per1000(absolute.treatedPer1000)} against ${per1000(absolute.controlPer1000)}`
}

/** The bodies that decided, of all strata. */
export function decidingBodies(strata: readonly Stratum[]): OutcomeBody[] {
  return [...new Set(strata.flatMap(({ deciding }) => deciding))]
}
