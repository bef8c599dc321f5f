import type { ModelName } from '../models/model-fit.ts'
import type { Models } from './pooled-analysis.ts'

/**
 * The model shown first. Two studies cannot tell a between-study variance, so they get a common effect; from three on
 * REML with Knapp–Hartung intervals that are never narrower than the normal ones (docs/methods/effects.md; Cochrane
 * Handbook 10.10.4; Röver, Knapp & Friede 2015). A model that was asked for is shown if it can be computed.
 */
export function chooseModel(wanted: ModelName | null, models: Models, k: number): { readonly model: ModelName; readonly why: string } | null {
  if (wanted !== null && models[wanted] !== null) return { model: wanted, why: 'asked for' }
  if (k === 0) return null
  if (k === 1) return { model: 'FE', why: 'one study: its own result, nothing is pooled' }
  if (k === 2) return { model: 'FE', why: 'two studies are too few to estimate heterogeneity: common effect' }
  return { model: 'REML_HKadhoc', why: 'three studies or more: random effects by REML, Hartung–Knapp interval never narrower than the normal one' }
}
