import type { ClinicalQuestion } from '../../core/model/index.ts'
import { canonicalJson } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { MAX_QUESTION_CHARACTERS } from './refuse-unreadable.ts'
import { restateQuestion } from './restate-question.ts'
import { rewordQuestion } from './reword-question.ts'
import { understandQuestion, type QuestionInput } from './understand-question.ts'

/** How often the same question was read when it was asked in other words, and those read as another question. */
export type FramingCheck = { readonly variants: number; readonly same: boolean; readonly different: readonly string[] }

/**
 * Asks the question again in other words, made from its own (negated, polite, turned round, with other names) and from
 * what was understood (affirmed, denied, as a topic, active and passive), and compares what is understood. Everything
 * after the question stage depends on that alone, so an equal reading is an equal verdict.
 */
export function flipFraming(dependencies: { readonly vocabulary: Vocabulary }, input: QuestionInput, understood: ClinicalQuestion): FramingCheck {
  const { vocabulary } = dependencies
  const variants = [...new Set([...rewordQuestion(vocabulary, input.text), ...restateQuestion(vocabulary, understood)])].filter((variant) => variant !== input.text && variant.length <= MAX_QUESTION_CHARACTERS)
  const meant = meaningOf(understood)
  const different = variants.filter((text) => meaningOf(understandQuestion(dependencies, { ...input, text })) !== meant)
  return { variants: variants.length, same: different.length === 0, different }
}

/** What the later stages read: everything but the words themselves and how they were said to be understood. */
function meaningOf({ kind, intervention, comparator, population, outcomes, criteria, stopping, unexplained }: ClinicalQuestion): string {
  return canonicalJson({ kind, intervention: intervention.concepts, comparator: comparator.concepts.length > 0 ? comparator.concepts : comparator.text, population: population.concepts, outcomes: outcomes.map(({ concepts }) => concepts), criteria, stopping, unexplained: unexplained.toSorted() })
}
