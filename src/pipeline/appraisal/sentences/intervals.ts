/** A confidence interval in a sentence, and where it lies against no effect: 1 for ratios, 0 for differences. */
export type IntervalMention = { readonly start: number; readonly end: number; readonly low: number; readonly high: number; readonly side: 'above' | 'below' | 'across' }

const RATIO = /\b(?:odds|risks?|hazards?|rates?|relative|prevalence)[\s-]?(?:ratios?|risks?)\b|\bratio\b|\b(?:a?OR|a?RR|a?HR|HRR|IRR|PR)\b/
const NUMBER = String.raw`([-−–]?\s?\d+(?:[.·]\d+)?)`

/** Intervals introduced by "95% CI" or "confidence interval", as "0.2 to 0.8", "0.2–0.8", "0.2, 0.8" or "0.2; 0.8". */
export function findIntervals(text: string): IntervalMention[] {
  const found: IntervalMention[] = []
  const pattern = new RegExp(String.raw`(?:\bC\.?I\.?\b|\bconfidence (?:interval|limit)s?|\bCrI\b)\)?(?:\s*\[?CI\]?)?[^\d\-−–]{0,12}${NUMBER}\s?%?\s*(?:,|;|to|and|–|-|−|\/|~)\s*${NUMBER}`, 'gu')
  for (const match of text.matchAll(pattern)) {
    const low = numberOf(match[1])
    const high = numberOf(match[2])
    if (Number.isNaN(low) || Number.isNaN(high) || low > high) continue
    const isRatio = low > 0 && RATIO.test(text.slice(Math.max(0, match.index - 120), match.index))
    const none = isRatio ? 1 : 0
    found.push({ start: match.index, end: match.index + match[0].length, low, high, side: low > none ? 'above' : high < none ? 'below' : 'across' })
  }
  return found
}

function numberOf(written: string | undefined): number {
  return Number((written ?? '').replace('·', '.').replace(/[−–]/, '-').replace(/\s/g, ''))
}
