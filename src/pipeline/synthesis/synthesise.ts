import { certaintyRank, lowestCertainty, RULES, lookUp } from '../../core/methods/index.ts'
import { areDisjoint, disagreement, NO_CRITERIA, rangeContains, type Certainty, type PopulationCriteria, type Range, type Source, type Stance } from '../../core/model/index.ts'
import { readEffect } from '../../core/statistics/index.ts'
import { describeCriteria, type Vocabulary } from '../../core/terminology/index.ts'
import { type Appraisal, type AppraisedFinding, type Position } from '../appraisal/index.ts'
import { applyModifiers } from './apply-modifiers.ts'
import { criteriaHold } from './criteria-hold.ts'
import { divideStrata, isAboutCondition, speaksTo, type Cell } from './divide-strata.ts'
import { evidenceSignal, type EvidenceReading } from './evidence-signal.ts'
import { findConflicts } from './find-conflicts.ts'
import { guidelineSignal, oneVoteEach } from './guideline-signal.ts'
import { isCareDriven } from './is-care-driven.ts'
import { nameGroups } from './name-groups.ts'
import { outcomeBodies } from './outcome-bodies.ts'
import type { DomainOverride, OutcomeBody, PivotalTrial, Sensitivity, Stratum, Synthesis } from './types.ts'

/**
 * From findings and positions to bodies of evidence, a ledger of disagreement and the verdict, stratum by stratum, in
 * the order of docs/methods/verdict.md: strata, table, modifiers, then the headline over the strata. `overrides` are a
 * reader's judgements of single GRADE domains; they change certainty and what follows from it, and say whose they are.
 */
export function synthesise({ vocabulary }: { readonly vocabulary: Vocabulary }, appraisal: Appraisal, overrides: readonly DomainOverride[] = []): Synthesis {
  const { judged, told, strata, stance, certainty } = conclude(vocabulary, appraisal, overrides)
  const current = appraisal.positions.filter(({ votes: may }) => may)
  const votes = [...new Set(strata.flatMap((stratum) => stratum.votes))]
  const bystanders = appraisal.positions.filter(({ votes: may }) => !may)
  return {
    question: appraisal.question,
    appraisal,
    strata,
    main: strata[0] ?? null,
    stance,
    certainty,
    certaintyBasis: strata.find((stratum) => stratum.certainty === certainty)?.certaintyBasis ?? null,
    dependsOn: new Set(strata.map((stratum) => stratum.stance)).size > 1 ? dividingNames(vocabulary, strata) : [],
    unspokenStrata: judged.filter((stratum) => !told.includes(stratum)).map(({ label }) => label).filter((label) => label !== ''),
    conflicts: findConflicts(vocabulary, [...votes, ...bystanders], pivotalTrials(strata, appraisal.onTopic)),
    superseded: replacedPositions(vocabulary, current, votes),
    coverage: appraisal.positions.filter(({ bodyClass }) => bodyClass === 'coverage' || bodyClass === 'hta'),
    sensitivity: sensitivityLines(vocabulary, appraisal, overrides),
  }
}

type Conclusion = { readonly judged: readonly Stratum[]; readonly told: readonly Stratum[]; readonly strata: readonly Stratum[]; readonly stance: Stance; readonly certainty: Certainty | null }

/** The strata, each with its verdict, and the headline over them. */
function conclude(vocabulary: Vocabulary, appraisal: Appraisal, overrides: readonly DomainOverride[]): Conclusion {
  const { question } = appraisal
  const current = appraisal.positions.filter(({ votes }) => votes)
  const cells = divideStrata(vocabulary, question.criteria, currentPerBody(vocabulary, current), pooledPopulations(appraisal.findings))
  const judged = cells.map((cell) => judge(vocabulary, appraisal, cell, overrides))
  const spoken = judged.filter(({ votes, isStudied }) => votes.length > 0 || isStudied)
  const told = spoken.length > 0 ? spoken : judged.slice(0, speaks(appraisal) ? 1 : 0)
  const strata = nameGroups(told)
  const stances = new Set(strata.map(({ stance }) => stance))
  const [main] = strata
  const isOpen = question.intervention.concepts.length === 0 && (question.safety !== null || (question.unexplained.length === 0 && appraisal.alternatives.length + appraisal.alternativePositions.length > 0))
  const stance: Stance = isOpen ? 'not-a-decision' : main === undefined ? (appraisal.openPassages.length > 0 ? 'insufficient-evidence' : 'no-evidence') : stances.size === 1 ? main.stance : 'conditional'
  const certainty = stance === 'no-evidence' || stance === 'not-a-decision' ? null : lowestCertainty(strata.map((stratum) => stratum.certainty).filter((level) => level !== null))
  return { judged, told, strata, stance, certainty }
}

/**
 * The verdict without trials known to be paid for by the maker, and on those alone that are known not to be. Funding
 * that is not known is not independent, so the two differ; nothing left is told as such.
 */
function sensitivityLines(vocabulary: Vocabulary, appraisal: Appraisal, overrides: readonly DomainOverride[]): Sensitivity[] {
  const effects = appraisal.findings.filter(({ notAnEffect }) => notAnEffect === null)
  const studies = new Set(effects.map(({ studyId }) => studyId)).size
  if (studies === 0) return []
  const lines = [
    ['without-known-industry', ({ conduct }: AppraisedFinding) => conduct.funding !== 'industry' && conduct.funding !== 'mixed'],
    ['only-known-independent', ({ conduct }: AppraisedFinding) => conduct.funding === 'public' || conduct.funding === 'none'],
  ] as const
  return lines.map(([id, keeps]) => {
    const findings = appraisal.findings.filter((appraised) => keeps(appraised))
    const { strata, stance, certainty } = conclude(vocabulary, { ...appraisal, findings }, overrides)
    const studiesLeft = new Set(findings.filter(({ notAnEffect }) => notAnEffect === null).map(({ studyId }) => studyId)).size
    return { id, studiesLeft, studies, stance, certainty, evidenceSignal: strata[0]?.evidenceSignal ?? null }
  })
}

/** Whether anything held is about the treatment in these people: the silence of guidelines on the condition is not. */
function speaks({ findings, positions }: Appraisal): boolean {
  return findings.length > 0 || positions.some(({ silence, recommendation }) => silence === null || (silence === 'not-read' && recommendation.interventions.length > 0))
}

/** Positions that a newer one of the same body on the same condition has taken the place of. */
function replacedPositions(vocabulary: Vocabulary, current: readonly Position[], votes: readonly Position[]): Synthesis['superseded'] {
  return current.filter((position) => !votes.includes(position)).flatMap((older) => {
    const newer = votes.find((vote) => vote.bodyId === older.bodyId && (vote.source.year ?? 0) > (older.source.year ?? 0) && sharesCondition(vocabulary, vote, older))
    return newer === undefined ? [] : [{ older, newer }]
  })
}

/** Advice on another condition (prevention, atrial fibrillation) replaces nothing, though it is newer and of the same body. */
function sharesCondition(vocabulary: Vocabulary, a: Position, b: Position): boolean {
  const of = ({ recommendation, source }: Position): readonly string[] => (recommendation.conditions.length > 0 ? recommendation.conditions : (source.evidence?.conditions ?? []))
  const [x, y] = [of(a), of(b)]
  return x.length === 0 || y.length === 0 || x.some((id) => y.some((other) => vocabulary.isWithin(id, other) || vocabulary.isWithin(other, id)))
}

/** Superseded advice of the same body on the same people does not draw lines. */
function currentPerBody(vocabulary: Vocabulary, positions: readonly Position[]): Position[] {
  return positions.filter((position) => !positions.some((other) => other !== position && other.bodyId === position.bodyId && (other.source.year ?? 0) > (position.source.year ?? 0)
    && sharesCondition(vocabulary, other, position) && !areDisjoint(other.recommendation.criteria ?? NO_CRITERIA, position.recommendation.criteria ?? NO_CRITERIA)))
}

function judge(vocabulary: Vocabulary, appraisal: Appraisal, cell: Cell, overrides: readonly DomainOverride[]): Stratum & { readonly isStudied: boolean } {
  const here = appraisal.positions.filter((position) => speaksTo(vocabulary, cell, position))
  const findings = findingsOf(vocabulary, appraisal.findings, cell)
  const people = withClasses(vocabulary, cell.criteria)
  const candidates = oneVoteEach(here.filter(({ votes, recommendation }) => votes && (!recommendation.carveOut || criteriaHold(recommendation.criteria ?? NO_CRITERIA, people))), cell.own)
  const { bodies, evidence } = readBodies(vocabulary, findings, overrides, (all) => evidenceSignal(all.filter((body) => !isInsideNearerPool(body, all, cell)), { guidelinesSpeak: candidates.length > 0 }))
  const votes = dropOldOpposition(candidates, evidence, yearOf(appraisal.snapshot.date))
  const guideline = guidelineSignal(votes)
  const { certainty, basis } = answerCertainty(evidence, votes, bodies)
  const context = {
    certainty,
    randomized: evidence.comparison === null ? false : evidence.comparison.tier !== 'observational',
    metMargin: evidence.metMargin,
    panelStatesModerate: votes.some((vote) => vote.qualified && vote.recommendation.direction === 'for' && (isAtLeastModerate(vote.recommendation.certainty) || /level (?:of evidence:? )?[AB]\b/i.test(vote.recommendation.letter ?? ''))),
    strongQualifiedFor: votes.some((vote) => vote.qualified && vote.votingStrength === 'strong' && vote.recommendation.direction === 'for'),
  }
  const compared = evidence.comparison === null ? bodies : bodies.filter(({ tier, comparison }) => tier === evidence.comparison?.tier && comparison === evidence.comparison.comparison)
  const modified = applyModifiers({ stance: lookUp(guideline, evidence.signal, context), certainty, guideline, bystanders: here.filter(({ votes: may }) => !may), bodies: compared, people })
  return {
    id: stratumId(cell),
    label: [cell.condition === null ? '' : (vocabulary.concept(cell.condition)?.label ?? cell.condition), describeCriteria(vocabulary, cell.own)].filter((part) => part !== '').join('; '),
    criteria: cell.criteria,
    votes,
    guidelineSignal: guideline,
    evidenceSignal: evidence.signal,
    evidenceReason: evidence.reason,
    bodies,
    deciding: evidence.deciding,
    comparison: evidence.comparison,
    certainty,
    certaintyBasis: basis,
    row: `${guideline}×${evidence.signal}`,
    condition: cell.condition,
    isStudied: bodies.length > 0 && findings.some((appraised) => isStatedFor(appraised, cell.own)),
    stance: modified.stance,
    modifiers: [
      ...(guideline === 'G5' && evidence.signal === 'E2' ? [{ id: 'note', text: `the evidence leans the other way: ${evidence.reason}` } as const] : []),
      ...modified.modifiers,
    ],
  }
}

/**
 * Bodies and what they say. Where nothing but care-driven outcomes of open trials carries the verdict, these are
 * rated again with that known, and read once more: what decides is seen only after a first reading.
 */
function readBodies(vocabulary: Vocabulary, findings: readonly AppraisedFinding[], overrides: readonly DomainOverride[], read: (bodies: readonly OutcomeBody[]) => EvidenceReading): { readonly bodies: readonly OutcomeBody[]; readonly evidence: EvidenceReading } {
  const bodies = outcomeBodies(vocabulary, findings, overrides)
  const evidence = read(bodies)
  const { deciding } = evidence
  const alone = deciding.length > 0 && deciding.every(({ tier, headline }) => tier === 'open-randomized' && isCareDriven(vocabulary, headline.finding))
  if (!alone) return { bodies, evidence }
  const again = outcomeBodies(vocabulary, findings, overrides, deciding.map(({ id }) => id))
  return { bodies: again, evidence: read(again) }
}

function stratumId({ condition, own }: Cell): string {
  const ranges = Object.keys(own.ranges).toSorted().map((dimension) => `${dimension}:${own.ranges[dimension]?.min ?? ''}-${own.ranges[dimension]?.max ?? ''}`)
  return [condition ?? '', ...ranges, ...own.tags, ...own.notTags.map((tag) => `not-${tag}`)].filter((part) => part !== '').join(',') || 'all'
}

/**
 * Whether a result states that it is about what sets this group apart. A trial that states no lower age cannot be told to
 * be about people under 40; one that states no bleeding risk is about people without it as far as anyone knows.
 */
function isStatedFor(appraised: AppraisedFinding, own: PopulationCriteria): boolean {
  const criteria = criteriaOf(appraised)
  const isStated = (dimension: string): boolean => {
    const group = own.ranges[dimension]
    const studied = criteria.ranges[dimension]
    return group !== undefined && studied !== undefined && (group.min !== undefined || studied.min !== undefined) && (group.max !== undefined || studied.max !== undefined || studied.min !== undefined)
  }
  return Object.keys(own.ranges).every((dimension) => isStated(dimension)) && own.tags.every((tag) => criteria.tags.includes(tag))
}

function criteriaOf({ finding, source }: AppraisedFinding): PopulationCriteria {
  return finding.criteria ?? source.evidence?.criteria ?? NO_CRITERIA
}

/** Whom the published pools of critical outcomes speak of. */
function pooledPopulations(findings: readonly AppraisedFinding[]): PopulationCriteria[] {
  return findings.filter(({ synthesis, importance, notAnEffect }) => synthesis && importance === 'critical' && notAnEffect === null).map((appraised) => criteriaOf(appraised))
}

/**
 * Whether an outcome of wider trials is already answered for these very people by a published pool that holds those
 * trials: a trial from an ejection fraction of 40% up does not speak for 50% and over beside the pool of that group.
 */
function isInsideNearerPool(body: OutcomeBody, bodies: readonly OutcomeBody[], cell: Cell): boolean {
  if (body.headline.synthesis) return false
  return bodies.some(({ headline, zone, importance }) => headline.synthesis && zone !== null && importance === 'critical'
    && body.trials.every(({ studyId }) => headline.source.evidence?.contains.includes(studyId) === true)
    && Object.keys(cell.criteria.ranges).some((dimension) => body.trials.some((trial) => isStrictlyWithin(criteriaOf(headline).ranges[dimension], criteriaOf(trial).ranges[dimension]))))
}

function isStrictlyWithin(inner: Range | undefined, outer: Range | undefined): boolean {
  return inner !== undefined && outer !== undefined && rangeContains(outer, inner) && !rangeContains(inner, outer)
}

/**
 * Results in narrower people speak only where nobody studied the people asked about; a study without randomization in
 * all of them does not silence randomized trials in some.
 */
function findingsOf(vocabulary: Vocabulary, findings: readonly AppraisedFinding[], cell: Cell): AppraisedFinding[] {
  const here = findings.filter((appraised) => disagreement(cell.criteria, criteriaOf(appraised)) === null && isAboutCondition(vocabulary, appraised.finding.conditions.length > 0 ? appraised.finding.conditions : (appraised.source.evidence?.conditions ?? []), cell.condition))
  const broad = here.filter(({ narrowerBy }) => narrowerBy.every((tag) => cell.criteria.tags.includes(tag)))
  const decides = (appraised: AppraisedFinding): boolean => appraised.importance === 'critical' && appraised.finding.outcomeKind === 'benefit' && readEffect(appraised) !== null
  const randomized = here.some((appraised) => decides(appraised) && appraised.tier.endsWith('randomized'))
  return broad.some((appraised) => decides(appraised) && (!randomized || appraised.tier !== 'observational')) ? broad : here
}

/** A person with a kind of a condition has the condition; one without it has no kind of it. */
function withClasses(vocabulary: Vocabulary, criteria: PopulationCriteria): PopulationCriteria {
  return {
    ranges: criteria.ranges,
    tags: [...new Set(criteria.tags.flatMap((tag) => vocabulary.ancestors(tag)))],
    notTags: [...new Set(criteria.notTags.flatMap((tag) => vocabulary.descendants(tag)))],
  }
}

/**
 * A position older than the trial that decides, and against what it showed, cannot make a conflict by itself; one
 * over ten years old that a newer qualified body contradicts has no vote (docs/methods/guidelines.md).
 */
function dropOldOpposition(votes: readonly Position[], evidence: EvidenceReading, asOfYear: number | null): Position[] {
  const signal = guidelineSignal(votes)
  if (signal !== 'G3') return [...votes]
  const pivotal = pivotalYear(evidence.deciding.flatMap(({ trials, headline }) => [...trials, headline]))
  const shows = evidence.signal === 'E1' || evidence.signal === 'E2' ? 'for' : evidence.signal === 'E4' || evidence.signal === 'E5' ? 'against' : null
  const now = asOfYear ?? Math.max(...votes.map((vote) => yearOf(vote.date) ?? 0))
  return votes.filter((vote) => {
    const year = yearOf(vote.date)
    const side = sideOf(vote)
    if (year === null || side === null) return true
    const contradicted = votes.some((other) => other.qualified && (yearOf(other.date) ?? 0) > year && sideOf(other) !== null && sideOf(other) !== side)
    if (contradicted && now - year > RULES.noVoteAfterYears) return false
    return !(shows !== null && pivotal !== null && year < pivotal && side !== shows)
  })
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}

/** "Individual decision" is on the side of *for*; calling the evidence insufficient is on neither. */
function sideOf({ recommendation }: Position): 'for' | 'against' | null {
  switch (recommendation.direction) {
    case 'for': case 'neither': return 'for'
    case 'against': return 'against'
    case 'insufficient-evidence': case 'silent': return null
  }
}

function pivotalYear(trials: readonly AppraisedFinding[]): number | null {
  const ranked = trials.filter(({ source, synthesis }) => source.year !== null && !synthesis).toSorted((a, b) => (b.source.evidence?.n ?? 0) - (a.source.evidence?.n ?? 0))
  return ranked[0]?.source.year ?? null
}

const MOST_PIVOTAL = 3

/** The largest randomized trials of critical outcomes: what a body could or could not have read. */
function pivotalTrials(strata: readonly Stratum[], sources: readonly Source[]): PivotalTrial[] {
  const trials = strata.flatMap(({ bodies }) => bodies.filter(({ importance }) => importance === 'critical').flatMap((body) => body.trials))
    .filter(({ synthesis, tier }) => !synthesis && tier.endsWith('randomized'))
    .toSorted((a, b) => (b.conduct.evidence?.n ?? 0) - (a.conduct.evidence?.n ?? 0) || (a.studyId < b.studyId ? -1 : 1))
  const byStudy = new Map<string, PivotalTrial>()
  for (const { studyId, studyName, conduct } of trials) {
    const years = [conduct, ...sources.filter((source) => source.studyId === studyId)].map(({ year }) => year).filter((year) => year !== null)
    if (years.length > 0 && !byStudy.has(studyId)) byStudy.set(studyId, { studyId, name: studyName ?? conduct.authors[0]?.split(' ')[0] ?? conduct.title, year: Math.min(...years) })
  }
  return [...byStudy.values()].slice(0, MOST_PIVOTAL)
}

function answerCertainty(evidence: EvidenceReading, votes: readonly Position[], bodies: readonly OutcomeBody[]): { certainty: Certainty | null; basis: string | null } {
  const computed = lowestCertainty(evidence.deciding.map(({ certainty }) => certainty))
  if (computed !== null) return { certainty: computed, basis: 'computed from the critical outcomes that decided' }
  const bare = bodies.filter(({ importance, effect, kind, tier }) => importance === 'critical' && kind === 'benefit' && effect !== null && tier.endsWith('randomized'))
  const first = lowestCertainty(bare.filter(({ tier }) => tier === (bare.some((body) => body.tier === 'blinded-randomized') ? 'blinded-randomized' : 'open-randomized')).map((body) => body.certainty))
  if (first !== null) return { certainty: first, basis: 'computed from results held without an interval' }
  const stated = votes.filter(({ qualified, interested, recommendation }) => qualified && interested !== true && recommendation.certainty !== null).toSorted((a, b) => certaintyRank(a.recommendation.certainty ?? 'high') - certaintyRank(b.recommendation.certainty ?? 'high'))
  const [panel] = stated
  return panel === undefined ? { certainty: null, basis: null } : { certainty: panel.recommendation.certainty, basis: `as stated by ${panel.organization}` }
}

function isAtLeastModerate(certainty: Certainty | null): boolean {
  return certainty !== null && certaintyRank(certainty) >= certaintyRank('moderate')
}

function dividingNames(vocabulary: Vocabulary, strata: readonly Stratum[]): string[] {
  const names = new Set<string>()
  for (const { criteria, id } of strata) {
    for (const dimension of Object.keys(criteria.ranges)) if (id.includes(`${dimension}:`)) names.add(dimension.replaceAll('-', ' '))
    for (const tag of [...criteria.tags, ...criteria.notTags]) if (id.split(',').some((part) => part === tag || part === `not-${tag}`)) names.add(vocabulary.concept(tag)?.label ?? tag)
  }
  if (new Set(strata.map(({ condition }) => condition)).size > 1 || names.size === 0) names.add('the condition')
  return [...names]
}

