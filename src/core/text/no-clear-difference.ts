import { findPValues } from './p-values.ts'

const SAID = /\b(?:did not|didn't|do not|does not) (?:clearly |significantly )?(?:differ|change|lower|raise|reduce|improve|help)\b|\bno (?:clear|significant) (?:difference|change|gain|effect|benefit)\b|\bnot (?:clearly|significantly) (?:different|lower|higher|fewer|more|better)\b|\b(?:were|was) similar\b/i

/** Whether a sentence itself says that two groups did not clearly differ, in words or by a p value above the usual level. */
export function saysNoClearDifference(text: string): boolean {
  const pValues = findPValues(text)
  return SAID.test(text) || (pValues.length > 0 && pValues.every(({ isSignificant }) => !isSignificant))
}
