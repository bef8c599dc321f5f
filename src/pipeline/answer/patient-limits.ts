import { measureReadability } from '../../core/text/index.ts'

export { NO_COMPARISON, plainLimit, plainLimits } from '../../core/terminology/index.ts'

/** Words of more than this grade are told by their kind of weakness. */
const READABLE_GRADE = 8

/** Whether a sentence of a source can be printed for a patient as it stands: short words, no statistics. */
export function isReadable(text: string, names: readonly string[]): boolean {
  const { grade } = measureReadability([text], { ignore: names })
  return grade !== null && grade <= READABLE_GRADE && !STATISTICS.test(text)
}

const STATISTICS = /\b(?:sham|placebo|relative risks?|arms?|control|cohort|end ?points?|baseline|subgroup|randomi[sz]ed|randomi[sz]ation|blinded|adjudicated|equivalence|GRADE|code-based|imputed|median|pooled|primary|meta-analysis|confounding|CI|SD|HR|RR|OR|p\s?[<=0-9]|I2|I²|I-squared|hazard|odds|ratio|interval|fixed-effects?|intention-to-treat|per-protocol|QALYs?|NNT)\b|\d+\(k\)/i
