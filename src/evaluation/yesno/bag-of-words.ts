import { wordFeatures } from '../classification/index.ts'
import { evidenceOf, type YesNoRow } from './yes-no-row.ts'

/** The baseline's features: the words of the text, and those of the question. */
export function bagOfWords(row: YesNoRow, withConclusion: boolean): Map<string, number> {
  const evidence = evidenceOf(row, withConclusion)
  const texts = evidence.kind === 'snippets' ? evidence.snippets : [...evidence.contexts.map(({ text }) => text), ...(evidence.conclusion === null ? [] : [evidence.conclusion])]
  return wordFeatures(texts.join(' . '), row.question)
}
