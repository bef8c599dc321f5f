import { isRatio } from '../../core/statistics/index.ts'
import { RULES } from '../../core/methods/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import type { Baseline, Effect, Threshold } from './types.ts'

/**
 * The difference that matters for this outcome: points on its scale for means, events per 1000 where a baseline risk
 * is held (a composite takes the line of its mildest major part), else the ratio lines 0.75 and 1.25.
 */
export function decisionThreshold(vocabulary: Vocabulary, { finding }: AppraisedFinding, effect: Effect, baseline: Baseline | null): Threshold | null {
  if (effect.measure === 'MD' || effect.measure === 'SMD') {
    const instrument = vocabulary.instrument(finding.instrument ?? (effect.measure === 'SMD' ? 'smd' : ''))
    if (instrument === undefined || instrument.mid === null) return null
    return { kind: 'points', value: instrument.mid, label: `${instrument.mid} ${instrument.unit} on the ${instrument.label}`, verified: instrument.midVerified }
  }
  if (isRatio(effect) && baseline === null) {
    return { kind: 'ratio', value: RULES.ratioThresholdHigh, label: `a ratio of ${RULES.ratioThresholdLow} or ${RULES.ratioThresholdHigh}, as no baseline risk is held`, verified: true }
  }
  const parts = finding.components.length > 0 ? finding.components : finding.outcomeConcept === null ? [] : [finding.outcomeConcept]
  const lines = parts.map((part) => vocabulary.outcome(part)?.thresholdPer1000 ?? null).filter((line) => line !== null)
  const value = lines.length > 0 ? Math.max(...lines) : RULES.defaultEventThresholdPer1000
  return { kind: 'per-1000', value, label: `${value} per 1000 people`, verified: true }
}
