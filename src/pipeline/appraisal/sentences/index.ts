export { sentencesOfAbstract, sentencesOfSource, type ArticleSentence, type ArticleText, type SentenceRole } from './article-sentences.ts'
export { findIntervals, type IntervalMention } from './intervals.ts'
export { findPValues, joinShortenings, readShortenings, splitSentences, termsOf, tokensOf, type PValue, type Shortenings, type TextRange, type Token } from '../../../core/text/index.ts'
