import { findIntervals, findPValues, readShortenings, tokensOf, type ArticleSentence, type ArticleText, type IntervalMention, type PValue, type Shortenings, type Token } from '../sentences/index.ts'

/** A sentence with what is read from it once, whatever is asked. */
export type PreparedSentence = ArticleSentence & {
  readonly index: number
  readonly tokens: readonly Token[]
  readonly stems: ReadonlySet<string>
  readonly pValues: readonly PValue[]
  readonly intervals: readonly IntervalMention[]
}

/** An article read once for any number of questions. */
export type PreparedArticle = {
  readonly text: string
  readonly sentences: readonly PreparedSentence[]
  readonly shortenings: Shortenings
  /** How much a term tells sentences of this article apart: log of sentences over sentences that hold it. */
  weightOf(stem: string): number
}

/** An article cut into sentences once, for all the questions that are asked of it. */
export function prepareArticle({ text, sentences }: ArticleText): PreparedArticle {
  const shortenings = readShortenings(text)
  const prepared = sentences.map((sentence, index) => prepareSentence(sentence, index, shortenings))
  const holding = new Map<string, number>()
  for (const { stems } of prepared) for (const stem of stems) holding.set(stem, (holding.get(stem) ?? 0) + 1)
  return {
    text,
    sentences: prepared,
    shortenings,
    weightOf: (stem) => Math.log((prepared.length + 1) / ((holding.get(stem) ?? 0) + 0.5)),
  }
}

/** One sentence with its tokens, numbers and place. */
export function prepareSentence(sentence: ArticleSentence, index: number, shortenings: Shortenings): PreparedSentence {
  const tokens = tokensOf(sentence.text, shortenings)
  return { ...sentence, index, tokens, stems: new Set(tokens.flatMap(({ stems }) => stems)), pValues: findPValues(sentence.text), intervals: findIntervals(sentence.text) }
}
