import type { Measure } from '../../../../core/model/index.ts'

export type MeasureMention = { readonly measure: Measure; readonly start: number; readonly end: number; readonly words: string }

/**
 * Names of effect measures (Cochrane Handbook, chapter 6), longest and surest first. "Relative risk reduction" and
 * "difference" in percent are told apart by their number, not here.
 */
const NAMES: readonly (readonly [Measure, RegExp])[] = [
  ['HR', /\bhazards? ratios?\b|\b[as]?HRs?\b(?!\w)/g],
  ['OR', /\bodds[ -]ratios?\b|\b(?:a|adj)?ORs?\b(?!\w)/g],
  ['IRR', /\b(?:incidence|incident|event|hospitali[sz]ation)?[ -]?rate[ -]ratios?\b|\bIRRs?\b/gi],
  ['RR', /\brelative risks?\b(?! reduction)|\brisk[ -]ratios?\b|\b(?:a|adj)?RRs?\b(?!\w)/g],
  ['RD', /\brisk differences?\b|\babsolute (?:risk )?(?:reduction|difference|increase)s?\b|\bARR\b|\bdifference in (?:proportions?|rates?|percentages?)\b/gi],
  ['SMD', /\bstandardi[sz]ed (?:mean )?differences?\b|\bSMDs?\b|\bHedges[’'´]?s? g\b|\bCohen[’'´]?s? d\b|\beffect sizes?\b/gi],
  ['efficacy', /\b(?:vaccine |protective )?efficacy\b(?= (?:was|of|against)? ?[^.;]{0,30}\d+(?:\.\d+)? ?%)/gi],
  // An "adjusted treatment effect" may be a ratio or a difference: its name does not tell.
  ['other', /\b(?:treatment|adjusted|intervention)[ -]effects?\b/gi],
  ['MD', /\b(?:weighted |adjusted |least[- ]squares? )?mean (?:between-group |group |treatment |adjusted )?differences?\b|\b[W]?MDs?\b(?!\w)|\b(?:between[- ]groups?|treatment|group|adjusted|intergroup|net|estimated|absolute)[ -](?:mean )?differences?\b|\bdifferences?\b(?: \w+){0,6}? (?:between|of|was|were)\b|\bdifferences?\b(?=[^.;]{0,25}\d)/gi],
]

/** Measures named in a sentence, in order, none inside another. */
export function findMeasures(text: string): MeasureMention[] {
  const found: MeasureMention[] = []
  for (const [measure, pattern] of NAMES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ measure, start, end, words: match[0] })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
