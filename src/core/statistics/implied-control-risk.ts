import { differencePer1000, type RatioMeasure } from './absolute-effect.ts'

/** Steps in which a risk is sought, and halvings after that: finer than any source states a difference. */
const STEP = 0.001
const HALVINGS = 40

/**
 * The control risk (0–1) at which a ratio gives the absolute difference that its source states beside it: the smallest
 * one, found by halving. Null where no risk does, as when the two point opposite ways. Our calculation, as rounded as the
 * two numbers it comes from.
 */
export function impliedControlRisk(measure: RatioMeasure, ratio: number, statedDifferencePer1000: number): number | null {
  if (statedDifferencePer1000 === 0 || ratio <= 0 || ratio === 1) return null
  const share = (risk: number): number => differencePer1000(measure, ratio, risk) / statedDifferencePer1000
  const steps = Math.round(1 / STEP)
  const first = Array.from({ length: steps }, (_unused, index) => (index + 1) * STEP).find((risk) => share(risk) >= 1)
  if (first === undefined) return null
  let low = first - STEP
  let high = first
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (low + high) / 2
    if (share(middle) >= 1) high = middle
    else low = middle
  }
  return high
}
