import { joinShortenings, readShortenings, tokensOf, type Shortenings } from '../sentences/index.ts'
import type { EffectQuestion } from './types.ts'

/** The terms of a question. Those of the arms are what tells the two arms apart. */
export type QuestionTerms = {
  readonly question: EffectQuestion
  readonly outcome: readonly string[]
  /** The outcome's terms in their order, for runs of words. */
  readonly outcomeOrder: readonly string[]
  readonly intervention: ReadonlySet<string>
  readonly comparator: ReadonlySet<string>
  /** Which arm words such as "control" or "placebo" mean; null when both or neither could be. */
  readonly controlIs: Arm | null
}

export type Arm = 'intervention' | 'comparator'

/** Words of arms that name no treatment. */
const GENERIC = new Set('group arm patient treatment therapi dose daili day week month time receiv women men children adult subject particip mg kg ml hour plus versu vs follow two one standard 1 2 3 4'.split(' '))
const CONTROL = /\b(?:placebo|controls?|sham|usual|no treatment|standard care|untreated|baseline|conventional)\b/i

/** The words of intervention, comparator and outcome, with what the article shortens them to. */
export function termsOfQuestion(question: EffectQuestion, shortenings: Shortenings): QuestionTerms {
  const own = readShortenings(question.intervention, question.comparator, question.outcome)
  const both = joinShortenings(own, shortenings)
  const stems = (text: string): string[] => tokensOf(text, both).flatMap((token) => token.stems)
  const intervention = new Set(stems(question.intervention))
  const comparator = new Set(stems(question.comparator))
  const outcomeOrder = stems(question.outcome)
  const isControl = { intervention: CONTROL.test(question.intervention), comparator: CONTROL.test(question.comparator) }
  return {
    question,
    outcome: [...new Set(outcomeOrder)],
    outcomeOrder,
    intervention: distinct(intervention, comparator),
    comparator: distinct(comparator, intervention),
    controlIs: isControl.comparator === isControl.intervention ? null : isControl.comparator ? 'comparator' : 'intervention',
  }
}

/** Terms of one arm that the other does not share; generic words only where nothing else is left. */
function distinct(arm: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  const alone = [...arm].filter((stem) => !other.has(stem))
  const telling = alone.filter((stem) => !GENERIC.has(stem))
  return new Set(telling.length > 0 ? telling : alone)
}
