/** Names of statistics: a reader without training cannot weigh them, and a relative figure alone misleads (Trevena 2013). */
const NAMES = /\b(?:(?:hazard|odds|risk|rate) ratios?|relative risks?|p for|p values?|(?:confidence|credible) intervals?|numbers? needed)\b/i
const ABBREVIATIONS = /\b(?:RR|OR|HR|SMD|NNT|CI|SD|I2|QALYs?)\b|I²|\b[pP]\s?[<=>]/

function hasStatistics(text: string): boolean {
  return NAMES.test(text) || ABBREVIATIONS.test(text)
}

/**
 * A sentence of a source without the bracket of statistics at its end, as a patient may read it; null where statistics stand
 * in the sentence itself. What is left is a part of the source's own words.
 */
export function withoutStatistics(text: string): string | null {
  const plain = text.trim().replace(/\.$/, '').replace(/\s*\([^()]*\)$/, (bracket) => (hasStatistics(bracket) ? '' : bracket))
  return hasStatistics(plain) ? null : plain
}
