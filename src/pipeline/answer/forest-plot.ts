import { isRatio, readEffect } from '../../core/statistics/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import type { Effect, OutcomeBody } from '../synthesis/index.ts'
import { nameSource } from './name-source.ts'
import type { DraftPlot } from './types.ts'

/**
 * The forest plot of the benefit that counts most: the trials of its body with their own numbers, and the diamond of the
 * published pool or of ours. Where the trials of a published pool measured other composites they are drawn without a
 * diamond, since the published figure is not theirs (docs/methods/effects.md). Null when nothing can be set side by side.
 */
export function forestPlotOf(bodies: readonly OutcomeBody[]): DraftPlot | null {
  const candidates = bodies.filter(({ kind, importance, effect }) => kind === 'benefit' && importance === 'critical' && effect !== null)
  const several = candidates.find(({ trials }) => trials.length >= 2)
  if (several !== undefined) return plotOf(several, several.trials, !several.contradictory && (several.headline.synthesis || several.pool !== null))
  const reviews = candidates.filter(({ headline }) => headline.synthesis)
  const review = reviews.find(({ effect }) => effect !== null && effect.low !== null) ?? reviews[0]
  if (review === undefined) return null
  const contained = review.headline.source.evidence?.contains ?? []
  const trials = distinctStudies(candidates.flatMap((body) => body.trials).filter(({ studyId }) => contained.includes(studyId)))
  return trials.length < 2 ? null : plotOf(review, trials, false)
}

function plotOf(body: OutcomeBody, trials: readonly AppraisedFinding[], hasDiamond: boolean): DraftPlot | null {
  const { effect, headline, recomputed } = body
  if (effect === null) return null
  // Beside a diamond its measure; without one the measure that most trials report.
  const measure = hasDiamond ? effect.measure : mostCommon(trials.map((trial) => readEffect(trial)?.measure).filter((each) => each !== undefined)) ?? effect.measure
  const rows = trials.flatMap((trial) => {
    const own = readEffect(trial)
    // One scale a plot: a difference of shares has no place beside ratios (docs/methods/effects.md, families).
    if (own === null || familyOf(own.measure) !== familyOf(measure)) return []
    const { source, finding, studyId, conduct } = trial
    return [{
      sourceId: source.id, studyId, label: `${nameSource(conduct)}${source.year === null ? '' : ` ${source.year}`}`, outcome: finding.outcome, estimate: own.estimate, low: own.low, high: own.high,
      insidePublishedPool: headline.synthesis && headline.source.evidence?.contains.includes(studyId) === true, cite: { source, start: finding.span.start, end: finding.span.end },
    }]
  })
  if (rows.length < 2) return null
  const published = headline.synthesis
  return {
    kind: 'forest',
    outcome: body.label,
    measure,
    scale: isRatio({ ...effect, measure }) ? 'log' : 'raw',
    rows,
    summary: hasDiamond ? { label: published ? nameSource(headline.source) : 'Pooled by us', estimate: effect.estimate, low: effect.low, high: effect.high, origin: published ? 'published' : 'pooled', sourceId: published ? headline.source.id : null } : null,
    recomputed: recomputed === null ? null : { estimate: recomputed.effect.estimate, low: recomputed.effect.low, high: recomputed.effect.high, i2: recomputed.i2 },
    note: hasDiamond ? null : noteOf(body, published),
  }
}

/** The one met most often, the first of equals. */
function mostCommon<T>(items: readonly T[]): T | undefined {
  return items.toSorted((a, b) => items.filter((item) => item === b).length - items.filter((item) => item === a).length)[0]
}

/** Hazard and rate ratios are one family; every other measure is its own. */
function familyOf(measure: Effect['measure']): string {
  return measure === 'HR' || measure === 'IRR' ? 'rate' : measure
}

function noteOf(body: OutcomeBody, published: boolean): string {
  if (body.contradictory) return 'No diamond: the trials contradict each other.'
  return published ? `No diamond: the trials measured other outcomes than ${nameSource(body.headline.source)} pooled.` : 'No diamond: the trials may not be pooled (different comparison, analysis or follow-up, or an interval is missing).'
}

function distinctStudies(findings: readonly AppraisedFinding[]): AppraisedFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ studyId }) => !seen.has(studyId) && seen.add(studyId) !== undefined)
}
