import type { ClinicalQuestion, PicoSlot } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'

/**
 * The words that a question is searched by: the names of what it asks about, not the words it asks with, so that
 * "is it not indicated?", an abbreviation and the full name search for the same. Words that no slot explains join in
 * only where no intervention was understood.
 */
export function questionText(vocabulary: Vocabulary, question: ClinicalQuestion): string {
  const slots = [question.intervention, question.comparator, question.population, ...question.outcomes]
  const parts = slots.flatMap((slot) => namesOf(vocabulary, slot))
  const held = new Set(parts.flatMap((part) => part.toLowerCase().split(/\s+/u)))
  const more = question.intervention.concepts.length > 0 ? [] : question.unexplained.filter((word) => !held.has(word.toLowerCase()))
  const text = [...new Set([...parts, ...more])].join(' ')
  return text === '' ? question.text : text
}

function namesOf(vocabulary: Vocabulary, slot: PicoSlot): string[] {
  const labels = slot.concepts.flatMap((id) => vocabulary.concept(id)?.label ?? vocabulary.outcome(id)?.label ?? [])
  if (labels.length > 0) return labels
  return slot.text === null ? [] : [slot.text]
}
