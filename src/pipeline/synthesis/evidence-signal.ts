import { directionOf, excludesNull, readEffect } from '../../core/statistics/index.ts'
import { certaintyRank, RULES } from '../../core/methods/index.ts'
import type { DesignTier } from '../appraisal/index.ts'
import { COMPARISON_ORDER, TIER_ORDER } from './outcome-bodies.ts'
import type { ComparisonClass, EvidenceSignal, OutcomeBody } from './types.ts'

export type EvidenceReading = {
  readonly signal: EvidenceSignal
  readonly reason: string
  readonly comparison: { readonly tier: DesignTier; readonly comparison: ComparisonClass } | null
  /** Whether a trial of that comparison met its stated non-inferiority margin. */
  readonly metMargin: boolean
  /** The critical outcomes that decided. */
  readonly deciding: readonly OutcomeBody[]
}

/**
 * What the best comparison says about the critical outcomes (docs/methods/verdict.md): blinded and randomized before
 * open, then indirect, then observational; never a mixture. Tested in the order E5, E4, E3c, E1, E2, E3i, E0. Where no
 * comparison has a result on benefit that can be placed, the best one with a harm that can be speaks. A met
 * non-inferiority margin is a benefit only where no clinical body speaks (`guidelinesSpeak` false).
 */
export function evidenceSignal(bodies: readonly OutcomeBody[], { guidelinesSpeak }: { readonly guidelinesSpeak: boolean } = { guidelinesSpeak: false }): EvidenceReading {
  const critical = bodies.filter(({ importance }) => importance === 'critical')
  const inOrder = TIER_ORDER.flatMap((tier) => COMPARISON_ORDER.map((comparison) => ({ tier, comparison, here: critical.filter((body) => body.tier === tier && body.comparison === comparison) })))
  const speaks = ({ here }: Candidate): boolean => here.some(({ zone, kind }) => zone !== null && kind === 'benefit') || testedWithoutBenefit(here).length > 0
  const first = inOrder.find((candidate) => speaks(candidate)) ?? inOrder.find(({ here }) => here.some(({ zone }) => zone !== null))
  const best = first === undefined ? undefined : (inOrder.find((candidate) => candidate !== first && candidate.tier === first.tier && speaks(candidate) && poolsTrialsOf(candidate, first)) ?? first)
  if (best !== undefined) return { ...read(best.here, guidelinesSpeak), metMargin: notWorseByTheMargin(best.here).length > 0, comparison: { tier: best.tier, comparison: best.comparison } }
  return { signal: 'E0', reason: 'no result for a critical outcome is held with an interval', comparison: null, metMargin: false, deciding: [] }
}

type Candidate = { readonly tier: DesignTier; readonly comparison: ComparisonClass; readonly here: readonly OutcomeBody[] }

/** A published pool that already holds the trials of the other comparison says more than one of them alone. */
function poolsTrialsOf(pool: Candidate, other: Candidate): boolean {
  const studies = other.here.flatMap(({ trials }) => trials.map(({ studyId }) => studyId))
  return pool.here.some(({ headline }) => headline.synthesis && headline.source.evidence?.contains.some((study) => studies.includes(study)) === true)
}

function read(bodies: readonly OutcomeBody[], guidelinesSpeak: boolean): Omit<EvidenceReading, 'comparison' | 'metMargin'> {
  const solid = (body: OutcomeBody): boolean => certaintyRank(body.certainty) >= certaintyRank('moderate')
  const important = bodies.filter(({ zone }) => zone === 'important-benefit')
  const harms = bodies.filter((body) => body.zone === 'important-harm' && solid(body))
  if (harms.length > 0 && important.length === 0) return { signal: 'E5', reason: 'important harm at moderate or high certainty and no important benefit', deciding: harms }

  const notWorse = important.length === 0 ? notWorseByTheMargin(bodies) : []
  const mayBeUseless = notWorse.length === 0 && !important.some((body) => solid(body))
  const benefits = bodies.filter((body) => body.kind === 'benefit' && body.zone !== null)
  const negligible = benefits.filter((body) => body.zone === 'trivial' || ((body.zone === 'small-benefit' || body.zone === 'small-harm') && body.excludesThreshold))
  if (mayBeUseless && benefits.length > 0 && negligible.length === benefits.length && benefits.every((body) => solid(body))) {
    return { signal: 'E4', reason: 'every critical benefit lies below the line that matters', deciding: benefits }
  }
  const tested = mayBeUseless ? testedWithoutBenefit(bodies) : []
  if (tested.length > 0) return { signal: 'E4', reason: 'tested without benefit in double-blind trials', deciding: tested }

  const contradictory = bodies.filter((body) => body.contradictory || body.domains.some(({ domain, concern }) => domain === 'inconsistency' && concern === 'very-serious'))
  if (contradictory.length > 0) return { signal: 'E3c', reason: 'large trials of the same outcome contradict each other', deciding: contradictory }
  if (important.some((body) => solid(body))) return { signal: 'E1', reason: 'an important benefit at moderate or high certainty', deciding: important.filter((body) => solid(body)) }
  const small = bodies.filter(({ zone }) => zone === 'small-benefit')
  if (important.length > 0) return { signal: 'E2', reason: 'an important benefit at low or very low certainty', deciding: important }
  if (small.length > 0) return { signal: 'E2', reason: 'a benefit too small to matter to most, or not shown to be large enough', deciding: small }
  if (notWorse.length > 0 && !guidelinesSpeak) return { signal: 'E2', reason: `not worse than the comparator by more than the margin of the trial (${marginOf(notWorse)}), which is a benefit where it is the shorter, simpler or cheaper of the two`, deciding: notWorse }
  const zoned = bodies.filter(({ zone }) => zone !== null)
  if (zoned.length > 0) return { signal: 'E3i', reason: notWorse.length > 0 ? `not worse than the comparator by more than the margin of the trial (${marginOf(notWorse)}); whether that is worth having is left to the bodies that advise` : undecidedReason(zoned), deciding: zoned }
  return { signal: 'E0', reason: 'no result for a critical outcome is held with an interval', deciding: [] }
}

/** Why results decide nothing: not every undecided interval is wide. */
function undecidedReason(zoned: readonly OutcomeBody[]): string {
  if (zoned.every(({ zone }) => zone === 'small-harm' || zone === 'important-harm')) return 'no benefit, and a harm that is small or not sure enough to decide by itself'
  if (zoned.every(({ zone }) => zone === 'trivial')) return 'differences below the line that matters, from evidence too uncertain to settle it'
  return 'the intervals leave open whether it helps or harms'
}

/**
 * Outcomes on which a trial against active or usual care met its stated non-inferiority margin and no interval shows
 * important harm (convention): "not worse" is no benefit against a placebo, and none for the arm it was set against.
 * Such a trial is never "tested without benefit"; whether being no worse is worth having, guidelines say where they speak.
 */
function notWorseByTheMargin(bodies: readonly OutcomeBody[]): OutcomeBody[] {
  if (bodies.some(({ zone }) => zone === 'important-harm')) return []
  return bodies.filter(({ comparison, headline, kind }) => kind === 'benefit' && comparison !== 'sham-or-placebo' && headline.finding.nonInferiorityMet === true && !headline.reversed)
}

function marginOf(bodies: readonly OutcomeBody[]): string {
  const margins = bodies.flatMap(({ headline: { finding } }) => (finding.nonInferiorityMargin === null ? [] : [`${finding.nonInferiorityMargin}${finding.unit === null ? '' : ` ${finding.unit}`}`]))
  return margins.length === 0 ? 'the margin itself is not held' : [...new Set(margins)].join('; ')
}

/**
 * Two independent double-blind trials, or one that meets the information size, null on their primary outcomes, and
 * none of that tier favourable (convention).
 */
function testedWithoutBenefit(bodies: readonly OutcomeBody[]): OutcomeBody[] {
  const blinded = bodies.filter(({ tier, kind }) => tier === 'blinded-randomized' && kind === 'benefit')
  if (blinded.some(({ zone }) => zone === 'important-benefit' || zone === 'small-benefit')) return []
  const nullStudies = new Map<string, boolean>()
  const used: OutcomeBody[] = []
  for (const body of blinded) {
    for (const trial of body.trials) {
      const effect = readEffect(trial)
      if (effect === null || excludesNull(effect) !== false) {
        if (effect !== null && excludesNull(effect) === true && directionOf(effect) > 0 && body.zone !== 'trivial') return []
        continue
      }
      if (trial.finding.role !== 'primary') continue
      const events = trial.finding.arms.reduce((sum, arm) => sum + (arm.events ?? 0), 0)
      const people = trial.source.evidence?.n ?? 0
      const enough = effect.measure === 'MD' || effect.measure === 'SMD' ? people >= RULES.informationSizePeople : events >= RULES.informationSizeEvents
      nullStudies.set(trial.studyId, (nullStudies.get(trial.studyId) ?? false) || enough)
      if (!used.includes(body)) used.push(body)
    }
  }
  return nullStudies.size >= 2 || [...nullStudies.values()].some((enough) => enough) ? used : []
}
