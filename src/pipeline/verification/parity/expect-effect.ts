import { z } from 'zod'
import { certaintySchema, type Certainty, type Claim, type Finding, type PopulationCriteria, type Source } from '../../../core/model/index.ts'
import { directionOf, excludesNull, isOrdinal, type Effect } from '../../../core/statistics/index.ts'
import { saysNoClearDifference } from '../../../core/text/index.ts'
import { unaccountedWords } from './account-words.ts'
import { mark, wrong } from './compare-told.ts'
import { comparatorNames, treatmentNames } from './compared-names.ts'
import { outcomeProblem, type NamedOutcome } from './check-outcome.ts'
import { peopleProblem } from './check-people.ts'
import { isPrinted, isRange } from './printed-numbers.ts'
import { citedFinding, type ReferenceFacts } from './reference-facts.ts'
import { asWrong, checkName, checkTime, firstWrong } from './told-checks.ts'
import type { Expected, Wrong } from './types.ts'

const effectSchema = z.object({ measure: z.enum(['RR', 'OR', 'HR', 'IRR', 'RD', 'MD', 'SMD']), estimate: z.number(), low: z.number().nullable(), high: z.number().nullable(), origin: z.enum(['reported', 'counts', 'pooled', 'p-value']), higherIsBetter: z.boolean() })

const inputsSchema = z.object({
  outcome: z.string(),
  trialCount: z.number(),
  reversed: z.boolean(),
  effect: effectSchema.nullable(),
  baselineRisk: z.object({ months: z.number().nullable(), basis: z.string().optional() }).nullable(),
  absolutePer1000: z.object({ controlPer1000: z.number(), treatedPer1000: z.number(), difference: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  threshold: z.object({ kind: z.string(), value: z.number(), verified: z.boolean() }).nullable(),
  scale: z.string().nullable(),
  contradictory: z.boolean(),
  countedAsSame: z.string().nullable(),
  zone: z.string().nullable(),
  certainty: certaintySchema,
})

/** Certainty in a patient's words, from the least sure. */
export const LEVELS: readonly (readonly [Certainty, string])[] = [['very-low', 'very unsure'], ['low', 'not very sure'], ['moderate', 'fairly sure'], ['high', 'sure']]

/** Whether a level of certainty told is the one rated: above it the evidence looks stronger than it is. */
export function checkLevel(told: string | undefined, certainty: Certainty | null): Wrong | null {
  const [said, rated] = [LEVELS.findIndex(([, word]) => word === told), LEVELS.findIndex(([level]) => level === certainty)]
  return said === rated ? null : wrong(said > rated ? 'strengthened' : 'weakened', 'another level of certainty')
}

/** What a body of evidence lets a patient's sentence tell: both arms, the difference and its range, the time, how sure. */
export function expectEffect(facts: ReferenceFacts, claim: Claim): Expected[] | null {
  const parsed = inputsSchema.safeParse(claim.inputs)
  const headline = citedFinding(facts, claim)
  if (!parsed.success || headline === undefined) return null
  const { effect, certainty, absolutePer1000: absolute, baselineRisk, reversed, zone, countedAsSame } = parsed.data
  const isContradictory = parsed.data.contradictory && effect?.origin === 'pooled'
  const names: Names = { treatment: treatmentNames(facts, headline, reversed), comparator: [...comparatorNames(facts, headline, reversed), ...(headline.finding.comparatorType === 'none' ? ['the other group'] : [])] }
  const named: NamedOutcome = { outcomeConcept: headline.finding.outcomeConcept, components: headline.finding.components, outcome: parsed.data.outcome }
  const months = baselineRisk?.months ?? headline.finding.timeMonths
  const tier = ['network', 'observational'].find((one) => claim.id.includes(`|${one}|`)) ?? 'randomized'
  const told: EffectTold = { facts, ...parsed.data, names, named, months, headline }
  const outranked = mark('outranked', null, 'that fairer tests exist')
  const common = [...(tier === 'randomized' && claim.id.includes('|blinded-randomized|') ? [] : [outranked]), ...(effect?.origin === 'pooled' && !isContradictory ? [{ slot: 'added-up', missing: 'dropped', what: 'how many studies were added up', check: ({ number }) => (isPrinted(number ?? '', parsed.data.trialCount) ? null : wrong('changed', 'another number of studies')) } satisfies Expected] : [])]
  const isNotWorse = zone === 'inconclusive' && headline.finding.nonInferiorityMet === true && certainty !== 'very-low' && tier !== 'observational'
  const sure = [certaintyOf(told), ...surrogate(told), ...(countedAsSame === null ? [] : [mark('counted-as-one', 'strengthened', 'that differently named results are counted as one')]), ...(isNotWorse ? [mark('not-worse', 'dropped', 'that it was not worse by more than the limit'), mark('not-equal', 'strengthened', 'that not worse is not equal')] : [])]
  if (effect === null) return [...common, { slot: 'no-effect-number', missing: 'dropped', what: 'that no number is held', check: (said) => firstWrong(checkName(said['treatment'], names.treatment, 'the treatment'), asWrong(outcomeProblem(facts.vocabulary, said['outcome'] ?? '', named))) }, ...sure]
  if (isContradictory) return [...common, { slot: 'contradict', missing: 'strengthened', what: 'that large studies do not agree', check: (said) => compared({ ...told, months: null }, said) }, mark('no-one-number', 'strengthened', 'that one number would mislead'), ...sure]
  if (certainty === 'very-low') return [...common, { slot: 'very-unsure', missing: 'strengthened', what: 'how unsure it is', check: (said) => compared(told, said) }]
  if (tier === 'observational') return [...common, mark('watched', 'strengthened', 'that people were only watched'), mark('no-cause', 'strengthened', 'that it shows no cause'), linkOf(told, effect), ...sure]
  const indirect = tier === 'network' ? [mark('indirect', 'strengthened', 'that the comparison is indirect'), mark('worked-out', 'strengthened', 'that it was worked out from other studies')] : []
  if (effect.measure === 'MD' || effect.measure === 'SMD') return [...common, ...indirect, ...scoreOf(told, effect), ...sure]
  if (absolute === null) return [...common, ...indirect, ...withoutBaseline(told, effect), ...sure]
  return [...common, ...indirect, ...(absolute.low === null || absolute.high === null ? [] : ownRangeOf(effect)), ...sharesOf(told, absolute), mark('worked-out-second', null, 'that the treated number is worked out'), ...baselineOf(facts, claim, headline.source, baselineRisk?.basis === 'rate' || baselineRisk?.basis === 'difference'), ...sizeOf(told, effect, absolute, zone), ...sure]
}

/** From where the number without treatment is: sources cited beside the headline, and that a rate was turned into a share. */
function baselineOf({ sources }: ReferenceFacts, { citations }: Claim, headline: Source, isRate: boolean): Expected[] {
  const others = [...new Set(citations.map(({ sourceId }) => sourceId))].flatMap((id) => (id === headline.id ? [] : (sources.get(id) ?? [])))
  const names = others.flatMap((source) => [source.studyName ?? '', source.organization ?? '', source.journal ?? '', ...source.authors])
  return [
    ...(others.length === 0 ? [] : [{ slot: 'baseline-from', missing: null, what: 'from where the number without treatment is', check: (said) => (unaccountedWords(said['names'] ?? '', [...names, 'and colleagues report A']).length === 0 ? null : wrong('changed', 'another study')) } satisfies Expected]),
    ...(isRate ? [mark('from-rate', 'strengthened', 'that a rate was turned into a share')] : []),
  ]
}

type Names = { readonly treatment: readonly string[]; readonly comparator: readonly string[] }
type Inputs = z.infer<typeof inputsSchema>
type EffectTold = Inputs & { readonly facts: ReferenceFacts; readonly names: Names; readonly named: NamedOutcome; readonly months: number | null; readonly headline: { readonly finding: Finding; readonly source: Source } }
type Said = Readonly<Record<string, string>>

/** Treatment, comparator, outcome and time of a sentence that has all four. */
function compared({ facts, names, named, months }: EffectTold, said: Said): Wrong | null {
  return firstWrong(
    checkName(said['treatment'], names.treatment, 'the treatment'), checkName(said['comparator'], names.comparator, 'the other group'),
    said['outcome'] === undefined ? null : asWrong(outcomeProblem(facts.vocabulary, said['outcome'], named)), checkTime(said, months),
  )
}

function certaintyOf({ certainty, zone, effect, contradictory, absolutePer1000, headline: { finding } }: EffectTold): Expected {
  const isUnplaced = effect !== null && absolutePer1000 === null && effect.measure !== 'MD' && effect.measure !== 'SMD' && zone === null && finding.favours !== 'intervention' && finding.favours !== 'comparator' && !saysNoClearDifference(finding.text)
  const isOpen = zone === 'inconclusive' && effect !== null && !(contradictory && effect.origin === 'pooled')
  const leavesOpen = isOpen && (certainty === 'high' || certainty === 'moderate')
  return {
    slot: 'certainty', missing: 'strengthened', what: 'how sure it is',
    check: ({ level, of, open }) => firstWrong(checkLevel(level, certainty), (of === 'these results') === (isOpen || isUnplaced) ? null : wrong('strengthened', 'sure of another thing'), (open !== undefined) === leavesOpen ? null : wrong('strengthened', 'that it is left open')),
  }
}

function surrogate({ facts, named }: EffectTold): Expected[] {
  return surrogateMarks(facts.vocabulary.outcome(named.outcomeConcept ?? '')?.category === 'surrogate')
}

/** That a test result is not how people do. */
export function surrogateMarks(isSurrogate: boolean): Expected[] {
  return isSurrogate ? [mark('surrogate', 'strengthened', 'that it is a test result'), mark('surrogate-limit', 'strengthened', 'that it is not how people do')] : []
}

function linkOf(told: EffectTold, effect: Effect): Expected {
  const isLinked = excludesNull(effect) === true
  const isMore = effect.estimate > (['RD', 'MD', 'SMD'].includes(effect.measure) ? 0 : 1)
  return {
    slot: isLinked ? 'link' : 'no-link', missing: 'dropped', what: 'what was seen',
    check: (said) => firstWrong(compared({ ...told, months: null }, said), said['direction'] === undefined || (said['direction'] === 'more') === isMore ? null : wrong('changed', 'another direction')),
  }
}

function sharesOf({ facts, names, named, months, headline: { finding } }: EffectTold, { controlPer1000, treatedPer1000 }: NonNullable<Inputs['absolutePer1000']>): Expected[] {
  return shareExpectations({ facts, names, named, months, people: (text) => peopleProblem(facts.vocabulary, text, finding.criteria, hasCriteria(finding.criteria) ? [] : ['people like those studied']), control: controlPer1000, treated: treatedPer1000 })
}

/** Both groups on one denominator and in both framings: the four numbers, whose they are, what happened and when. */
export function shareExpectations({ facts, names, named, months, people, control, treated }: { readonly facts: ReferenceFacts; readonly names: Names; readonly named: NamedOutcome; readonly months: number | null; readonly people: (text: string) => string | null; readonly control: number; readonly treated: number }): Expected[] {
  // The rest of 1000 as printed: with the printed share it adds up to 1000, so it may be off by a rounding.
  const rest = (text: string | undefined, share: number): Wrong | null => (Math.abs(Number((text ?? '').replaceAll(',', '')) - (1000 - share)) <= 0.5 + 1e-9 ? null : wrong('changed', 'another number'))
  const number = (text: string | undefined, value: number): Wrong | null => (isPrinted(text ?? '', value) ? null : wrong('changed', 'another number'))
  return [
    { slot: 'control', missing: 'dropped', what: 'the other group', check: (said) => firstWrong(number(said['number'], control), checkName(said['comparator'], names.comparator, 'the other group'), asWrong(people(said['people'] ?? '')), asWrong(outcomeProblem(facts.vocabulary, said['event'] ?? '', named)), checkTime(said, months)) },
    { slot: 'treated', missing: 'dropped', what: 'the treated group', check: (said) => firstWrong(number(said['number'], treated), checkName(said['treatment'], names.treatment, 'the treatment')) },
    { slot: 'others', missing: 'dropped', what: 'how many did not', check: ({ first, second }) => firstWrong(rest(first, control), rest(second, treated)) },
  ]
}

function sizeOf(_told: EffectTold, effect: Effect, { difference, low, high }: NonNullable<Inputs['absolutePer1000']>, zone: string | null): Expected[] {
  const threshold = _told.threshold
  const lead = zone === 'trivial' ? 'That is little or no difference:' : zone === 'inconclusive' ? 'The studies could not tell if there is a real difference:' : 'That is'
  const bounded = low !== null && high !== null
  return [
    {
      slot: 'size', missing: 'dropped', what: 'the size of the difference',
      check: (said) => firstWrong(
        said['lead'] === lead ? null : wrong(lead === 'That is' ? 'weakened' : 'strengthened', 'how the difference is placed'),
        isPrinted(said['number'] ?? '', difference) ? null : wrong('changed', 'another difference'),
        (said['direction'] === 'fewer') === difference < 0 ? null : wrong('changed', 'another direction'),
        bounded === (said['range'] !== undefined) ? null : wrong('strengthened', 'the range'),
        !bounded || isRange(said['range'] ?? '', low, high, ['fewer', 'more']) ? null : wrong('changed', 'another range'),
      ),
    },
    ...(zone?.startsWith('small') === true && threshold?.kind === 'per-1000' ? [{ slot: 'below-line', missing: 'strengthened', what: 'that it is below the line that matters', check: ({ number }) => (isPrinted(number ?? '', threshold.value) ? null : wrong('changed', 'another line')) } satisfies Expected, ...(bounded && Math.max(Math.abs(low), Math.abs(high)) >= threshold.value ? [mark('maybe-larger', 'strengthened', 'that it may be larger')] : [])] : []),
    ...(zone === 'trivial' && threshold?.kind === 'per-1000' ? [{ slot: 'line-used', missing: 'dropped', what: 'the line that is used', check: ({ number }) => (isPrinted(number ?? '', threshold.value) ? null : wrong('changed', 'another line')) } satisfies Expected] : []),
    ...(zone === null && excludesNull(effect) === null ? [mark('not-exact', 'strengthened', 'that its exactness is not known')] : []),
  ]
}

function withoutBaseline(told: EffectTold, effect: Effect): Expected[] {
  const { zone, headline: { finding } } = told
  const takesSide = finding.favours === 'intervention' || finding.favours === 'comparator'
  if (zone === null && !takesSide && !saysNoClearDifference(finding.text)) return [{ slot: 'unplaced', missing: 'strengthened', what: 'that it cannot be placed', check: (said) => compared(told, said) }, mark('not-exact-no-count', 'strengthened', 'that no count is held')]
  if (zone === 'inconclusive' || zone === 'trivial' || (zone === null && !takesSide)) return [{ slot: 'open-effect', missing: 'strengthened', what: 'that the studies could not tell', check: (said) => compared(told, said) }, mark('no-count', 'strengthened', 'that no count is held')]
  return [isOrdinal(finding) ? sideOf(effect, (said) => compared(told, said)) : oftenOf(effect, (said) => compared(told, said)), mark(zone === null ? 'not-exact-no-count' : 'no-count', 'strengthened', 'that no count is held'), ...(zone?.startsWith('small') === true && !isOrdinal(finding) ? [mark('small-ratio', 'strengthened', 'that the difference is small')] : [])]
}

/** That a range was worked out from a p value and is not the study's own. */
export function ownRangeOf({ origin, low, high }: Effect): Expected[] {
  return origin === 'p-value' && low !== null && high !== null ? [mark('own-range', 'strengthened', 'that the range is ours')] : []
}

/** In which group it happened more often. */
export function oftenOf(effect: Effect, others: (said: Said) => Wrong | null): Expected {
  const isMore = effect.estimate > (effect.measure === 'RD' ? 0 : 1)
  return { slot: 'often', missing: 'dropped', what: 'what happened more or less often', check: (said) => firstWrong(['more', 'sooner'].includes(said['direction'] ?? '') === isMore ? null : wrong('changed', 'another direction'), others(said)) }
}

function scoreOf(told: EffectTold, effect: Effect): Expected[] {
  const { threshold, zone, facts, headline: { finding }, named } = told
  const reachesLine = threshold?.kind === 'points' && effect.low !== null && effect.high !== null && Math.max(Math.abs(effect.low), Math.abs(effect.high)) >= threshold.value
  const remark: Expected[] = zone === null ? [mark('not-exact', 'strengthened', 'that its exactness is not known')]
    : zone === 'trivial' && threshold?.verified !== false ? [mark('little', 'strengthened', 'that it is little or no difference')]
      : zone === 'inconclusive' ? [mark('open', 'strengthened', 'that the studies could not tell')]
        : zone === 'trivial' || zone.startsWith('small') ? [...(threshold?.verified === false ? [mark('small-by-usual-line', 'strengthened', 'that it is too small to matter'), mark('line-not-held', 'strengthened', 'that no source for the line is held')] : [mark('too-small', 'strengthened', 'that it is too small to matter')]), ...(reachesLine ? [mark('maybe-larger', 'strengthened', 'that it may be larger')] : [])] : []
  if (effect.measure === 'SMD') return [sideOf(effect, (said) => compared(told, said)), mark('no-unit', 'dropped', 'that the size has no plain unit'), ...remark]
  const line: Expected[] = threshold?.kind === 'points' && threshold.verified ? [{ slot: 'line', missing: 'dropped', what: 'the line that matters', check: ({ number }) => (isPrinted(number ?? '', threshold.value) ? null : wrong('changed', 'another line')) }] : []
  return [scoreDifferenceOf(effect, facts, { ...named, instrument: finding.instrument, unit: finding.unit }, (said) => compared(told, said)), ...ownRangeOf(effect), ...line, ...remark]
}

/** On which side a result without a plain unit falls. */
export function sideOf(effect: Effect, others: (said: Said) => Wrong | null): Expected {
  const side = directionOf(effect) >= 0 ? 'better' : 'worse'
  return { slot: 'side', missing: 'dropped', what: 'who did better', check: (said) => firstWrong(said['direction'] === side ? null : wrong('changed', 'another direction'), others(said)) }
}

/** A difference in scores: its size, side, range and scale. */
export function scoreDifferenceOf(effect: Effect, { vocabulary }: ReferenceFacts, { instrument, unit, ...named }: NamedOutcome & Pick<Finding, 'instrument' | 'unit'>, others: (said: Said) => Wrong | null): Expected {
  const toBenefit = (value: number): number => (effect.higherIsBetter ? value : -value)
  const isZero = isPrinted('0.0', effect.estimate)
  const { plain: scale = null, unit: instrumentUnit } = vocabulary.instrument(instrument ?? '') ?? {}
  const { low, high } = effect
  return {
    slot: 'score', missing: 'dropped', what: 'the difference in scores',
    check: (said) => firstWrong(
      said['same'] !== undefined ? (isZero ? null : wrong('weakened', 'the difference')) : isPrinted(said['number'] ?? '', effect.estimate) ? null : wrong('changed', 'another difference'),
      said['direction'] === undefined || (said['direction'] === 'better') === directionOf(effect) >= 0 ? null : wrong('changed', 'another direction'),
      said['unit'] === undefined || ['points', instrumentUnit, unit?.split(' ')[0]].some((one) => one !== undefined && [one, one.replace(/s$/, '')].includes(said['unit'] ?? '')) ? null : wrong('changed', 'another unit'),
      scale === null ? asWrong(outcomeProblem(vocabulary, (said['scale'] ?? '').replace(/^the scale used for /, ''), named)) : said['scale'] === scale ? null : wrong('changed', 'another scale'),
      (low !== null && high !== null) === (said['range'] !== undefined) ? null : wrong('strengthened', 'the range'),
      low === null || high === null || isRange(said['range'] ?? '', toBenefit(low), toBenefit(high), ['worse', 'better']) ? null : wrong('changed', 'another range'),
      others(said),
    ),
  }
}

function hasCriteria(criteria: PopulationCriteria | null): boolean {
  return criteria !== null && Object.keys(criteria.ranges).length + criteria.tags.length + criteria.notTags.length + (criteria.anyOf?.length ?? 0) > 0
}
