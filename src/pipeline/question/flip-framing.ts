import type { ClinicalQuestion } from '../../core/model/index.ts'
import { canonicalJson } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { MAX_QUESTION_CHARACTERS } from './refuse-unreadable.ts'
import { understandQuestion, type QuestionInput } from './understand-question.ts'

/** How often the same question was read when it was asked the other way round. */
export type FramingCheck = { readonly variants: number; readonly same: boolean }

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^is\b/i, "Isn't"], [/^are\b/i, "Aren't"], [/^does\b/i, "Doesn't"], [/^do\b/i, "Don't"], [/^should\b/i, "Shouldn't"], [/^can\b/i, "Can't"], [/^was\b/i, "Wasn't"], [/^did\b/i, "Didn't"],
]

const ASSERTS = /\b(indicated|recommended|necessary|appropriate|effective|useful|beneficial|justified|warranted|worthwhile)\b/i

/**
 * Asks the question again with its framing turned (negated, polite, with other punctuation) and compares what was
 * understood. Everything after the question stage depends on that alone, so an equal reading is an equal verdict.
 */
export function flipFraming(dependencies: { readonly vocabulary: Vocabulary }, input: QuestionInput, understood: ClinicalQuestion): FramingCheck {
  const readings = variantsOf(input.text).map((text) => meaningOf(understandQuestion(dependencies, { ...input, text })))
  const meant = meaningOf(understood)
  return { variants: readings.length, same: readings.every((reading) => reading === meant) }
}

function variantsOf(text: string): string[] {
  const trimmed = text.trim()
  const contracted = CONTRACTIONS.filter(([opening]) => opening.test(trimmed)).map(([opening, instead]) => trimmed.replace(opening, instead))
  const denied = ASSERTS.test(trimmed) && !/\bnot\b/i.test(trimmed) ? [trimmed.replace(ASSERTS, 'not $1')] : []
  return [...contracted, ...denied, `Please: ${trimmed}`, trimmed.replace(/[?.!]+$/, '').concat(' ?')].filter((variant) => variant.length <= MAX_QUESTION_CHARACTERS)
}

/** What the later stages read: everything but the words themselves and how they were said to be understood. */
function meaningOf({ kind, intervention, comparator, population, outcomes, criteria, stopping }: ClinicalQuestion): string {
  return canonicalJson({ kind, intervention: intervention.concepts, comparator: comparator.concepts, population: population.concepts, outcomes: outcomes.map(({ concepts }) => concepts), criteria, stopping })
}
