/** Ratio measures that turn into an absolute effect at a stated baseline risk. */
export type RatioMeasure = 'RR' | 'OR' | 'HR' | 'IRR'

/**
 * Risk in the treated group, as a proportion, at control risk `controlRisk` (0–1).
 *
 * RR: pc·RR. OR: through the odds (Cochrane Handbook chapter 15). HR and rate ratio: 1 − (1 − pc)^HR (Altman &
 * Andersen 1999; GRADE guidelines 12). The control risk is treated as fixed. The result is held within 0–1.
 */
export function treatedRisk(measure: RatioMeasure, ratio: number, controlRisk: number): number {
  switch (measure) {
    case 'RR': return Math.min(1, controlRisk * ratio)
    case 'OR': return (controlRisk * ratio) / (1 - controlRisk + controlRisk * ratio)
    case 'HR':
    case 'IRR': return 1 - (1 - controlRisk) ** ratio
  }
}

/** Events per 1000 people, treated minus control; negative means fewer. */
export function differencePer1000(measure: RatioMeasure, ratio: number, controlRisk: number): number {
  return 1000 * (treatedRisk(measure, ratio, controlRisk) - controlRisk)
}

/** Risk ratio and 95% interval from two arms' counts (log method; Cochrane Handbook 10.4). Null with a zero cell. */
export function riskRatioFromCounts(events1: number, total1: number, events2: number, total2: number): { readonly estimate: number; readonly low: number; readonly high: number } | null {
  if (events1 <= 0 || events2 <= 0 || total1 <= 0 || total2 <= 0 || events1 > total1 || events2 > total2) return null
  const estimate = events1 / total1 / (events2 / total2)
  const standardError = Math.sqrt(1 / events1 - 1 / total1 + 1 / events2 - 1 / total2)
  return { estimate, low: estimate * Math.exp(-1.959963984540054 * standardError), high: estimate * Math.exp(1.959963984540054 * standardError) }
}
