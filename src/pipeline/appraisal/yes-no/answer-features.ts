import type { PreparedSentence } from '../effect-direction/index.ts'
import { wordRuns } from '../effect-direction/masked-words.ts'
import { answerRules } from './answer-rules.ts'
import type { QuestionView, WeighedSentence } from './question-view.ts'

/** How much a rule's finding weighs against a word: rules are few and general, so they are penalised less. */
const RULE = 2

/** Whether a sentence tells a significant difference: learned elsewhere, from trials. */
export type ChanceOfDifference = (sentence: PreparedSentence) => number

/** What the sentences say on the question, each as loud as it speaks of what is asked. */
export function answerFeatures(question: QuestionView, sentences: readonly WeighedSentence[], chanceOfDifference: ChanceOfDifference): Map<string, number> {
  const features = new Map<string, number>()
  const add = (name: string, value: number): void => { features.set(name, (features.get(name) ?? 0) + value) }
  for (const { sentence, share, coverage } of sentences) {
    for (const name of answerRules(sentence, question)) add(name, RULE * share)
    add('difference', RULE * share * (2 * chanceOfDifference(sentence) - 1))
    add('coverage', share * coverage)
    for (const run of new Set(wordRuns(wordsOf(sentence, question), 2))) add(`w:${run}`, share)
  }
  const best = Math.max(0, ...sentences.map(({ coverage }) => coverage))
  add('best', best)
  add('full', best > 0.95 ? 1 : 0)
  return features
}

/** What the sentence that speaks most of the question says, and what the first says: conclusions open with the answer. */
export function pointFeatures(question: QuestionView, sentences: readonly WeighedSentence[]): Map<string, number> {
  const top = sentences.toSorted((a, b) => b.coverage - a.coverage)[0]
  const named = (prefix: string, sentence: PreparedSentence | undefined): [string, number][] => (sentence === undefined ? [] : answerRules(sentence, question).map((name) => [`${prefix}:${name}`, RULE / 2]))
  return new Map([...named('top', top?.sentence), ...named('first', sentences[0]?.sentence)])
}

/** The sentence's words with those of the question masked, numbers and p values too. */
function wordsOf({ tokens, pValues }: PreparedSentence, { termSet }: QuestionView): string[] {
  const words: string[] = []
  for (const { lower, stems, kind, start } of tokens) {
    if (kind === 'sign') continue
    const p = pValues.find((value) => start >= value.start && start < value.end)
    const word = p !== undefined ? (p.isSignificant ? 'P-YES' : 'P-NO') : stems.some((stem) => termSet.has(stem)) ? 'ASKED' : kind === 'number' ? '#' : lower
    if (words.at(-1) !== word) words.push(word)
  }
  return words
}
