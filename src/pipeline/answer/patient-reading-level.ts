import { measureReadability } from '../../core/text/index.ts'
import { nameSource } from './name-source.ts'
import type { PatientContext } from './patient-context.ts'
import type { DraftClaim, DraftSection } from './types.ts'

/** Names that no plain word can stand for: treatments, organizations, studies. They do not count as hard words. */
export function namesToIgnore({ vocabulary, synthesis }: PatientContext): string[] {
  const { appraisal, coverage } = synthesis
  const sources = [...appraisal.onTopic, ...appraisal.findings.map(({ source }) => source), ...appraisal.alternatives.map(({ source }) => source)]
  const positions = [...appraisal.positions, ...appraisal.alternativePositions, ...coverage]
  const treatments = [...vocabulary.concepts()].filter(({ kind }) => kind === 'intervention').flatMap(({ label, synonyms }) => [label, ...synonyms])
  const bodies = positions.flatMap(({ organization, bodyId, source }) => [organization, source.organization ?? '', vocabulary.body(bodyId)?.name ?? '', vocabulary.body(bodyId)?.short ?? ''])
  return [...new Set([...treatments, ...bodies, ...sources.flatMap((source) => [source.studyName ?? '', nameSource(source)])])].filter((name) => name.length > 1)
}

/**
 * The measured grade of what is printed for a patient, in the last place of the page. Passages of texts that nobody has
 * appraised stand in their own words and are not measured, nor what the answer leaves out, which is known only after
 * verification (its sentences are tested); everything else is.
 */
export function readingLevelSection(names: readonly string[], texts: readonly string[]): DraftSection | null {
  const { grade, smog, words, sentences } = measureReadability(texts, { ignore: names })
  if (grade === null || smog === null) return null
  const claim: DraftClaim = {
    id: 'reading-level',
    kind: 'computed',
    cites: [],
    text: `School grade ${grade} (Flesch and Kincaid, 1975), or ${smog} (SMOG, McLaughlin 1969), from ${words.toLocaleString('en')} words in ${sentences.toLocaleString('en')} sentences. SMOG counts long words and runs higher. Our goal is grade 8 or less on the first. Names of treatments, groups and studies count as one short word each. The list of what is not covered is not counted.`,
    inputs: { grade, smog, words, sentences, goal: 8, method: 'Kincaid 1975; McLaughlin 1969' },
  }
  return { id: 'reading-level', title: 'How hard this is to read', claims: [claim] }
}
