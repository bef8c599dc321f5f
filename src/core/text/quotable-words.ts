import { withoutStatistics } from './without-statistics.ts'

const NUMBER = String.raw`[-−–]?\d[\d.,·]*`
const RATIO = String.raw`(?:(?:adjusted|age-adjusted|unadjusted|pooled|marginal|common|cumulative|fully) )*(?:hazard ratios?|odds ratios?|risk ratios?|rate ratios?|relative risks?|HR|OR|RR|SMD|IRR|P|p|P value|p value)(?: (?:for|of) [\p{L} ]{2,30}?)?`

/** Brackets that hold statistics, figures of a method or a level of significance. */
const BRACKET = /\s*\((?=[^()]*(?:\bCI\b|\binterval\b|\b[pP]\s?[<=>]|\bp for\b|\b(?:HR|OR|RR|SMD|SD|NNT|I²)\b|\bratio\b|\bcredible\b))[^()]*\)/g

/** A ratio or a p value said in the sentence itself, with its number. */
const SAID = new RegExp(String.raw`(?:,|;)?(?: and| with| was)?\s*\b(?<!\b[Tt]he )${RATIO}(?: (?:was|of|is|=|<|>))*\s*(?:[<=>]\s*)?${NUMBER}(?: to ${NUMBER})?`, 'gu')

const LEFT_OUT = ' […]'

/** A relative figure by itself: "23% lower". */
const RELATIVE = /\bI-squared\b|\bby \d[\d.]*%|\b\d[\d.]*% (?:lower|higher|fewer|less|greater)\b|\b(?:effectiveness|efficacy)\b/i

/** A longer sentence is not quoted whole. */
const MOST_WORDS = 65

/**
 * A source's own sentence (the first, where there are several) as a patient may read it: statistics (ratios, intervals, p
 * values) left out and marked by "[…]", every other word as it stands. Null where statistics or a relative figure remain, and
 * where it is long or no longer a sentence.
 */
export function quotableWords(text: string): string | null {
  const [first = ''] = text.trim().split(/(?<=[.!?]) (?=[A-Z])/)
  const cut = first.replace(/\.$/, '').replace(BRACKET, LEFT_OUT).replace(SAID, LEFT_OUT)
    .replace(/(?:[,;:]?\s*\[…\](?:\s*\([^()]*\))?)+/g, LEFT_OUT).replace(/\s*\(\s*\[…\]\s*\)/g, LEFT_OUT).replace(/\s*\[…\]\s*([,;:])/g, ' […]$1').trim()
  const plain = RELATIVE.test(cut) || MOST_WORDS < cut.split(/\s+/).length || /[“”"]/.test(cut) ? null : withoutStatistics(cut)
  return plain === null || plain.replace(/\[…\]/g, '').split(/\s+/).length < 4 ? null : plain
}
