import { Fault } from '../../core/model/index.ts'
import { splitSentences, termsOf } from '../../core/text/index.ts'
import { compareTexts, countTerms, stanceFeatures, weighTerms, type Stance, type StanceExample } from '../../pipeline/verification/passage-stance/index.ts'
import type { Prompt } from '../effects/index.ts'
import type { YesNoRow } from '../yesno/index.ts'

/** A claim made from a row of another task, with a passage and what that says on it. */
export type MadeClaim = { readonly claim: string; readonly passage: string; readonly stance: Stance }

const OF_ANSWER = { yes: 'Supports', no: 'Refutes', maybe: 'Neutral' } as const

/**
 * Claims out of PubMedQA: each question against its own conclusion (yes supports, no refutes, maybe neither), against
 * the first sentence of its abstract, and against the conclusion that shares most with it among those of other
 * questions (neither).
 */
export function claimsOfQuestions(rows: readonly YesNoRow[]): MadeClaim[] {
  const answered = rows.flatMap(({ question, longAnswer, answer, contexts }) => (longAnswer === null || longAnswer === undefined || answer === null || answer === undefined ? [] : [{ question, conclusion: longAnswer, answer, opening: contexts?.[0]?.text ?? '' }]))
  const weightOf = weighTerms(countTerms(answered.flatMap(({ question, conclusion }) => [question, conclusion])))
  const terms = answered.map(({ question, conclusion }) => new Set(termsOf(`${question} ${conclusion}`)))
  return answered.flatMap(({ question, conclusion, answer, opening }, at): MadeClaim[] => {
    const asked = new Set(termsOf(question))
    const shared = terms.map((held, other) => (other === at ? -1 : [...asked].reduce((sum, term) => sum + (held.has(term) ? weightOf(term) : 0), 0)))
    const nearest = answered[shared.indexOf(Math.max(...shared))]
    const first = splitSentences(opening)[0]
    return [
      { claim: question, passage: conclusion, stance: OF_ANSWER[answer] },
      ...(nearest === undefined ? [] : [{ claim: question, passage: nearest.conclusion, stance: 'Neutral' as const }]),
      ...(first === undefined ? [] : [{ claim: question, passage: opening.slice(first.start, first.end), stance: 'Neutral' as const }]),
    ]
  })
}

/** Shorter evidence is a cell of a table. */
const SHORTEST = 40
const MORE = ['increases', 'is associated with higher', 'raises'] as const
const LESS = ['reduces', 'may lower', 'is linked to lower'] as const
const NONE: readonly ((what: string, outcome: string) => string)[] = [(what, outcome) => `${what} does not affect ${outcome}`, (what, outcome) => `${what} has no effect on ${outcome}`, (what, outcome) => `there is no evidence that ${what} changes ${outcome}`]

/**
 * Claims out of Evidence Inference: that the intervention raises, lowers or does not change the outcome, each against
 * the sentence that tells what it did, and against such a sentence on another outcome of the same article (neither).
 * The wordings take turns.
 */
export function claimsOfPrompts(prompts: readonly Prompt[]): MadeClaim[] {
  const told = prompts.flatMap(({ intervention, outcome, label, evidence, pmcid }) => (label === null || label === undefined || (evidence?.[0]?.text ?? '').length < SHORTEST ? [] : [{ intervention, outcome, label, pmcid, passage: evidence?.[0]?.text ?? '' }]))
  const byArticle = Map.groupBy(told, ({ pmcid }) => pmcid)
  return told.flatMap(({ intervention, outcome, label, pmcid, passage }, at): MadeClaim[] => {
    const claims = [`${intervention} ${turn(MORE, at)} ${outcome}`, `${intervention} ${turn(LESS, at)} ${outcome}`, turn(NONE, at)(intervention, outcome)]
    const isSo = [label === 'significantly increased', label === 'significantly decreased', label === 'no significant difference']
    const others = (byArticle.get(pmcid) ?? []).filter((other) => other.outcome !== outcome && other.passage !== passage && !other.passage.toLowerCase().includes(outcome.toLowerCase()))
    const other = others.length === 0 ? undefined : turn(others, at)
    return claims.flatMap((claim, which): MadeClaim[] => [{ claim, passage, stance: isSo[which] === true ? 'Supports' : 'Refutes' }, ...(other === undefined ? [] : [{ claim, passage: other.passage, stance: 'Neutral' as const }])])
  })
}

function turn<Item>(list: readonly Item[], at: number): Item {
  const item = list[at % list.length]
  if (item === undefined) throw new Fault('bad-input', 'nothing to take turns with', 'Give at least one.')
  return item
}

/** Claims of prompts have few forms: each counts as a tenth of a question that a person asked. */
export const PROMPT_WEIGHT = 0.1

/** Features of made claims; terms weigh as in their own collection. */
export function examplesOf(made: readonly MadeClaim[], weight: number): StanceExample[] {
  const weightOf = weighTerms(countTerms(made.flatMap(({ claim, passage }) => [claim, passage])))
  return made.map(({ claim, passage, stance }) => ({ features: stanceFeatures(compareTexts(claim, passage, weightOf)), stance, weight }))
}
