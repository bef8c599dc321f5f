import { maskedWords, wordRuns } from './masked-words.ts'
import type { QuestionTerms } from './question-terms.ts'
import type { SentenceView } from './sentence-view.ts'

/** How much more a rule's finding weighs than a word: rules are few and general, so they are penalised less. */
const RULE = 2
const WORD = 0.5

const DENIES = /\b(?:no|not|neither|nor|without)\b[^.;]{0,60}\b(?:signific|differ|chang|effect|affect|influenc|impact|improv|increas|decreas|reduc|associat|alter)|non-?\s?signific|insignific|\b(?:similar|similarly|comparable|unchanged|the same|equivalent|unaffected)\b|fail(?:ed|ure) to|not reach/i
const AFFIRMS = /(?<!\b(?:no|not|non|without|nor|neither|any|never)\b.{0,25})\bsignifican(?:t|tly)\b/i

/** What a sentence says on whether the arms differ in the outcome; the same whichever arm is asked about. */
export function significanceFeatures(view: SentenceView, terms: QuestionTerms): Map<string, number> {
  const features = new Map<string, number>()
  const masked = maskedWords(view).map(({ word, at }) => ({ at, word: word === 'FIRST' || word === 'SECOND' ? 'ARM' : word }))
  for (const { word } of masked) features.set(`s:${word}`, WORD)
  const near = masked.filter(({ at }) => at >= view.clause.first && at < view.clause.end).map(({ word }) => word)
  for (const run of wordRuns(near)) features.set(`c:${run}`, WORD)
  for (const name of rulesOf(view)) features.set(name, RULE)
  for (const stem of terms.outcome) features.set(`outcome:${stem}`, WORD)
  features.set(`outcomes:${/,|\band\b/.test(terms.question.outcome) ? 'several' : 'one'}`, 1)
  features.set(`role:${view.sentence.role}`, 1)
  return features
}

function rulesOf({ sentence, anchor, clause }: SentenceView): string[] {
  const { pValues, intervals, tokens, text } = sentence
  const from = tokens[anchor?.first ?? 0]?.start ?? 0
  const end = tokens[clause.end - 1]?.end ?? text.length
  const next = pValues.find(({ start }) => start >= from && start < end) ?? pValues.find(({ start }) => start >= from) ?? pValues.at(-1)
  const yes = pValues.filter(({ isSignificant }) => isSignificant).length
  const interval = intervals.find(({ start }) => start >= from) ?? intervals.at(-1)
  const clauseText = text.slice(tokens[clause.first]?.start ?? 0, end)
  const says = (words: string): string => (DENIES.test(words) ? (AFFIRMS.test(words) ? 'both' : 'no') : AFFIRMS.test(words) ? 'yes' : 'neither')
  const p = next === undefined ? 'none' : next.isSignificant ? (next.value <= 0.01 ? 'strong' : 'yes') : next.value < 0.1 ? 'near' : 'no'
  const all = pValues.length === 0 ? 'none' : yes === pValues.length ? 'yes' : yes === 0 ? 'no' : 'mixed'
  const side = interval === undefined ? 'none' : interval.side === 'across' ? 'across' : 'beside'
  return [`p-next:${p}`, `p-all:${all}`, `ci:${side}`, `says:${says(clauseText)}`, `says-all:${says(text)}`, `p+says:${all}:${says(clauseText)}`]
}
