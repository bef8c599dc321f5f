import { z } from 'zod'
import { VERDICT_TABLE } from '../../core/methods/index.ts'
import { treatedRisk } from '../../core/statistics/index.ts'
import type { DraftClaim } from '../answer/index.ts'

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

const effectInputsSchema = z.object({
  effect: z.object({ measure: z.enum(['RR', 'OR', 'HR', 'IRR', 'RD', 'MD', 'SMD']), estimate: z.number() }).nullable(),
  absolutePer1000: z.object({ treatedPer1000: z.number(), controlPer1000: z.number() }).nullable(),
  baselineRisk: z.object({ proportion: z.number() }).nullable(),
  start: z.string(),
  certainty: z.string(),
  domains: z.array(z.object({ domain: z.string(), concern: z.string() })),
})

function recomputeEffect(inputs: Readonly<Record<string, unknown>>): string | null {
  const parsed = effectInputsSchema.safeParse(inputs)
  if (!parsed.success) return 'its inputs are not complete'
  const { effect, absolutePer1000: absolute, baselineRisk: baseline, start, certainty, domains } = parsed.data
  if (effect !== null && absolute !== null && baseline !== null && effect.measure !== 'MD' && effect.measure !== 'SMD') {
    const risk = effect.measure === 'RD' ? Math.min(1, Math.max(0, baseline.proportion + effect.estimate)) : treatedRisk(effect.measure, effect.estimate, baseline.proportion)
    if (Math.abs(1000 * risk - absolute.treatedPer1000) > 1e-6) return 'the absolute effect does not follow from the effect and the baseline risk'
    if (Math.abs(1000 * baseline.proportion - absolute.controlPer1000) > 1e-6) return 'the baseline risk is not the one stated'
  }
  const steps = domains.reduce((sum, { concern }) => sum + (STEPS[concern] ?? 0), 0)
  const computed = Math.min(LEVELS.length - 1, Math.max(0, LEVELS.indexOf(start) + steps))
  const level = LEVELS.indexOf(certainty)
  const capped = domains.some(({ domain }) => domain === 'stated rating')
  return level === computed || (capped && level < computed) ? null : 'the certainty does not follow from its start and downgrades'
}

/** Levels that a concern takes away or adds. */
const STEPS: Readonly<Record<string, number>> = { serious: -1, 'very-serious': -2, 'raises-once': 1, 'raises-twice': 2 }

const verdictInputsSchema = z.object({
  stance: z.string(),
  strata: z.array(z.object({ row: z.string(), stance: z.string(), guidelineSignal: z.enum(['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7']), evidenceSignal: z.enum(['E0', 'E1', 'E2', 'E3c', 'E3i', 'E4', 'E5']), modifiers: z.array(z.string()) })),
})

function recomputeVerdict(inputs: Readonly<Record<string, unknown>>): string | null {
  const parsed = verdictInputsSchema.safeParse(inputs)
  if (!parsed.success) return 'its inputs are not complete'
  const { stance: headline, strata } = parsed.data
  for (const { row, stance, guidelineSignal, evidenceSignal, modifiers } of strata) {
    if (row !== `${guidelineSignal}×${evidenceSignal}`) return 'the row named is not the row of its signals'
    const cell = VERDICT_TABLE[guidelineSignal][evidenceSignal]
    const acted = modifiers.some((id) => id !== 'note' && id !== 'M6')
    if (typeof cell === 'string' && !acted && cell !== stance) return 'the stance is not that of its row'
  }
  const stances = new Set(strata.map(({ stance }) => stance))
  if (stances.size === 1 && headline !== 'not-a-decision' && !stances.has(headline)) return 'the headline is not the stance of its strata'
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
