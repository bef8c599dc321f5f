import type { ClinicalQuestion } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { SourceReader } from './ports.ts'

/**
 * Why a source is a candidate, best first: it is about the intervention and the condition, about the intervention,
 * compares something with it, is about the condition, or names the intervention.
 */
export type CandidateReason = 'intervention-and-condition' | 'intervention' | 'comparator' | 'condition' | 'mention'

/** A cap on each reason; structured records come first within it, so that they are never cut off by plain texts. */
const LIMITS: Readonly<Record<CandidateReason, number>> = { 'intervention-and-condition': 400, intervention: 400, comparator: 200, condition: 200, mention: 60 }

/** Sources read for one list of concepts before the reasons are told apart; far more than any reason may keep. */
const REACH = 2_000

/** Sources that the vocabulary relates to a question, by reason, each once, in a fixed order. */
export async function findSources({ reader, vocabulary }: { readonly reader: SourceReader; readonly vocabulary: Vocabulary }, question: ClinicalQuestion): Promise<readonly { readonly sourceId: string; readonly reason: CandidateReason }[]> {
  const interventions = related(vocabulary, [...question.intervention.concepts, ...question.comparator.concepts])
  const conditions = related(vocabulary, question.population.concepts)
  const [about, compared, onCondition, naming] = await Promise.all([
    reader.sourceIdsByConcept(interventions, ['intervention'], REACH),
    reader.sourceIdsByConcept(interventions, ['comparator'], REACH),
    reader.sourceIdsByConcept(conditions, ['condition'], REACH),
    reader.sourceIdsByConcept(interventions, ['mention'], LIMITS.mention),
  ])
  const onConditionSet = new Set(onCondition)
  const found = new Map<string, CandidateReason>()
  const add = (ids: readonly string[], reason: CandidateReason): void => {
    for (const id of ids.filter((candidate) => !found.has(candidate)).slice(0, LIMITS[reason])) found.set(id, reason)
  }
  add(about.filter((id) => onConditionSet.has(id)), 'intervention-and-condition')
  add(about, 'intervention')
  add(compared, 'comparator')
  add(onCondition, 'condition')
  add(naming, 'mention')
  return [...found].map(([sourceId, reason]) => ({ sourceId, reason }))
}

/** The concepts with their classes and members: a trial of dapagliflozin speaks to SGLT2 inhibitors, and the other way. */
function related(vocabulary: Vocabulary, ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => [...vocabulary.ancestors(id), ...vocabulary.descendants(id)]))]
}
