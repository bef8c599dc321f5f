import { VERDICT_TABLE } from '../../core/methods/index.ts'
import { treatedRisk } from '../../core/statistics/index.ts'
import type { DraftClaim } from '../answer/index.ts'
import { type Effect, type EvidenceSignal, type GuidelineSignal } from '../synthesis/index.ts'

/**
 * Computes a computed sentence again from the inputs it carries: absolute effects from effect and baseline, the
 * level from its start and downgrades, the stance from its row of the table, silence from its dates, counts from
 * their parts. Null when it agrees, else what differs.
 */
export function recompute(claim: DraftClaim): string | null {
  const inputs = claim.inputs ?? {}
  if (claim.id.startsWith('effect:')) return recomputeEffect(inputs)
  if (claim.id === 'verdict' && 'strata' in inputs) return recomputeVerdict(inputs)
  if ('silence' in inputs) return recomputeSilence(inputs)
  if (claim.id === 'independence:count') return recomputeFunding(inputs)
  return null
}

const LEVELS = ['very-low', 'low', 'moderate', 'high']

function recomputeEffect(inputs: Readonly<Record<string, unknown>>): string | null {
  const effect = inputs['effect'] as Effect | null
  const absolute = inputs['absolutePer1000'] as { readonly treatedPer1000: number; readonly controlPer1000: number } | null
  const baseline = inputs['baselineRisk'] as { readonly proportion: number } | null
  if (effect !== null && absolute !== null && baseline !== null && effect.measure !== 'MD' && effect.measure !== 'SMD') {
    const risk = effect.measure === 'RD' ? Math.min(1, Math.max(0, baseline.proportion + effect.estimate)) : treatedRisk(effect.measure, effect.estimate, baseline.proportion)
    if (Math.abs(1000 * risk - absolute.treatedPer1000) > 1e-6) return 'the absolute effect does not follow from the effect and the baseline risk'
    if (Math.abs(1000 * baseline.proportion - absolute.controlPer1000) > 1e-6) return 'the baseline risk is not the one stated'
  }
  const domains = (inputs['domains'] ?? []) as readonly { readonly domain: string; readonly concern: string; readonly reason: string }[]
  const lost = domains.reduce((sum, { concern }) => sum + (concern === 'very-serious' ? 2 : concern === 'serious' ? 1 : 0), 0)
  const start = LEVELS.indexOf(String(inputs['start']))
  const raised = domains.reduce((sum, { concern }) => sum + (concern === 'raises-twice' ? 2 : concern === 'raises-once' ? 1 : 0), 0)
  const level = LEVELS.indexOf(String(inputs['certainty']))
  const capped = domains.some(({ domain }) => domain === 'stated rating')
  const computed = Math.min(LEVELS.length - 1, Math.max(0, start - lost + raised))
  return level === computed || (capped && level < computed) ? null : 'the certainty does not follow from its start and downgrades'
}

function recomputeVerdict(inputs: Readonly<Record<string, unknown>>): string | null {
  const strata = inputs['strata'] as readonly { readonly row: string; readonly stance: string; readonly guidelineSignal: GuidelineSignal; readonly evidenceSignal: EvidenceSignal; readonly modifiers: readonly string[] }[]
  for (const { row, stance, guidelineSignal, evidenceSignal, modifiers } of strata) {
    if (row !== `${guidelineSignal}×${evidenceSignal}`) return 'the row named is not the row of its signals'
    const cell = VERDICT_TABLE[guidelineSignal][evidenceSignal]
    const acted = modifiers.some((id) => id !== 'note' && id !== 'M6')
    if (typeof cell === 'string' && !acted && cell !== stance) return 'the stance is not that of its row'
  }
  const stances = new Set(strata.map(({ stance }) => stance))
  const headline = inputs['stance']
  if (stances.size === 1 && headline !== 'not-a-decision' && !stances.has(String(headline))) return 'the headline is not the stance of its strata'
  return stances.size > 1 && headline !== 'conditional' && headline !== 'not-a-decision' ? 'strata differ and the headline is not conditional' : null
}

function recomputeSilence(inputs: Readonly<Record<string, unknown>>): string | null {
  const first = inputs['firstEvidenceYear']
  const year = inputs['publicationYear']
  if (inputs['silence'] === 'predates' && typeof first === 'number' && typeof year === 'number' && year > first) return 'the guideline does not predate the first study'
  return null
}

function recomputeFunding(inputs: Readonly<Record<string, unknown>>): string | null {
  const parts = ['industry', 'mixed', 'public', 'none', 'notKnown'].map((key) => Number(inputs[key]))
  return parts.reduce((sum, value) => sum + value, 0) === Number(inputs['studies']) ? null : 'the parts do not add up to the studies'
}
