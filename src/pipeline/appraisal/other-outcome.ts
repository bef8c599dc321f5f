import type { ClinicalQuestion, Source } from '../../core/model/index.ts'
import type { OutcomeCategory, Vocabulary } from '../../core/terminology/index.ts'
import type { StatedOutcome } from './types.ts'

/** Outcomes that are felt or suffered; advice for one kind says nothing of another. Harms and surrogates are left out. */
const FAMILIES: Readonly<Partial<Record<OutcomeCategory, string>>> = {
  death: 'death', 'screening-death': 'death',
  'organ-event': 'event', infection: 'event',
  recovery: 'course', response: 'course', symptom: 'course', function: 'course', qol: 'course',
}

/** Kinds of question that ask whether a treatment is worth it; the others are about something else than its aim. */
const ABOUT_BENEFIT: readonly ClinicalQuestion['kind'][] = ['indication', 'therapy', 'comparison', 'screening']

/** The outcomes a question is about: those it names, and what a prevention it names is the prevention of. */
export function askedOutcomes(vocabulary: Vocabulary, question: ClinicalQuestion): string[] {
  if (!ABOUT_BENEFIT.includes(question.kind)) return []
  const prevented = question.population.concepts.flatMap((id) => {
    const aim = /^prevention of (.+)$/.exec(vocabulary.concept(id)?.label ?? '')?.[1]
    return aim === undefined ? [] : vocabulary.recognise(aim).filter(({ kind }) => kind === 'outcome').map(({ conceptId }) => conceptId)
  })
  return [...new Set([...question.outcomes.flatMap(({ concepts }) => concepts), ...prevented])]
}

/**
 * The words by which a piece of advice says that it is for another outcome than the one asked about, or null. Only when
 * every word of every aim is understood, and none of its outcomes is of a kind with one asked about or shares its name:
 * advice to lower death has no vote on fractures, while a death from one cause and any death are of a kind.
 */
export function otherOutcome(vocabulary: Vocabulary, source: Source, asked: readonly string[], stated: readonly StatedOutcome[]): string | null {
  const aims = stated.filter(({ kind }) => kind === 'aim')
  const [first] = aims
  if (asked.length === 0 || first === undefined || !aims.every(({ isWhole, outcomes }) => isWhole && outcomes.length > 0)) return null
  const apart = aims.every(({ outcomes }) => outcomes.every((outcome) => asked.every((other) => areApart(vocabulary, outcome, other))))
  return apart ? source.text.slice(first.start, first.end) : null
}

function areApart(vocabulary: Vocabulary, a: string, b: string): boolean {
  const [x, y] = [vocabulary.outcome(a), vocabulary.outcome(b)]
  if (a === b || x === undefined || y === undefined) return false
  const [one, other] = [FAMILIES[x.category], FAMILIES[y.category]]
  if (one === undefined || other === undefined || one === other) return false
  const words = (label: string): string[] => label.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 3)
  return !words(x.label).some((word) => words(y.label).includes(word))
}
