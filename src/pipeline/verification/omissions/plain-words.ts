import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'

/** An outcome in a patient's words where the vocabulary has them, else in the source's. */
export function inPlainWords(vocabulary: Vocabulary, concept: string | null, otherwise: string): string {
  return (concept === null ? undefined : vocabulary.outcome(concept)?.plain) ?? otherwise
}

/** " (2021)", or nothing where the year is not known. */
export function yearOf({ year }: Source): string {
  return year === null ? '' : ` (${year})`
}
