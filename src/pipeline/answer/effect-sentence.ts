import { directionOf, excludesNull, isRatio, readEffect } from '../../core/statistics/index.ts'
import type { Certainty, ComparatorType, Finding, Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import type { OutcomeBody } from '../synthesis/index.ts'
import { duration, effectNumber, effectText, per1000 } from './format-number.ts'
import { nameSource } from './name-source.ts'
import { capitalised, isPlural, listed, uncapitalised, withArticle } from './wording.ts'

const HEDGE: Readonly<Record<Exclude<Certainty, 'very-low'>, { readonly verb: (third: string, bare: string) => string }>> = {
  high: { verb: (third) => third },
  moderate: { verb: (third) => `probably ${third}` },
  low: { verb: (_third, bare) => `may ${bare}` },
}

/**
 * One outcome of one comparison as a sentence whose strength follows certainty and size (GRADE guidelines 26). Cause
 * words only for randomized results; the absolute effect with its baseline and time wherever one is held.
 */
export function effectSentence(vocabulary: Vocabulary, body: OutcomeBody, intervention: string): string {
  const against = comparatorWords(vocabulary, body)
  const told = wholeSentence(vocabulary, body, intervention)
  const compared = against === null ? told : `Against ${against}, ${keepsCapital(told, intervention) ? told : lowerFirst(told)}`
  return body.group === '' ? compared : `For ${body.group}: ${compared}`
}

/** What the treatment was compared with, as a reader must know before any number; null where the source does not say. */
export function comparatorWords(vocabulary: Vocabulary, { headline: { finding, source, reversed } }: OutcomeBody): string | null {
  const ids = finding.comparators.length > 0 ? finding.comparators : (source.evidence?.comparators ?? [])
  const named = ids.map((id) => vocabulary.concept(id)?.label ?? id)
  const own = ownComparator(source, finding.comparatorType)
  switch (finding.comparatorType) {
    case 'sham': return 'sham'
    case 'placebo': return 'placebo'
    case 'usual-care': return own === null || /^usual care$/i.test(own) ? 'usual care' : `usual care (${own})`
    case 'no-treatment': return own !== null && /^no /i.test(own) ? own : 'no treatment'
    case 'mixed': return own ?? 'placebo or other care'
    case 'active': return named.length === 0 || reversed ? null : listed(named)
    case 'dose': case 'own-baseline': case 'none': case 'not-stated': return null
  }
}

/** The source's own few words for what it compared with, where all its results share one kind of comparator. */
function ownComparator({ evidence }: Source, type: ComparatorType): string | null {
  const words = evidence?.comparatorType === type ? (evidence.comparator?.trim().replace(/\.$/, '') ?? '') : ''
  return words === '' || words.split(' ').length > 7 || /[,;:()"]/.test(words) ? null : uncapitalised(words)
}

/** A sentence that begins with an abbreviation or a name keeps its capital after a comma ("SGLT2 inhibitors"). */
function keepsCapital(told: string, intervention: string): boolean {
  return told.startsWith(intervention) || /^[A-Z][A-Z0-9]/.test(told)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function wholeSentence(vocabulary: Vocabulary, body: OutcomeBody, intervention: string): string {
  const subject = capitalised(withArticle(intervention))
  const outcome = outcomeName(vocabulary, body)
  const size = sizeText(body)
  if (body.effect === null) return `The size of the effect of ${intervention} on ${outcome} was not available to us.`
  if (body.contradictory && body.effect.origin === 'pooled') return `Large trials contradict each other on ${outcome}, and one number for both would mislead: ${trialsText(body)}.`
  if (body.certainty === 'very-low') return `The evidence is very uncertain about the effect of ${withArticle(intervention)} on ${outcome}: ${size}.`
  if (body.tier === 'observational' && excludesNull(body.effect) !== true) return `No clear link was seen between ${outcome} and ${intervention} in studies without randomization: ${size}.`
  if (body.tier === 'observational') return `${capitalised(outcome)} was linked with ${intervention} in studies without randomization, which cannot show that it is the cause: ${size}.`
  const singular = HEDGE[body.certainty].verb
  const hedge = (third: string, bare: string): string => singular(isPlural(intervention) ? bare : third, bare)
  switch (body.zone) {
    case 'important-benefit': case 'important-harm': case 'small-benefit': case 'small-harm': {
      const { third, bare } = verbs(body)
      const slightly = body.zone.startsWith('small') && body.threshold?.kind !== 'ratio' ? ' slightly' : ''
      const both = body.zone.startsWith('small') && body.threshold !== null && body.threshold.kind !== 'ratio' ? `, a difference too small to matter to most people (the line used is ${lineLabel(body)})${reachesLine(body) ? ', though its interval reaches that line' : ''}` : ''
      const object = goodObject(body, outcome)
      return `${subject} ${hedge(third, bare)} ${object}${slightly}: ${size}${both}.`
    }
    case 'trivial': {
      const line = lineLabel(body)
      if (excludesNull(body.effect) !== true) return `${subject} ${hedge('makes', 'make')} little or no difference to ${outcome}: ${size} (the line used is ${line}).`
      const { third, bare } = verbs(body)
      return `${subject} ${hedge(third, bare)} ${goodObject(body, outcome)} slightly, by a difference too small to matter to most people: ${size} (the line used is ${line}).`
    }
    case 'inconclusive':
      if (body.headline.finding.nonInferiorityMet === true) return `${subject} ${isPlural(intervention) ? 'were' : 'was'} not worse by more than the margin of the trial${marginText(body)} for ${outcome}: ${size}. Not worse is not the same as equal.`
      return `It could not be told whether ${withArticle(intervention)} ${isPlural(intervention) ? 'change' : 'changes'} ${outcome}: ${size}.`
    case null:
      return `The size is stated without an interval, so it cannot be placed: for ${outcome}, ${size}.`
  }
}

/** Each trial with its own effect, as its report gives it. */
function trialsText({ trials }: OutcomeBody): string {
  return trials.map((trial) => ({ trial, effect: readEffect(trial) })).flatMap(({ trial, effect }) => (effect === null ? [] : [`${nameSource(trial.conduct)} ${effectText(effect)}`])).join('; ')
}

/** What a ratio of something good raises: the share who have it or, on a scale of many steps, the odds of a better result. */
function goodObject(body: OutcomeBody, outcome: string): string {
  if (!effectIsShareOfGood(body)) return outcome
  return body.headline.finding.scale === null ? `the share of people with ${outcome}` : `the odds of a better result on ${outcome}`
}

/** For an event that is good to have, more people with it is the benefit. */
function effectIsShareOfGood({ effect }: OutcomeBody): boolean {
  return effect !== null && effect.higherIsBetter && effect.measure !== 'MD' && effect.measure !== 'SMD'
}

function verbs(body: OutcomeBody): { third: string; bare: string } {
  const effect = body.effect
  if (effect === null) return { third: 'changes', bare: 'change' }
  if (effect.measure === 'MD' || effect.measure === 'SMD') return directionOf(effect) > 0 ? { third: 'improves', bare: 'improve' } : { third: 'worsens', bare: 'worsen' }
  const more = isRatio(effect) ? effect.estimate > 1 : effect.estimate > 0
  return more ? { third: 'raises', bare: 'raise' } : { third: 'lowers', bare: 'lower' }
}

/** The outcome in the field's words: the concept where it is one, the source's own words for a composite. */
export function outcomeName(vocabulary: Vocabulary, body: OutcomeBody): string {
  const concept = body.outcomeConcept === null ? undefined : vocabulary.outcome(body.outcomeConcept)
  if (concept !== undefined && body.components.length === 0) {
    const own = uncapitalised(body.label)
    return body.effect !== null && (body.effect.measure === 'MD' || body.effect.measure === 'SMD') ? `${concept.label} (${body.label})` : own
  }
  return uncapitalised(body.label)
}

/** Relative, absolute, baseline and time in one phrase; says which part is missing. */
export function sizeText(body: OutcomeBody): string {
  const { effect, absolute, baseline } = body
  if (effect === null) return 'the size was not available to us'
  if (body.contradictory && effect.origin === 'pooled') return trialsText(body)
  const line = `${lineText(body)}${analysisText(body)}`
  const relative = effect.origin === 'counts' ? `${effectText(effect)}, our calculation from the counts` : effect.origin === 'pooled' ? `${effectText(effect)}, pooled by us from ${body.trials.length} trials${body.trials.length === 2 ? ' (common effect; two are too few to estimate the spread between trials)' : ''}` : effectText(effect)
  if (effect.measure === 'MD' || effect.measure === 'SMD') return `${relative}${scaleText(body)}${line}`
  if (absolute === null || baseline === null) return `${relative}${analysisText(body)}; the size in absolute terms was not available to us`
  return `${absoluteText(body)}; ${relative}${numberNeededText(body)}${analysisText(body)}`
}

/** Which way a score runs, where no verb of the sentence says it. */
function scaleText({ effect, certainty, zone, tier }: OutcomeBody): string {
  const isSaid = certainty !== 'very-low' && tier !== 'observational' && zone !== null && zone !== 'inconclusive' && zone !== 'trivial'
  return effect === null || isSaid ? '' : `, where ${effect.higherIsBetter ? 'higher' : 'lower'} is better`
}

/** "number needed to treat 30 (22 to 46)": only where the interval excludes no difference, for outcomes that decide. */
function numberNeededText({ absolute, effect, importance }: OutcomeBody): string {
  if (absolute === null || absolute.numberNeeded === null || effect === null || importance !== 'critical') return ''
  const { estimate, low, high } = absolute.numberNeeded
  return `; number needed to ${directionOf(effect) > 0 ? 'treat' : 'harm'} ${estimate} (${low} to ${high})`
}

function marginText({ headline: { finding } }: OutcomeBody): string {
  return finding.nonInferiorityMargin === null ? ' (its margin was not available to us)' : ` (${finding.nonInferiorityMargin}${finding.unit === null ? '' : ` ${finding.unit}`})`
}

/** The line that matters, marked where it is only the usual value and no source held states it. */
function lineLabel({ threshold }: OutcomeBody): string {
  if (threshold === null) return 'not held'
  return threshold.verified ? threshold.label : `${threshold.label}, a usual value for which no source is held`
}

/** Who was analysed: a review's figure that rests on one trial has that trial's analysis (docs/methods/certainty.md). */
export function analysisOf({ finding, conduct }: AppraisedFinding): Finding['analysis'] {
  return conduct.evidence?.signals.some(({ kind }) => kind === 'per-protocol-only') === true ? 'per-protocol' : finding.analysis
}

/** An analysis that does not keep everyone as randomized is named beside the number. */
function analysisText({ headline }: OutcomeBody): string {
  switch (analysisOf(headline)) {
    case 'per-protocol': return ', in the per-protocol analysis'
    case 'on-treatment': return ', in the on-treatment analysis'
    case 'as-treated': return ', as treated and not as randomized'
    case 'itt': case 'subgroup': case 'not-stated': return ''
  }
}

/** On which side of the line that matters a mean difference falls, where its zone does not already say so. */
function lineText(body: OutcomeBody): string {
  const { effect, threshold, zone } = body
  if (effect === null || threshold === null || threshold.kind !== 'points') return ''
  if (zone === 'trivial' || zone === 'small-benefit' || zone === 'small-harm') return ''
  const size = Math.abs(effect.estimate)
  return `, ${size < threshold.value ? 'below' : 'at or above'} the line of ${lineLabel(body)}`
}

/** Whether the interval of a small effect holds one that would matter: on the scale of the line, points or people per 1000. */
export function reachesLine({ effect, absolute, threshold }: Pick<OutcomeBody, 'effect' | 'absolute' | 'threshold'>): boolean {
  if (threshold === null || threshold.kind === 'ratio' || effect === null) return false
  const { low, high } = threshold.kind === 'points' ? effect : (absolute ?? { low: null, high: null })
  return low !== null && high !== null && Math.max(Math.abs(low), Math.abs(high)) >= threshold.value
}

/** "about 34 fewer per 1000 (22 to 46 fewer) over 2.2 years, where 183 per 1000 have it without". */
export function absoluteText({ absolute, baseline }: OutcomeBody): string {
  if (absolute === null || baseline === null) return ''
  const word = (value: number): string => (value < 0 ? 'fewer' : 'more')
  const { difference, low, high } = absolute
  const bounds = low === null || high === null ? '' : Math.sign(low) === Math.sign(high) ? ` (${per1000(Math.min(Math.abs(low), Math.abs(high)))} to ${per1000(Math.max(Math.abs(low), Math.abs(high)))} ${word(difference)})` : ` (anything from ${per1000(low)} fewer to ${per1000(high)} more)`
  const time = baseline.months === null ? '' : ` over ${duration(baseline.months)}`
  return `about ${per1000(difference)} ${word(difference)} per 1000${bounds}${time}, where ${per1000(absolute.controlPer1000)} per 1000 have it without${baseline.basis === 'difference' ? ' (our calculation from the absolute difference that the source states)' : ''}`
}

/** A short cell for a table: "0.80 (0.73 to 0.87)". */
export function effectCell(body: OutcomeBody): string {
  const { effect } = body
  if (effect === null) return 'not available to us'
  const interval = effect.low === null || effect.high === null ? 'interval not available to us' : `${effectNumber(effect, effect.low)} to ${effectNumber(effect, effect.high)}${effect.origin === 'p-value' ? ', worked out by us from the p value' : ''}`
  return `${effect.measure} ${effectNumber(effect, effect.estimate)} (${interval})`
}
