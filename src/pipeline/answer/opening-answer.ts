import type { AppraisedFinding } from '../appraisal/index.ts'
import type { OutcomeBody, Synthesis } from '../synthesis/index.ts'
import { allBodies, decidingBodies } from './evidence-sections.ts'
import { positionClaim } from './guideline-section.ts'
import { bodyClaim, findingClaim, type ClaimContext } from './evidence-claims.ts'
import type { DraftClaim } from './types.ts'
import { certaintyWord, CERTAINTY_FOR_PATIENTS, listed, sentence, STANCE_WORDS } from './wording.ts'

/** The answer in two to four sentences: the verdict, the number that carries it, the harm, and for whom. */
export function openingAnswer(context: ClaimContext, synthesis: Synthesis): DraftClaim[] {
  const { stance, question, appraisal } = synthesis
  if (stance === 'no-evidence') return noEvidence(synthesis)
  if (stance === 'insufficient-evidence' && appraisal.findings.length === 0 && appraisal.positions.length === 0) return onlyTexts(synthesis)
  const claims: DraftClaim[] = [verdictClaim(context, synthesis)]
  claims.push(...warningsFor(context, synthesis))
  const asked = answersKind(context, synthesis)
  claims.push(...asked)
  if (question.kind === 'indication' || question.kind === 'therapy' || question.kind === 'comparison' || question.kind === 'screening' || question.kind === 'diagnosis' || asked.length === 0) {
    const carrying = carryingBodies(synthesis)
    // What a trial found as randomized comes before what it found as treated.
    const told = carrying.some(({ tier }) => tier !== 'observational') ? undefined : mainResult(synthesis)
    if (told !== undefined) claims.push(findingClaim(context, told))
    claims.push(...carrying.map((body) => bodyClaim(context, body)))
    const harm = leadingHarm(synthesis)
    if (harm !== null && !claims.some(({ id }) => id === `effect:${harm.id}`)) claims.push(bodyClaim(context, harm))
    else if (harm === null) {
      const rate = firstOf(appraisal.findings, 'harm')
      if (rate !== undefined) claims.push(findingClaim(context, rate))
    }
  }
  const seen = new Set<string>()
  return claims.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined)
}

/**
 * What must come before any number when the case is one that the better trials or the supporters leave out: the trials
 * that hid the treatment and did not take such people, and the edge that a body draws for exactly them.
 */
function warningsFor(context: ClaimContext, synthesis: Synthesis): DraftClaim[] {
  const { appraisal, strata, question } = synthesis
  const open = strata.some(({ comparison }) => comparison !== null && comparison.tier !== 'blinded-randomized')
  const left = open ? appraisal.excluded.filter(({ concealedTrial }) => concealedTrial !== null) : []
  const names = [...new Set(left.map(({ concealedTrial }) => concealedTrial).filter((name) => name !== null))].toSorted()
  const warnings: DraftClaim[] = names.length === 0 ? [] : [{
    id: 'left-out',
    text: context.patient ? `${listed(names)}, the fairer kind of test, did not take people like this. The numbers below come from tests in which people knew what they had.` : `${listed(names)}, which hid the treatment from people, left people like these out; the numbers below come from trials that did not hide it.`,
    kind: 'computed', cites: [], inputs: { trials: names, reasons: left.map(({ reason }) => reason) },
  }]
  const edges = appraisal.positions.filter(({ recommendation, votes }) => recommendation.carveOut && !votes && (recommendation.criteria?.tags.length ?? 0) > 0 && recommendation.criteria?.tags.every((tag) => question.criteria.tags.some((held) => context.vocabulary.isWithin(held, tag))) === true)
  return [...warnings, ...edges.map((edge) => positionClaim(context, edge, synthesis))]
}

function verdictClaim(context: ClaimContext, synthesis: Synthesis): DraftClaim {
  const { stance, certainty, main, dependsOn, question } = synthesis
  const votes = synthesis.strata.flatMap((stratum) => stratum.votes)
  const names = (directions: readonly string[]): string[] => [...new Set(votes.filter(({ recommendation }) => directions.includes(recommendation.direction)).map(({ organization }) => organization))]
  const supporters = names(['for'])
  const individual = names(['neither']).filter((name) => !supporters.includes(name))
  const opponents = names(['against'])
  const undecided = names(['insufficient-evidence'])
  const parts = [
    supporters.length === 0 ? null : `${listed(supporters)} ${supporters.length === 1 ? 'advises' : 'advise'} it${context.patient ? ' for some people' : ' for the people each describes'}`,
    individual.length === 0 ? null : `${listed(individual)} ${individual.length === 1 ? 'leaves' : 'leave'} it to an individual decision`,
    opponents.length === 0 ? null : `${listed(opponents)} ${opponents.length === 1 ? 'advises' : 'advise'} against it`,
    undecided.length === 0 ? null : `${listed(undecided)} ${undecided.length === 1 ? 'calls' : 'call'} the evidence insufficient`,
    votes.length === 0 ? 'no clinical body held here takes a position' : null,
    stance === 'contested' && supporters.length > 0 && opponents.length === 0 && main?.modifiers.length === 0 ? `what stands against it is the evidence: ${main.evidenceReason}` : null,
  ].filter((part) => part !== null)
  const ties = votes.filter(({ linked, interested, recommendation }) => recommendation.direction === 'for' && (linked === true || interested === true)).length
  const tied = !context.patient && ties > 0 && ties === votes.filter(({ recommendation }) => recommendation.direction === 'for').length ? ' (all of them linked to the maker or made up of people who perform it)' : ''
  const modifiers = (main?.modifiers ?? []).map(({ text }) => text)
  const sure = certainty === null ? 'Certainty could not be rated' : context.patient ? `The studies leave us ${CERTAINTY_FOR_PATIENTS[certainty]}` : `Certainty of the evidence: ${certaintyWord(certainty)}`
  const word = context.patient ? STANCE_WORDS[stance].patient : STANCE_WORDS[stance].clinician
  const depends = dependsOn.length > 0 ? `, and it depends on ${listed(dependsOn)}` : ''
  const more = modifiers.length === 0 || context.patient ? '' : ` ${sentence(`Beside that, ${modifiers.join('; ')}`)}`
  return {
    id: 'verdict',
    text: `${word}${depends}: ${parts.join('; ')}${tied}.${more} ${sure}.`,
    kind: 'computed',
    cites: [...new Set(votes)].map(({ source, recommendation }) => ({ source, start: recommendation.span.start, end: recommendation.span.end })),
    inputs: { stance, certainty, certaintyBasis: synthesis.certaintyBasis, kind: question.kind, dependsOn, supporters, individual, opponents, undecided, evidence: main?.evidenceReason ?? null, modifiers, criteria: question.criteria, groups: synthesis.strata.map(({ criteria }) => criteria), strata: synthesis.strata.map(({ id, row, stance: own, guidelineSignal, evidenceSignal, modifiers: changed }) => ({ id, row, stance: own, guidelineSignal, evidenceSignal, modifiers: changed.map(({ id: name }) => name) })) },
  }
}

/** Two of the deciding outcomes: reviews first, and not the same outcome twice. */
function twoToTell(bodies: readonly OutcomeBody[]): OutcomeBody[] {
  const ranked = bodies.toSorted((a, b) => Number(b.headline.synthesis) - Number(a.headline.synthesis))
  const [first] = ranked
  if (first === undefined) return []
  const second = ranked.find((body) => body !== first && (body.group !== first.group || body.outcomeConcept === null || body.outcomeConcept !== first.outcomeConcept)) ?? ranked[1]
  return second === undefined ? [first] : [first, second]
}

/** The outcomes that decided, and the next critical one of the same comparison where only one did. */
function carryingBodies(synthesis: Synthesis): OutcomeBody[] {
  const deciding = twoToTell(decidingBodies(synthesis.strata))
  const [first] = deciding
  const benefit = deciding.every(({ kind }) => kind === 'harm') ? allBodies(synthesis).find((body) => body.kind === 'benefit' && body.importance === 'critical' && body.tier === first?.tier && body.effect !== null) : undefined
  if (benefit !== undefined) return [...deciding, benefit]
  if (first === undefined || deciding.length > 1) return deciding
  const second = allBodies(synthesis).find((body) => body !== first && body.kind === first.kind && body.importance === 'critical' && body.tier === first.tier && body.comparison === first.comparison && body.effect !== null)
  return second === undefined ? deciding : [first, second]
}

/** For questions of harm, cost, dose, prognosis and diagnosis, what was asked comes before the decision behind it. */
function answersKind(context: ClaimContext, synthesis: Synthesis): DraftClaim[] {
  const { question, appraisal } = synthesis
  switch (question.kind) {
    case 'harm': {
      const wanted = question.outcomes.flatMap(({ concepts }) => concepts)
      const bodies = allBodies(synthesis).filter(({ kind, outcomeConcept }) => kind === 'harm' || (outcomeConcept !== null && wanted.includes(outcomeConcept)))
      const ranked = bodies.toSorted((a, b) => Number(b.outcomeConcept !== null && wanted.includes(b.outcomeConcept)) - Number(a.outcomeConcept !== null && wanted.includes(a.outcomeConcept)) || Number(b.zone !== null) - Number(a.zone !== null))
      const told = ranked.slice(0, 3).map((body) => bodyClaim(context, body))
      const rates = appraisal.findings.filter(({ finding }) => finding.outcomeKind === 'harm' && !bodies.some(({ headline }) => headline.finding.id === finding.id)).slice(0, 2)
      return [...told, ...rates.map((rate) => findingClaim(context, rate))]
    }
    case 'cost': return appraisal.findings.filter(({ finding }) => finding.outcomeKind === 'cost').slice(0, 3).map((finding) => findingClaim(context, finding))
    case 'dose': return appraisal.findings.filter(({ finding, source }) => source.kind === 'rct' && finding.role === 'primary').slice(0, 3).map((finding) => findingClaim(context, finding))
    case 'diagnosis': return [{
      id: 'accuracy', kind: 'computed', cites: [], inputs: { accuracyResults: 0, test: question.intervention.text ?? 'the test' },
      text: context.patient ? 'No study held here says how often this test is right. What is held is how people did after it.' : `No result on the accuracy of ${question.intervention.text ?? 'the test'} (sensitivity, specificity) is held; what is held is how people fared after it.`,
    }]
    case 'prognosis': case 'indication': case 'therapy': case 'comparison': case 'screening': return []
  }
}

/** Where no outcome can be placed, the main result of the best trial or review, in its own words. */
function mainResult({ appraisal }: Synthesis): AppraisedFinding | undefined {
  const primary = appraisal.findings.filter(({ finding, tier, notAnEffect }) => notAnEffect === null && finding.role === 'primary' && finding.outcomeKind === 'benefit' && tier !== 'observational')
  return primary.toSorted((a, b) => Number(b.tier === 'blinded-randomized') - Number(a.tier === 'blinded-randomized') || Number(b.synthesis) - Number(a.synthesis) || (b.source.evidence?.n ?? 0) - (a.source.evidence?.n ?? 0) || (a.finding.id < b.finding.id ? -1 : 1))[0]
}

function leadingHarm(synthesis: Synthesis): OutcomeBody | null {
  const harms = allBodies(synthesis).filter(({ kind, effect }) => kind === 'harm' && effect !== null)
  return harms.find(({ importance, zone }) => importance === 'critical' && zone !== null) ?? harms.find(({ zone }) => zone !== null) ?? null
}

function firstOf(findings: readonly AppraisedFinding[], kind: 'harm'): AppraisedFinding | undefined {
  return findings.filter(({ finding }) => finding.outcomeKind === kind).toSorted((a, b) => Number(b.importance === 'critical') - Number(a.importance === 'critical') || (b.source.evidence?.n ?? 0) - (a.source.evidence?.n ?? 0))[0]
}

function noEvidence({ appraisal, question }: Synthesis): DraftClaim[] {
  const asked = [question.intervention.text, question.population.text].filter((part) => part !== null)
  const claims: DraftClaim[] = [{
    id: 'verdict', kind: 'computed', cites: [],
    text: `Nothing held here speaks to this question. Searched: ${appraisal.snapshot.sources.toLocaleString('en')} sources${asked.length === 0 ? '' : ` for ${listed(asked)}`}; ${appraisal.considered.toLocaleString('en')} were looked at and none is on topic.`,
    inputs: { stance: 'no-evidence', asked, searched: appraisal.snapshot.sources, considered: appraisal.considered },
  }]
  const near = question.intervention.concepts.length + question.population.concepts.length > 0
  if (appraisal.nearest.length > 0) claims.push({ id: 'nearest', kind: 'advice', cites: [], text: `${near ? 'The nearest questions that can be answered here' : 'None held here is near it; questions that can be answered here are, for example'}: ${appraisal.nearest.join(' ')}` })
  return claims
}

function onlyTexts({ appraisal }: Synthesis): DraftClaim[] {
  const sources = new Set(appraisal.openPassages.map(({ source }) => source.id)).size
  return [{
    id: 'verdict', kind: 'computed', cites: [],
    text: `${sources} ${sources === 1 ? 'text' : 'texts'} held here may speak to this question, and none has been appraised, so no verdict is drawn; their own words are quoted below.`,
    inputs: { stance: 'insufficient-evidence', texts: sources },
  }, ...(appraisal.nearest.length > 0 ? [{ id: 'nearest', kind: 'advice' as const, cites: [], text: `Questions with appraised evidence nearby: ${appraisal.nearest.join(' ')}` }] : [])]
}
