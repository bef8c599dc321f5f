import { describeChoice, describeCriteria, isRuledOut } from '../../core/terminology/index.ts'
import { isKnownToMeet, NO_CRITERIA, type PopulationCriteria } from '../../core/model/index.ts'
import { type Position } from '../appraisal/index.ts'
import type { Synthesis } from '../synthesis/index.ts'
import type { ClaimContext } from './evidence-claims.ts'
import type { DraftClaim, DraftSection } from './types.ts'
import { listed, sentence } from './wording.ts'

/**
 * Numbered steps, each from one named body and its population; criteria of different bodies stand side by side and are
 * never merged, payer criteria are never a clinical step. Where guidance is contested only the fork is printed.
 */
export function algorithmSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const title = context.patient ? 'Steps to talk through' : 'Decision steps'
  const votes = uniqueVotes(synthesis)
  const supporters = votes.filter(({ recommendation }) => recommendation.direction === 'for' || recommendation.direction === 'neither')
  const opponents = votes.filter(({ recommendation }) => recommendation.direction === 'against' || recommendation.direction === 'insufficient-evidence')
  const contested = synthesis.stance === 'contested'
  const steps: Omit<DraftClaim, 'id'>[] = []
  const asked = synthesis.question.intervention.text ?? 'the treatment'
  if (votes.length === 0) {
    return { id: 'algorithm', title, claims: [{ id: 'algorithm:none', text: 'No clinical body held here gives steps for these people, so none are printed.', kind: 'computed', cites: [], inputs: { votes: 0 } }] }
  }
  if (contested) steps.push({ text: 'Guidance is contested, so this is the fork and not a path.', kind: 'computed', cites: [], inputs: { stance: synthesis.stance } })
  for (const vote of supporters) steps.push(step(context, vote, contested ? `One side, ${vote.organization}` : `If the person is one of those ${vote.organization} speaks of`))
  for (const vote of opponents) {
    const undecided = vote.recommendation.direction === 'insufficient-evidence'
    steps.push(step(context, vote, undecided ? `${vote.organization} takes no side for the people it speaks of` : contested ? `The other side, ${vote.organization}` : `Do not go on if the person is one of those ${vote.organization} speaks of`))
  }
  if (contested && !opponents.some(({ recommendation }) => recommendation.direction === 'against')) {
    const payers = synthesis.coverage.filter(({ recommendation }) => ['against', 'insufficient-evidence'].includes(recommendation.direction) && !recommendation.carveOut)
    const silent = synthesis.appraisal.positions.filter(({ silence, bodyClass }) => silence !== null && silence !== 'not-read' && bodyClass === 'clinical')
    const others = [payers.length === 0 ? null : `${listed([...new Set(payers.map(({ organization }) => organization))])} call it unproven or not necessary`, silent.length === 0 ? null : `${listed([...new Set(silent.map(({ organization }) => organization))])} are silent`].filter((part) => part !== null)
    const against = others.length > 0 ? `The other side has no clinical body: ${sentence(others.join('; '))}` : `No clinical body held here advises against it; what stands against it is the evidence: ${sentence(synthesis.main?.evidenceReason ?? 'not held')}`
    steps.push({ text: against, kind: 'computed', cites: payers.map(({ source, recommendation }) => ({ source, start: recommendation.span.start, end: recommendation.span.end })), inputs: { payers: payers.map(({ source, organization }) => ({ sourceId: source.id, organization })), silent: silent.map(({ source, organization }) => ({ sourceId: source.id, organization })), evidence: synthesis.main?.evidenceReason ?? null } })
  }
  const first = !contested ? firstLine(context, synthesis) : []
  const missing = missingFacts(context, synthesis, supporters)
  const all = [...first, ...missing, ...steps]
  return {
    id: 'algorithm',
    title,
    claims: [
      ...all.map((claim, index) => ({ ...claim, id: `algorithm:${index + 1}`, text: `Step ${index + 1}. ${claim.text}`, inputs: { ...claim.inputs, step: index + 1 } })),
      ...(contested || !context.patient ? [] : [{ id: 'algorithm:talk', text: `Talk these steps through with the person who treats you before you decide about ${asked}.`, kind: 'advice' as const, cites: [] }]),
    ],
  }
}

function step(context: ClaimContext, vote: Position, opening: string): Omit<DraftClaim, 'id'> {
  const criteria = describeCriteria(context.vocabulary, vote.recommendation.criteria ?? NO_CRITERIA)
  const people = vote.recommendation.population === '' ? criteria : vote.recommendation.population
  return {
    text: `${opening}${people === '' ? '' : ` (${people})`}: ${sentence(vote.recommendation.text)}`,
    kind: 'guideline',
    cites: [{ source: vote.source, start: vote.recommendation.span.start, end: vote.recommendation.span.end }],
    inputs: { organization: vote.organization, people },
  }
}

/** What each supporter asks about a person and the case does not say: missing, never "not met"; bodies are not merged. */
function missingFacts(context: ClaimContext, { question }: Synthesis, supporters: readonly Position[]): Omit<DraftClaim, 'id'>[] {
  const asked = supporters.map((vote) => ({ vote, missing: missingFor(context, question.criteria, vote) })).filter(({ missing }) => missing.length > 0)
  if (asked.length === 0) return []
  const parts = asked.map(({ vote, missing }) => `${vote.organization} asks for ${listed(missing)}`)
  return [{
    text: `Find out what the question does not say: ${sentence(parts.join('; '))}`,
    kind: 'computed',
    cites: asked.map(({ vote }) => ({ source: vote.source, start: vote.recommendation.span.start, end: vote.recommendation.span.end })),
    inputs: { missing: asked.map(({ vote, missing }) => ({ organization: vote.organization, missing })) },
  }]
}

function missingFor(context: ClaimContext, known: PopulationCriteria, { recommendation }: Position): string[] {
  const criteria = recommendation.criteria ?? NO_CRITERIA
  const ranges = Object.entries(criteria.ranges).filter(([dimension]) => known.ranges[dimension] === undefined)
  const holds = (tag: string): boolean => known.tags.some((held) => context.vocabulary.isWithin(held, tag)) || known.notTags.includes(tag) || isRuledOut(tag, known.tags)
  return [
    ...ranges.map(([dimension, range]) => describeCriteria(context.vocabulary, { ...NO_CRITERIA, ranges: { [dimension]: range } })),
    ...criteria.tags.filter((tag) => !holds(tag)).map((tag) => context.vocabulary.concept(tag)?.label ?? tag),
    ...criteria.notTags.filter((tag) => !holds(tag)).map((tag) => describeCriteria(context.vocabulary, { ...NO_CRITERIA, notTags: [tag] })),
    ...(criteria.anyOf === undefined || criteria.anyOf.some((one) => isKnownToMeet(known, one)) ? [] : [describeChoice(context.vocabulary, criteria)]),
  ]
}

/** What bodies advise first for the same condition, when the question is about a later step. */
function firstLine(context: ClaimContext, { appraisal, question }: Synthesis): Omit<DraftClaim, 'id'>[] {
  if (question.kind !== 'indication' && question.kind !== 'comparison') return []
  const strong = appraisal.alternativePositions.filter(({ votes, qualified, recommendation, votingStrength }) => votes && qualified && recommendation.direction === 'for' && votingStrength === 'strong' && /first/i.test(recommendation.text))
  return strong.slice(0, 2).map((position) => step(context, position, `Before that, ${position.organization}`))
}

function uniqueVotes({ strata }: Synthesis): Position[] {
  return [...new Set(strata.flatMap(({ votes }) => votes))].toSorted((a, b) => (b.source.year ?? 0) - (a.source.year ?? 0) || (a.recommendation.id < b.recommendation.id ? -1 : 1))
}
