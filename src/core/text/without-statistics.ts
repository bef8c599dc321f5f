/** Names of statistics: a reader without training cannot weigh them, and a relative figure alone misleads (Trevena 2013). */
const STATISTICS = /\b(?:(?:hazard|odds|risk|rate) ratios?|relative risks?|RR|OR|HR|SMD|NNT|CI|SD|I²|I2|QALYs?|p\s?[<=>]|p for|p values?|(?:confidence|credible) intervals?|numbers? needed)\b|\bp\s?[<=>]/i

/**
 * A sentence of a source without the bracket of statistics at its end, as a patient may read it; null where statistics stand
 * in the sentence itself. What is left is a part of the source's own words.
 */
export function withoutStatistics(text: string): string | null {
  const plain = text.trim().replace(/\.$/, '').replace(/\s*\([^()]*\)$/, (bracket) => (STATISTICS.test(bracket) ? '' : bracket))
  return STATISTICS.test(plain) ? null : plain
}
