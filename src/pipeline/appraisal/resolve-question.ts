import type { ClinicalQuestion, Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'

/**
 * Settles what the words left open by what the sources hold: an unnamed population becomes the one most sources of
 * the intervention speak of, and "B against A" becomes "A against B" where the trials tested A. Both are said.
 */
export function resolveQuestion(vocabulary: Vocabulary, question: ClinicalQuestion, sources: readonly Source[]): ClinicalQuestion {
  return resolvePopulation(vocabulary, resolveOrder(vocabulary, question, sources), sources)
}

function resolveOrder(vocabulary: Vocabulary, question: ClinicalQuestion, sources: readonly Source[]): ClinicalQuestion {
  const { intervention, comparator, population } = question
  if (comparator.concepts.length === 0 || intervention.concepts.length === 0) return question
  const tests = (studied: readonly string[], against: readonly string[]): number =>
    sources.filter((source) => comparisons(source).some(({ interventions, comparators }) => within(vocabulary, interventions, studied) && within(vocabulary, comparators, against))).length
  const asAsked = tests(intervention.concepts, comparator.concepts)
  const reversed = tests(comparator.concepts, intervention.concepts)
  const held = (studied: readonly string[]): boolean => sources.some((source) => speaksOf(vocabulary, source, studied) && population.concepts.some((asked) => conditionsOf(vocabulary, source, studied).some((id) => vocabulary.isWithin(id, asked) || vocabulary.isWithin(asked, id))))
  const onlyOther = asAsked === 0 && held(comparator.concepts) && !held(intervention.concepts)
  const swap = reversed > asAsked || onlyOther || (reversed === asAsked && held(comparator.concepts) === held(intervention.concepts) && (comparator.text ?? '') < (intervention.text ?? ''))
  if (!swap) return question
  const why = reversed > asAsked ? 'the way it was studied' : onlyOther ? 'which is what was studied in these people' : 'whichever is named first'
  return { ...question, intervention: comparator, comparator: intervention, assumptions: [...question.assumptions, `The comparison is told as ${comparator.text ?? ''} against ${intervention.text ?? ''}, ${why}.`] }
}

function comparisons(source: Source): { interventions: readonly string[]; comparators: readonly string[] }[] {
  const evidence = source.evidence
  if (evidence === null) return []
  const record = { interventions: evidence.interventions, comparators: evidence.comparators }
  return [record, ...evidence.findings.map((finding) => ({
    interventions: finding.interventions.length > 0 ? finding.interventions : record.interventions,
    comparators: finding.comparators.length > 0 ? finding.comparators : record.comparators,
  }))]
}

function resolvePopulation(vocabulary: Vocabulary, asked: ClinicalQuestion, sources: readonly Source[]): ClinicalQuestion {
  const question = setAsideQualifiers(vocabulary, asked, sources)
  if (question.population.concepts.length > 0 || question.intervention.concepts.length === 0 || unheldWords(vocabulary, question, sources).length > 0) return question
  const perSource = sources
    .filter((source) => source.evidence !== null && speaksOf(vocabulary, source, question.intervention.concepts))
    .map((source) => conditionsOf(vocabulary, source, question.intervention.concepts))
  const counts = new Map<string, number>()
  for (const conditions of perSource) {
    for (const id of new Set(conditions.flatMap((condition) => vocabulary.ancestors(condition)))) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const ranked = [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || depth(vocabulary, b) - depth(vocabulary, a) || (a < b ? -1 : 1))
  const chosen = ranked[0]?.[0]
  if (chosen === undefined) return question
  // Every source speaks of several conditions at once (a label): none of them is the one meant.
  const shared = ranked.filter(([, count]) => count === perSource.length).map(([id]) => id)
  if (shared.some((id) => !vocabulary.isWithin(id, chosen) && !vocabulary.isWithin(chosen, id))) return question
  const others = ranked.map(([id]) => id).filter((id) => !vocabulary.isWithin(id, chosen) && !vocabulary.isWithin(chosen, id))
  const label = vocabulary.concept(chosen)?.label ?? chosen
  const tail = others.length === 0 ? '' : ` It was also studied in: ${others.slice(0, 5).map((id) => vocabulary.concept(id)?.label ?? id).join(', ')}; name one to ask about it.`
  return {
    ...question,
    population: { text: [label, question.population.text].filter((part) => part !== null).join('; '), concepts: [chosen] },
    assumptions: [...question.assumptions, `No population was named; read as ${label}, which most sources held here speak of.${tail}`],
  }
}

/**
 * "Is it indicated in a woman with osteoporosis?": a condition that no source on the treatment is about, and that
 * draws the line of whom they speak of, describes the person and is not what is treated.
 */
function setAsideQualifiers(vocabulary: Vocabulary, question: ClinicalQuestion, sources: readonly Source[]): ClinicalQuestion {
  const { intervention, population } = question
  if (intervention.concepts.length === 0 || population.concepts.length === 0) return question
  const speaking = sources.filter((source) => source.evidence !== null && speaksOf(vocabulary, source, intervention.concepts))
  const related = (ids: readonly string[]): boolean => ids.some((id) => population.concepts.some((other) => vocabulary.isWithin(id, other) || vocabulary.isWithin(other, id)))
  if (speaking.some((source) => related(conditionsOf(vocabulary, source, intervention.concepts)))) return question
  const drawn = speaking.flatMap(({ evidence }) => [evidence?.criteria ?? null, ...(evidence?.findings ?? []).map(({ criteria }) => criteria), ...(evidence?.recommendations ?? []).map(({ criteria }) => criteria)]).flatMap((criteria) => [...(criteria?.tags ?? []), ...(criteria?.notTags ?? [])])
  return related(drawn) ? { ...question, population: { ...population, concepts: [] } } : question
}

/**
 * Words of a question without a known population that no source on the treatment holds: they may name people nobody
 * here writes about ("croup"), and what is held on others must not answer for them. Compared without their endings.
 */
export function unheldWords(vocabulary: Vocabulary, { intervention, population, unexplained }: ClinicalQuestion, sources: readonly Source[]): string[] {
  if (intervention.concepts.length === 0 || population.concepts.length > 0 || unexplained.length === 0) return []
  const texts = sources.filter((source) => source.evidence !== null && speaksOf(vocabulary, source, intervention.concepts)).map(({ text }) => text.toLowerCase())
  return unexplained.filter((word) => !texts.some((text) => text.includes(word.slice(0, Math.max(4, word.length - 3)))))
}

function speaksOf(vocabulary: Vocabulary, source: Source, asked: readonly string[]): boolean {
  const evidence = source.evidence
  if (evidence === null) return false
  return within(vocabulary, [...evidence.interventions, ...evidence.recommendations.flatMap((recommendation) => recommendation.interventions)], asked)
}

/** Conditions of the parts of a source that speak of the intervention. */
function conditionsOf(vocabulary: Vocabulary, source: Source, asked: readonly string[]): string[] {
  const evidence = source.evidence
  if (evidence === null) return []
  const advised = evidence.recommendations.filter((recommendation) => within(vocabulary, recommendation.interventions, asked)).flatMap((recommendation) => recommendation.conditions)
  return advised.length > 0 ? advised : [...evidence.conditions]
}

function within(vocabulary: Vocabulary, ids: readonly string[], asked: readonly string[]): boolean {
  return ids.some((id) => asked.some((other) => vocabulary.isWithin(id, other)))
}

function depth(vocabulary: Vocabulary, id: string): number {
  return vocabulary.ancestors(id).length
}
