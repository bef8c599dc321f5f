import { RULES } from '../../core/methods/index.ts'
import { directionOf, impliedControlRisk, isRatio, type PooledEffect, poolInverseVariance, readEffect, standardErrorFromInterval } from '../../core/statistics/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding, DesignTier } from '../appraisal/index.ts'
import { decisionThreshold } from './decision-threshold.ts'
import { areApart } from './divide-strata.ts'
import { absoluteEffect, zoneOf } from './effect-zone.ts'
import { rateCertainty } from './rate-certainty.ts'
import type { Baseline, ComparisonClass, DomainOverride, Effect, OutcomeBody } from './types.ts'

/** A sham and a placebo conceal the treatment; the other comparators answer other questions and are never mixed. */
export function comparisonClass(appraised: AppraisedFinding): ComparisonClass {
  switch (appraised.finding.comparatorType) {
    case 'sham': case 'placebo': return 'sham-or-placebo'
    case 'usual-care': case 'no-treatment': case 'mixed': return 'no-treatment-or-usual-care'
    case 'active': return 'active'
    case 'dose': case 'own-baseline': case 'none': case 'not-stated': return 'other'
  }
}

/**
 * Bodies of evidence: between-arm results grouped by outcome, comparison and tier, one result a study
 * (docs/methods/effects.md). `carrying` are the ids of bodies that a first reading found to carry the verdict by
 * care-driven outcomes alone: they are rated with that known.
 */
export function outcomeBodies(vocabulary: Vocabulary, findings: readonly AppraisedFinding[], overrides: readonly DomainOverride[] = [], carrying: readonly string[] = []): OutcomeBody[] {
  const groups = new Map<string, AppraisedFinding[]>()
  for (const appraised of findings) {
    if (appraised.notAnEffect !== null || readEffect(appraised) === null) continue
    const key = groupKey(vocabulary, appraised)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [appraised])
    else group.push(appraised)
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, group]) =>
    splitByCondition(vocabulary, group).map((people, index) => buildBody(vocabulary, index === 0 ? id : `${id}|${index + 1}`, people, overrides, carrying)))
}

/** Results in people who cannot be alike (a fresh tear, an old one) are not one body: likeness decides before any I². */
function splitByCondition(vocabulary: Vocabulary, group: readonly AppraisedFinding[]): AppraisedFinding[][] {
  const conditions = ({ finding, source }: AppraisedFinding): readonly string[] => (finding.conditions.length > 0 ? finding.conditions : (source.evidence?.conditions ?? []))
  const likes: AppraisedFinding[][] = []
  for (const appraised of group) {
    const like = likes.find((others) => others.every((other) => !areApart(vocabulary, conditions(appraised), conditions(other))))
    if (like === undefined) likes.push([appraised])
    else like.push(appraised)
  }
  return likes
}

/** Everything that must agree before two results are one outcome; composites agree by their parts, or by a curated equivalence. */
function groupKey(vocabulary: Vocabulary, appraised: AppraisedFinding): string {
  const { finding } = appraised
  const outcome = finding.components.length > 0 ? [...(vocabulary.equivalentComposite(finding.components)?.composites[0] ?? finding.components)].toSorted().join('+') : (finding.outcomeConcept ?? finding.outcome.toLowerCase())
  const scale = finding.measure === 'MD' ? (finding.instrument ?? finding.unit ?? finding.outcome) : finding.measure === 'SMD' ? 'smd' : (finding.instrument ?? 'events')
  return [outcome, scale, finding.measure === 'MD' ? timeBand(finding.timeMonths) : '', appraised.tier, comparisonClass(appraised), finding.outcomeKind].join('|')
}

/** Time bands of pain and function outcomes (Furlan 2015). */
function timeBand(months: number | null): string {
  if (months === null) return 'time-not-stated'
  if (months <= 0.5) return 'to-2-weeks'
  if (months <= 3.5) return 'to-3-months'
  return months < 12 ? '3-to-12-months' : 'from-12-months'
}

function buildBody(vocabulary: Vocabulary, id: string, group: readonly AppraisedFinding[], overrides: readonly DomainOverride[], carrying: readonly string[]): OutcomeBody {
  const ranked = [...group].toSorted(compareFindings)
  const syntheses = ranked.filter(({ synthesis }) => synthesis)
  const exactTrial = ranked.find(({ synthesis, populationMatch }) => !synthesis && populationMatch === 'exact')
  const synthesis = syntheses[0]
  const useSynthesis = synthesis !== undefined && (synthesis.populationMatch === 'exact' || exactTrial === undefined)
  const trials = oneByStudy(ranked.filter((appraised) => !appraised.synthesis))
  const headlineTrial = trials[0]
  const headline = useSynthesis ? synthesis : (headlineTrial ?? synthesis)
  if (headline === undefined) throw new Error('a body of evidence needs a finding')
  const inside = useSynthesis ? trials.filter(({ studyId }) => headline.source.evidence?.contains.includes(studyId) === true).map(({ studyId }) => studyId) : []

  const pooled = useSynthesis ? null : poolTrials(vocabulary, trials)
  const reported = readEffect(headline)
  const effect: Effect | null = pooled === null ? reported : pooled.effect
  const baseline = baselineOf(useSynthesis ? (inside.length > 0 ? trials.filter(({ studyId }) => inside.includes(studyId)) : [headline]) : trials, headline)
  const threshold = effect === null ? null : decisionThreshold(vocabulary, headline, effect, baseline)
  const zone = effect === null ? { zone: null, excludesThreshold: false } : zoneOf(effect, threshold, baseline)
  const conducted = useSynthesis ? trials.filter(({ studyId }) => inside.includes(studyId)) : trials
  const people = useSynthesis ? (headline.source.evidence?.n ?? null) : sumOrNull(trials.map(({ source }) => source.evidence?.n ?? null))
  const effects = trials.map((trial) => readEffect(trial)).filter((value) => value !== null)
  const contradictory = contradicts(vocabulary, useSynthesis ? [headline, ...trials.filter(({ studyId }) => !inside.includes(studyId))] : trials)
  const statistics = pooled?.statistics ?? null
  const prediction = pooled?.prediction ?? null
  const rating = rateCertainty(vocabulary, {
    headline, trials: conducted, tier: headline.tier, effect, threshold, baseline, pool: statistics === null ? null : { ...statistics, prediction }, effects, people, zone: zone.zone, events: eventsOf(conducted.length > 0 ? conducted : [headline]), contradictory, carriesVerdict: carrying.includes(id), overrides,
  })
  const again = useSynthesis ? poolTrials(vocabulary, conducted) : null
  const concept = headline.finding.outcomeConcept === null ? undefined : vocabulary.outcome(headline.finding.outcomeConcept)
  return {
    id,
    group: '',
    label: headline.finding.outcome,
    plain: concept?.plain ?? headline.finding.outcome,
    outcomeConcept: headline.finding.outcomeConcept,
    components: headline.finding.components,
    kind: headline.finding.outcomeKind === 'harm' ? 'harm' : 'benefit',
    importance: headline.importance,
    tier: headline.tier,
    comparison: comparisonClass(headline),
    headline,
    trials,
    inside,
    overlapping: syntheses.filter((other) => other !== headline),
    effect,
    recomputed: again === null ? null : { effect: again.effect, k: again.statistics.k, i2: again.statistics.i2, studies: conducted },
    pool: statistics === null ? null : { k: statistics.k, tau2: statistics.tau2, i2: statistics.i2, qPValue: statistics.qPValue, model: statistics.model, prediction: prediction === null || prediction.low === null || prediction.high === null ? null : { low: prediction.low, high: prediction.high } },
    people,
    baseline,
    absolute: effect === null ? null : absoluteEffect(effect, baseline),
    threshold,
    ...zone,
    ...rating,
    contradictory,
    countedAsSame: countedAsSame(vocabulary, [headline, ...trials]),
  }
}

/** Why results whose sources define or name a composite differently count as one outcome; null where they do not differ. */
function countedAsSame(vocabulary: Vocabulary, results: readonly AppraisedFinding[]): string | null {
  const named = new Set(results.map(({ finding }) => finding.outcome.toLowerCase()))
  const [first] = results
  return first === undefined || named.size < 2 ? null : (vocabulary.equivalentComposite(first.finding.components)?.reason ?? null)
}

/**
 * The exact population first, then results with an interval, everyone as randomized before per-protocol, whole-trial
 * results, syntheses, the newest search, the most people.
 */
function compareFindings(a: AppraisedFinding, b: AppraisedFinding): number {
  const population = (value: AppraisedFinding): number => (value.populationMatch === 'exact' ? 0 : 1)
  const role = (value: AppraisedFinding): number => (value.finding.role === 'primary' ? 0 : value.finding.role === 'subgroup' || value.finding.role === 'post-hoc' ? 2 : 1)
  const interval = (value: AppraisedFinding): number => (value.finding.ciLow === null ? 1 : 0)
  const analysed = (value: AppraisedFinding): number => (isPartialAnalysis(value) ? 1 : 0)
  return population(a) - population(b) || interval(a) - interval(b) || analysed(a) - analysed(b) || role(a) - role(b) || Number(b.synthesis) - Number(a.synthesis)
    || newerFirst(dateOf(a), dateOf(b)) || (b.source.evidence?.n ?? 0) - (a.source.evidence?.n ?? 0) || (a.finding.id < b.finding.id ? -1 : 1)
}

function isPartialAnalysis({ finding }: AppraisedFinding): boolean {
  return finding.analysis === 'per-protocol' || finding.analysis === 'on-treatment'
}

function newerFirst(a: string, b: string): number {
  return a === b ? 0 : a > b ? -1 : 1
}

function dateOf({ source }: AppraisedFinding): string {
  return source.evidence?.searchDate ?? String(source.year ?? '')
}

/** One result a study: the first in rank; the last report of the randomized comparison counts. */
function oneByStudy(findings: readonly AppraisedFinding[]): AppraisedFinding[] {
  const byStudy = new Map<string, AppraisedFinding>()
  for (const appraised of findings) if (!byStudy.has(appraised.studyId)) byStudy.set(appraised.studyId, appraised)
  return [...byStudy.values()]
}

/**
 * Our pool of several trials; null where they may not be pooled (docs/methods/effects.md): an interval missing or crooked, a
 * mixture of measures, comparators or analysis sets, a composite whose parts are not held, follow-ups more than a factor
 * of two apart for events.
 */
function poolTrials(vocabulary: Vocabulary, trials: readonly AppraisedFinding[]): { readonly effect: Effect; readonly statistics: PooledEffect; readonly prediction: Effect | null } | null {
  const whole = trials.filter(({ finding }) => finding.role !== 'subgroup' && finding.role !== 'post-hoc')
  const rows = whole.map((trial) => ({ trial, effect: readEffect(trial) })).filter((row): row is { trial: AppraisedFinding; effect: Effect } => row.effect !== null && row.effect.low !== null && row.effect.high !== null)
  const [first] = rows
  if (first === undefined || rows.length < 2 || rows.length < whole.length) return null
  if (rows.some(({ effect }) => family(effect) !== family(first.effect) || effect.higherIsBetter !== first.effect.higherIsBetter)) return null
  if (rows.some(({ trial: { finding } }) => finding.components.length === 0 && finding.outcomeConcept !== null && vocabulary.outcome(finding.outcomeConcept)?.composite === true)) return null
  if (rows.some(({ trial }) => trial.finding.comparatorType !== first.trial.finding.comparatorType || isPartialAnalysis(trial) !== isPartialAnalysis(first.trial))) return null
  if (first.effect.measure !== 'MD' && followUpsDiffer(rows.map(({ trial }) => monthsOf(trial)))) return null
  const log = isRatio(first.effect)
  const studies = rows.map(({ trial, effect }) => {
    const level = typeof trial.finding.ciLevel === 'number' ? trial.finding.ciLevel : 0.95
    const standardError = standardErrorFromInterval({ estimate: effect.estimate, low: effect.low ?? NaN, high: effect.high ?? NaN, level, scale: log ? 'log' : 'raw' })
    return standardError === null ? null : { estimate: log ? Math.log(effect.estimate) : effect.estimate, standardError }
  }).filter((study) => study !== null)
  if (studies.length < rows.length) return null
  const statistics = poolInverseVariance(studies)
  if (statistics === null) return null
  const back = (x: number): number => (log ? Math.exp(x) : x)
  const effect: Effect = { measure: first.effect.measure, estimate: back(statistics.estimate), low: back(statistics.low), high: back(statistics.high), origin: 'pooled', higherIsBetter: first.effect.higherIsBetter }
  const prediction = statistics.prediction === null ? null : { ...effect, low: back(statistics.prediction.low), high: back(statistics.prediction.high) }
  return { effect, statistics, prediction }
}

function followUpsDiffer(months: readonly (number | null)[]): boolean {
  const known = months.filter((value) => value !== null)
  return known.length > 1 && Math.max(...known) > RULES.followUpFactor * Math.min(...known)
}

/** Families that may be pooled (docs/methods/effects.md): hazard and rate ratios together, nothing else across. */
function family(effect: Effect): string {
  return effect.measure === 'HR' || effect.measure === 'IRR' ? 'HR' : effect.measure
}

/**
 * Control-arm risk: counts added over the trials; without counts the share that the largest trial states, else its
 * yearly rate over its own follow-up, 1 − e^(−rt); last what a stated absolute difference implies (docs/methods/effects.md). A rate is never carried beyond the follow-up.
 */
function baselineOf(trials: readonly AppraisedFinding[], headline: AppraisedFinding): Baseline | null {
  const counted = trials.filter((trial) => controlArm(trial) !== null)
  const rows = counted.length > 0 ? counted : controlArm(headline) === null ? [] : [headline]
  if (rows.length > 0) {
    const arms = rows.map((row) => controlArm(row)).filter((arm) => arm !== null)
    const events = arms.reduce((sum, arm) => sum + arm.events, 0)
    const total = arms.reduce((sum, arm) => sum + arm.total, 0)
    return { proportion: events / total, basis: 'counts', from: rows, months: meanMonths(rows) }
  }
  for (const row of [...trials, headline]) {
    const stated = statedRisk(row)
    if (stated !== null) return { ...stated, from: [row], months: meanMonths([row]) }
  }
  return impliedBaseline(headline)
}

/** The risk at which the headline's ratio gives the absolute difference stated beside it; last in order, since it is our calculation. */
function impliedBaseline(headline: AppraisedFinding): Baseline | null {
  const effect = readEffect(headline)
  const stated = headline.finding.statedDifference
  if (headline.reversed || effect === null || stated === null || !isRatio(effect)) return null
  const proportion = impliedControlRisk(effect.measure, effect.estimate, 10 * stated.percent)
  return proportion === null ? null : { proportion, basis: 'difference', from: [headline], months: meanMonths([headline]) }
}

function meanMonths(rows: readonly AppraisedFinding[]): number | null {
  const months = rows.map((row) => monthsOf(row)).filter((value) => value !== null)
  return months.length === 0 ? null : months.reduce((sum, value) => sum + value, 0) / months.length
}

function monthsOf({ finding, source }: AppraisedFinding): number | null {
  return finding.timeMonths ?? source.evidence?.followUpMonths ?? null
}

function statedRisk(row: AppraisedFinding): { readonly proportion: number; readonly basis: 'percent' | 'rate' } | null {
  const arms = row.finding.arms.filter((arm) => arm.role === (row.reversed ? 'intervention' : 'control'))
  const [arm] = arms
  if (arms.length !== 1 || arm === undefined) return null
  if (arm.percent !== null) return { proportion: arm.percent / 100, basis: 'percent' }
  const months = monthsOf(row)
  return arm.ratePer1000PersonYears === null || months === null ? null : { proportion: 1 - Math.exp((-arm.ratePer1000PersonYears * months) / 12_000), basis: 'rate' }
}

function controlArm({ finding, reversed }: AppraisedFinding): { readonly events: number; readonly total: number } | null {
  const arms = finding.arms.filter((arm) => arm.role === (reversed ? 'intervention' : 'control'))
  const [arm] = arms
  if (arms.length !== 1 || arm === undefined || arm.events === null || arm.total === null || arm.total === 0 || arm.events > arm.total) return null
  return { events: arm.events, total: arm.total }
}

function eventsOf(findings: readonly AppraisedFinding[]): number | null {
  return sumOrNull(findings.map(({ finding }) => sumOrNull(finding.arms.map((arm) => arm.events))))
}

function sumOrNull(values: readonly (number | null)[]): number | null {
  const held = values.filter((value) => value !== null)
  return held.length === 0 || held.length < values.length ? null : held.reduce((sum, value) => sum + value, 0)
}

/**
 * Trials of at least 200 people that disagree about direction or about mattering, beyond chance (Q p < 0.10). A published
 * pool stands for the trials inside it.
 */
function contradicts(vocabulary: Vocabulary, trials: readonly AppraisedFinding[]): boolean {
  const statistics = poolTrials(vocabulary, trials)?.statistics ?? null
  if (statistics === null || statistics.qPValue >= RULES.inconsistencyQp) return false
  const large = trials.filter(({ source }) => (source.evidence?.n ?? 0) >= RULES.largeTrialPeople)
  const seen = large.map((trial) => {
    const effect = readEffect(trial)
    if (effect === null) return null
    const baseline = baselineOf([trial], trial)
    const { zone } = zoneOf(effect, decisionThreshold(vocabulary, trial, effect, baseline), baseline)
    return zone === null ? null : { zone, direction: directionOf(effect) }
  }).filter((value) => value !== null)
  const favourable = seen.some(({ zone }) => zone === 'important-benefit' || zone === 'small-benefit')
  const not = seen.some(({ zone }) => zone === 'trivial' || zone === 'inconclusive' || zone === 'small-harm' || zone === 'important-harm')
  return favourable && not
}

/** Tiers in the order in which they are believed; a later one is used only when no earlier one has a zone. */
export const TIER_ORDER: readonly DesignTier[] = ['blinded-randomized', 'open-randomized', 'network', 'observational']
export const COMPARISON_ORDER: readonly ComparisonClass[] = ['sham-or-placebo', 'no-treatment-or-usual-care', 'active', 'other']
