import { DENIALS, DIRECTION_OF } from '../effect-direction/direction-words.ts'
import type { PreparedSentence } from '../effect-direction/index.ts'
import { wordRuns } from '../effect-direction/masked-words.ts'
import { saysOpposite } from './opposites.ts'
import type { QuestionView, WeighedSentence } from './question-view.ts'

const RULE = 2
const WORD = 1

const DENIES = /\b(?:no|not|neither|nor|without|cannot|lack(?:s|ed|ing)? of)\b|non-?\s?signific|insignific|\b(?:similar|comparable|unchanged|unaffected|unlikely|ineffective|unnecessary|fail(?:s|ed|ure)?|rarely|insufficient|contraindicated|independent of)\b/i
const DENIES_EFFECT = /\b(?:no|not|neither|nor|without|cannot)\b[^.;]{0,60}\b(?:signific|differ|chang|effect|affect|influenc|impact|improv|increas|decreas|reduc|associat|alter|correlat|predict|benefi|support|evidence|recommend|justif|necessar|relat|superior|advantage|useful|reliable)/i
const AFFIRMS = /(?<!\b(?:no|not|non|without|nor|neither|any|never)\b.{0,25})\b(?:signific|associated|effective|improv|benefi|safe|feasible|useful|predict|correlat|reliable|support|should|recommend|superior|important|confirm|demonstrat|able to)/i
const HEDGES = /\b(?:may|might|could|possibl|perhaps|further|suggest|unclear|inconclusive|controversial|limited|caution|however|although|appear|seem|prospective|larger|need|remain|depend|some)/i

/** What the sentences of a text say on a question. `role` keeps what stands in results from what stands in conclusions. */
export function answerFeatures(question: QuestionView, sentences: readonly WeighedSentence[], chanceOfDifference: (sentence: PreparedSentence) => number, role: string): Map<string, number> {
  const features = new Map<string, number>()
  const add = (name: string, value: number): void => { features.set(name, (features.get(name) ?? 0) + value) }
  for (const { sentence, share, coverage } of sentences) {
    for (const name of rulesOf(sentence, question)) add(`${role}:${name}`, RULE * share)
    add(`${role}:difference`, RULE * share * (2 * chanceOfDifference(sentence) - 1))
    add(`${role}:coverage`, share * coverage)
    for (const run of new Set(wordRuns(wordsOf(sentence, question), 2))) add(`${role}:w:${run}`, WORD * share)
  }
  const top = sentences.toSorted((a, b) => b.coverage - a.coverage)[0]
  if (top !== undefined) for (const name of rulesOf(top.sentence, question)) add(`${role}:top:${name}`, RULE / 2)
  const first = sentences[0]
  if (first !== undefined) for (const name of rulesOf(first.sentence, question)) add(`${role}:first:${name}`, RULE / 2)
  const best = Math.max(0, ...sentences.map(({ coverage }) => coverage))
  add(`${role}:best`, best)
  add(`${role}:full`, best > 0.95 ? 1 : 0)
  return features
}

/** What the question's own form makes likely. */
export function questionFeatures({ text, words }: QuestionView): Map<string, number> {
  const features = new Map<string, number>()
  const asking = text.split(/[:.]\s+/u).at(-1) ?? text
  const first = asking.toLowerCase().match(/\p{L}+/u)?.[0] ?? ''
  features.set(`q:first:${first}`, WORD)
  for (const word of words) features.set(`q:${word}`, WORD / 2)
  if (/\bor\b|\bversus\b|\bvs\b/.test(text)) features.set('q:choice', WORD)
  if (/\b(?:only|always|all|every|exclusively|ubiquitous\w*|never|solely|same|just)\b/i.test(text)) features.set('q:absolute', WORD)
  features.set(`q:direction:${/\b(?:better|superior|improv\w+|best|benefi\w+|necessary|needed|justified|worth\w*)\b/i.test(text) ? 'worth' : 'plain'}`, WORD)
  return features
}

function rulesOf(sentence: PreparedSentence, question: QuestionView): string[] {
  const { text, tokens, pValues } = sentence
  const rules: string[] = []
  const denies = DENIES_EFFECT.test(text) ? 'effect' : DENIES.test(text) ? 'some' : 'none'
  rules.push(`denies:${denies}`, `affirms:${AFFIRMS.test(text) ? 'yes' : 'no'}`, `says:${denies}:${AFFIRMS.test(text) ? 'yes' : 'no'}`)
  if (HEDGES.test(text)) rules.push('hedges')
  const yes = pValues.filter(({ isSignificant }) => isSignificant).length
  if (pValues.length > 0) rules.push(`p:${yes === pValues.length ? 'yes' : yes === 0 ? 'no' : 'mixed'}`)
  const isDeniedTerm = tokens.some(({ stems }, at) => stems.some((stem) => question.termSet.has(stem)) && tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => DENIALS.has(lower)))
  if (isDeniedTerm) rules.push('denied-term')
  if (saysOpposite(question.termSet, sentence.stems)) rules.push('opposite')
  if (question.direction !== 0) {
    const sum = tokens.reduce((all, { lower }, at) => {
      const direction = DIRECTION_OF.get(lower)
      if (direction === undefined) return all
      const sign = direction === 'up' || direction === 'good' ? 1 : -1
      return all + (tokens.slice(Math.max(0, at - 5), at).some((token) => DENIALS.has(token.lower)) ? -sign : sign)
    }, 0)
    if (sum !== 0) rules.push(`direction:${Math.sign(sum) === question.direction ? 'agrees' : 'opposes'}`)
  }
  return rules
}

/** The sentence's words with those of the question masked, numbers too. */
function wordsOf({ tokens, pValues }: PreparedSentence, { termSet }: QuestionView): string[] {
  const words: string[] = []
  for (const { lower, stems, kind, start } of tokens) {
    const p = pValues.find((value) => start >= value.start && start < value.end)
    const word = p !== undefined ? (p.isSignificant ? 'P-YES' : 'P-NO') : stems.some((stem) => termSet.has(stem)) ? 'ASKED' : kind === 'number' ? '#' : kind === 'sign' ? '' : lower
    if (word !== '' && words.at(-1) !== word) words.push(word)
  }
  return words
}
