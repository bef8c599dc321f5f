import { certaintyRank, lowered, RULES } from '../../core/methods/index.ts'
import { directionOf, excludesNull, isRatio, readEffect } from '../../core/statistics/index.ts'
import type { Certainty } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding, DesignTier } from '../appraisal/index.ts'
import { sideOfThreshold, thresholdsCrossed } from './effect-zone.ts'
import { meetsInformationSize } from './information-size.ts'
import { isCareDriven } from './is-care-driven.ts'
import type { Baseline, DomainOverride, DomainRating, Effect, Threshold, Zone } from './types.ts'

/**
 * Starting level by design (docs/methods/certainty.md): uncontrolled data start very low for effect, whatever the title
 * says. Controlled observational studies start two levels below randomized ones: low by GRADE's first rule, or high less
 * the two levels that ROBINS-I takes for confounding and selection until a person shows that less is due (GRADE
 * guidelines 18). No record holds a ROBINS-I judgement, so code never takes less.
 */
export function startingCertainty(tier: DesignTier): Certainty {
  switch (tier) {
    case 'blinded-randomized': case 'open-randomized': case 'network': return 'high'
    case 'observational': return lowered('high', RULES.observationalStartsLower)
    case 'uncontrolled': case 'modelled': return 'very-low'
  }
}

export type RatingInput = {
  readonly headline: AppraisedFinding
  /** Trials whose conduct speaks for the body: those inside a published pool that are held, or the trials themselves. */
  readonly trials: readonly AppraisedFinding[]
  readonly tier: DesignTier
  readonly effect: Effect | null
  readonly threshold: Threshold | null
  readonly baseline: Baseline | null
  readonly pool: { readonly k: number; readonly i2: number; readonly qPValue: number; readonly asymmetryP: number | null; readonly prediction: Effect | null } | null
  readonly effects: readonly Effect[]
  readonly people: number | null
  readonly events: number | null
  readonly contradictory: boolean
  readonly zone: Zone | null
  /** The verdict was found to rest on care-driven outcomes alone, this one among them. */
  readonly carriesVerdict: boolean
  readonly overrides: readonly DomainOverride[]
}

/** GRADE by outcome, by the simplest reading of docs/methods/certainty.md: each domain with its input; indirectness is left to a person. */
export function rateCertainty(vocabulary: Vocabulary, input: RatingInput): { readonly certainty: Certainty; readonly start: Certainty; readonly domains: readonly DomainRating[] } {
  // Groups as they were treated, not as they were drawn by lot: very low for effect, whatever the trial.
  const start = input.headline.finding.analysis === 'as-treated' ? 'very-low' : startingCertainty(input.tier)
  const seen: readonly DomainRating[] = [riskOfBias(vocabulary, input), inconsistency(input), imprecision(input), publicationBias(input), indirectness(input)]
  const domains = seen.map((rating) => overridden(rating, input))
  const lost = domains.reduce((sum, { concern }) => sum + (concern === 'very-serious' ? 2 : concern === 'serious' ? 1 : 0), 0)
  const large = lost === 0 ? largeEffect(input) : null
  const computed = lowered(start, lost - (large?.concern === 'raises-twice' ? 2 : large === null ? 0 : 1))
  const cap = statedCap(input)
  const certainty = cap === null || certaintyRank(cap.level) >= certaintyRank(computed) ? computed : cap.level
  const all = large === null ? domains : [...domains, large]
  const rated = cap === null ? all : [...all, { domain: 'stated rating', concern: 'none', reason: cap.reason } satisfies DomainRating]
  return { certainty, start, domains: rated }
}

/** A large effect raises certainty, for studies without randomization that nothing has lowered, and for no others. */
function largeEffect({ tier, effect }: RatingInput): DomainRating | null {
  if (tier !== 'observational' || effect === null || !isRatio(effect) || effect.low === null || effect.high === null || effect.low <= 0) return null
  const nearest = effect.estimate > 1 ? effect.low : 1 / effect.high
  if (nearest >= RULES.largeEffectTwice) return { domain: 'large effect', concern: 'raises-twice', reason: `the bound nearer to no difference is a ${RULES.largeEffectTwice}-fold effect or more` }
  return nearest >= RULES.largeEffectOnce ? { domain: 'large effect', concern: 'raises-once', reason: `the bound nearer to no difference is a ${RULES.largeEffectOnce}-fold effect or more` } : null
}

/** A person's judgement replaces the program's, with its reason and name beside it. */
function overridden(rating: DomainRating, { headline: { finding }, overrides }: RatingInput): DomainRating {
  const own = overrides.find(({ outcome, domain }) => domain === rating.domain && (outcome === finding.outcomeConcept || outcome.toLowerCase() === finding.outcome.toLowerCase()))
  return own === undefined ? rating : { domain: rating.domain, concern: own.concern, by: own.by, reason: `${own.reason} (set by ${own.by}; the program had: ${rating.reason})` }
}

const SUBJECTIVE: readonly string[] = ['symptom', 'function', 'qol', 'response']

function riskOfBias(vocabulary: Vocabulary, { headline, trials, effect, events, people, zone, carriesVerdict }: RatingInput): DomainRating {
  const sources = trials.length > 0 ? trials.map(({ conduct }) => conduct) : [headline.conduct]
  const judged = sources.map((source) => {
    const serious: string[] = []
    const notes: string[] = []
    const design = source.evidence?.design
    const outcome = headline.finding.outcomeConcept === null ? undefined : vocabulary.outcome(headline.finding.outcomeConcept)
    const category = outcome?.category
    // Blinded adjudication keeps the rating fair, where it is an examiner's and not the person's own.
    const isAdjudicated = outcome?.observerRated === true && design?.assessorsBlinded === true
    if (headline.tier === 'open-randomized' && category !== undefined && SUBJECTIVE.includes(category) && !isAdjudicated && design?.participantsBlinded !== true) serious.push('people knew their treatment and judged the outcome themselves')
    const decided = headline.tier === 'open-randomized' && design?.participantsBlinded !== true && design?.assessorsBlinded !== true && isCareDriven(vocabulary, headline.finding)
    if (decided && carriesVerdict) serious.push('an open trial of an outcome that depends on a decision, and nothing else carries the verdict')
    else if (decided) notes.push('an open trial of an outcome that depends on a decision')
    if (headline.finding.analysis === 'per-protocol' || headline.finding.analysis === 'on-treatment') serious.push('per-protocol analysis only')
    for (const signal of source.evidence?.signals ?? []) {
      if (signal.kind === 'per-protocol-only' && !serious.includes('per-protocol analysis only')) serious.push('per-protocol analysis only')
      if (signal.kind === 'stopped-early-benefit') {
        const mean = effect !== null && !isRatio(effect) && effect.measure !== 'RD'
        const size = mean ? people : events
        if (size !== null && size < (mean ? RULES.earlyStoppingPeople : RULES.earlyStoppingEvents)) serious.push('stopped early for benefit')
        else notes.push(size === null ? 'stopped early for benefit, after a number of events not available to us' : 'stopped early for benefit')
      }
      if (signal.kind === 'attrition') {
        const shares = signal.byArm.map(({ percent }) => percent)
        const [fewest, most] = [Math.min(...shares), Math.max(...shares)]
        if (signal.value !== null && signal.value > RULES.attritionSerious) serious.push(`${signal.value}% lost to follow-up`)
        else if (shares.length > 1 && most - fewest > RULES.attritionGapSerious) serious.push(`${most}% of one arm and ${fewest}% of another lost or not analysed`)
        else if (signal.value !== null && signal.value > RULES.attritionNote) notes.push(`${signal.value}% lost to follow-up`)
      }
      if (signal.kind === 'crossover') {
        const noDifference = zone === 'trivial' || zone === 'inconclusive'
        if (noDifference && signal.value !== null && signal.value > RULES.crossoverSerious) serious.push(`${signal.value}% crossed over, which hides a difference`)
        else notes.push('people crossed over between arms')
      }
      if (signal.kind === 'primary-outcome-changed') notes.push('primary outcome changed')
      if (signal.kind === 'unadjudicated') notes.push('outcomes not adjudicated')
      if (signal.kind === 'concealment-unclear') notes.push('concealment unclear')
      if (signal.kind === 'cluster') notes.push('cluster trial')
    }
    return { serious: notes.length >= 2 && serious.length === 0 ? [`two weaknesses: ${notes.join(', ')}`] : serious, notes, people: source.evidence?.n ?? null }
  })
  // Where the size of one study is not known, all count alike.
  const sized = judged.every(({ people: n }) => n !== null)
  const weightOf = ({ people: n }: { readonly people: number | null }): number => (sized ? (n ?? 0) : 1)
  const total = judged.reduce((sum, study) => sum + weightOf(study), 0)
  const share = (test: (serious: readonly string[]) => boolean): number => judged.filter(({ serious }) => test(serious)).reduce((sum, study) => sum + weightOf(study), 0) / total
  const reasons = [...new Set(judged.flatMap(({ serious }) => serious))]
  if (share((serious) => serious.length >= 2) > 0.5) return { domain: 'risk of bias', concern: 'very-serious', reason: reasons.join('; ') }
  if (share((serious) => serious.length >= 1) > 0.5) return { domain: 'risk of bias', concern: 'serious', reason: reasons.join('; ') }
  const notes = [...new Set(judged.flatMap((study) => study.notes))]
  if (notes.length > 0) return { domain: 'risk of bias', concern: 'note', reason: notes.join('; ') }
  return headline.synthesis && trials.length === 0
    ? { domain: 'risk of bias', concern: 'not-assessable', reason: 'the trials inside the review are not held' }
    : { domain: 'risk of bias', concern: 'none', reason: 'no serious signal in what is held' }
}

/** Estimates on one side of the line that matters agree, whatever I² says [G7]. */
function inconsistency(input: RatingInput): DomainRating {
  const { pool, effect, effects, threshold, baseline, contradictory } = input
  if (pool === null) return statedInconsistency(input)
  const sides = new Set(effects.map((each) => sideOfThreshold(each, threshold, baseline)))
  const spread = pool.i2 >= RULES.inconsistencyI2 || pool.qPValue < RULES.inconsistencyQp
  if ((contradictory || sides.size > 1) && spread) {
    const twice = pool.i2 >= RULES.inconsistencyI2Twice && intervalsApart(effects)
    return { domain: 'inconsistency', concern: twice ? 'very-serious' : 'serious', reason: `trials disagree (I² ${Math.round(pool.i2)}%)` }
  }
  if (pool.prediction !== null && effect !== null && (thresholdsCrossed(pool.prediction, threshold, baseline) ?? 0) > (thresholdsCrossed(effect, threshold, baseline) ?? 0)) {
    return { domain: 'inconsistency', concern: 'serious', reason: 'a new trial could fall on the other side of the line that matters (prediction interval)' }
  }
  return { domain: 'inconsistency', concern: 'none', reason: `trials agree on what matters (I² ${Math.round(pool.i2)}%)` }
}

/**
 * A published pool is known by the I² that it states and by those of its trials that are held. A low I² is agreement; a
 * high one lowers only where trials inside are seen on both sides of the line that matters.
 */
function statedInconsistency({ headline, trials, threshold, baseline }: RatingInput): DomainRating {
  const domain = 'inconsistency'
  const { i2 } = headline.finding
  if (!headline.synthesis || i2 === null) return { domain, concern: 'not-assessable', reason: 'one study, or a published pool whose spread is not held' }
  if (i2 < RULES.inconsistencyI2) return { domain, concern: 'none', reason: `the review states an I² of ${i2}%` }
  const inside = trials.map((trial) => readEffect(trial)).filter((each) => each !== null)
  if (new Set(inside.map((each) => sideOfThreshold(each, threshold, baseline))).size < 2) return { domain, concern: 'not-assessable', reason: `the review states an I² of ${i2}%; on which side of the line that matters its trials lie is not held` }
  const twice = i2 >= RULES.inconsistencyI2Twice && intervalsApart(inside)
  return { domain, concern: twice ? 'very-serious' : 'serious', reason: `trials inside the review disagree (I² ${i2}%, as it states)` }
}

function intervalsApart(effects: readonly Effect[]): boolean {
  return effects.some((a) => effects.some((b) => a.high !== null && b.low !== null && a.high < b.low))
}

function imprecision({ headline, effect, threshold, baseline, people, events, zone }: RatingInput): DomainRating {
  const domain = 'imprecision'
  if (effect === null) return { domain, concern: 'not-assessable', reason: 'no between-arm effect held' }
  const crossed = thresholdsCrossed(effect, threshold, baseline)
  const small = isRatio(effect) || effect.measure === 'RD' ? (events ?? Number.POSITIVE_INFINITY) < RULES.informationSizeEvents && (people ?? 0) < RULES.informationSizePeople * 10 : (people ?? Number.POSITIVE_INFINITY) < RULES.informationSizePeople
  if (crossed === null) return { domain, concern: small && headline.finding.p === null ? 'very-serious' : 'serious', reason: 'the interval was not available to us' }
  if (crossed === 2) return { domain, concern: 'very-serious', reason: 'the interval holds both an important benefit and an important harm' }
  if (crossed === 1) return { domain, concern: 'serious', reason: `the interval crosses the line that matters (${threshold?.label ?? 'no difference'})` }
  const bounds = effect.low !== null && effect.high !== null && isRatio(effect) && effect.low > 0 ? effect.high / effect.low : null
  const limit = effect.measure === 'OR' ? RULES.boundRatioOdds : RULES.boundRatioRisk
  if (excludesNull(effect) === true && bounds !== null && bounds > limit) return { domain, concern: 'serious', reason: 'a large effect from little information' }
  const important = zone === 'important-benefit' || zone === 'important-harm'
  if (important && meetsInformationSize({ effect, threshold, baseline, people, events }) === false) return { domain, concern: 'serious', reason: 'fewer people or events than one adequate trial would need' }
  return { domain, concern: 'none', reason: 'the interval stays on one side of the line that matters' }
}

/** Fewer than ten studies allow no test; several small favourable ones of one maker are suspected (docs/methods/certainty.md). */
function publicationBias({ pool, effects, trials, headline, people, events, effect, threshold, baseline }: RatingInput): DomainRating {
  const domain = 'publication bias'
  if (pool !== null && pool.asymmetryP !== null) return { domain, concern: pool.asymmetryP < RULES.asymmetryP ? 'serious' : 'none', reason: `funnel test p ${pool.asymmetryP.toFixed(3)} over ${pool.k} studies` }
  const favourable = effects.length >= RULES.publicationBiasSuspectFrom && effects.length < RULES.publicationBiasTestFrom && !headline.synthesis
    && effects.every((each) => directionOf(each) > 0) && trials.every(({ source }) => source.funding === 'industry')
  const small = effect !== null && meetsInformationSize({ effect, threshold, baseline, people, events }) === false
  if (favourable && small) return { domain, concern: 'serious', reason: 'every trial is small, favourable and paid for by the maker: suspected' }
  if (effects.length < RULES.publicationBiasTestFrom) return { domain, concern: 'not-assessable', reason: `fewer than ${RULES.publicationBiasTestFrom} studies held: no test is possible` }
  return { domain, concern: 'not-assessable', reason: 'not tested: the effects of all studies are not held on one scale' }
}

function indirectness({ headline, tier }: RatingInput): DomainRating {
  const reasons = [tier === 'network' ? 'an indirect comparison' : '', headline.interventionMatch === 'class' ? 'the class, not the drug asked about' : '', headline.populationMatch === 'overlaps' ? 'a population that only partly matches' : ''].filter((reason) => reason !== '')
  return { domain: 'indirectness', concern: 'not-judged', reason: reasons.length === 0 ? 'not judged' : `not judged: ${reasons.join('; ')}` }
}

/** A review's own rating caps ours and never lifts it; a published pool that states none is capped at moderate (convention). */
function statedCap({ headline }: RatingInput): { readonly level: Certainty; readonly reason: string } | null {
  if (!headline.synthesis) return null
  const stated = headline.source.evidence?.statedCertainty ?? []
  const { start, end } = headline.finding.span
  const own = stated.find(({ span }) => span !== null && span.start >= start && span.end <= end) ?? stated.find(({ outcomeConcept }) => outcomeConcept !== null && (outcomeConcept === headline.finding.outcomeConcept || headline.finding.components.includes(outcomeConcept))) ?? stated.find(({ outcomeConcept }) => outcomeConcept === null)
  if (own !== undefined) return { level: own.certainty, reason: `the review itself rates it ${own.certainty.replace('-', ' ')}` }
  return { level: 'moderate', reason: 'a published pool whose own rating is not held is rated moderate at most' }
}
