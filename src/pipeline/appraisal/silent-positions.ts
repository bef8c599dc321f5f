import type { Recommendation, Source } from '../../core/model/index.ts'

/**
 * The silence of a guideline that covers the condition and says nothing about the intervention. Silence is never a
 * vote and never "against": it has a kind and dates (docs/methods/guidelines.md).
 */
export function silentRecommendation(source: Source, interventionText: string, firstEvidenceYear: number | null): Recommendation {
  const held = source.evidence?.recommendations ?? []
  const [unread] = held
  // What could not be read may well speak of it: not silence, but "not known".
  if (unread !== undefined && held.every(({ silence }) => silence === 'not-read')) return { ...unread, interventions: [], intervention: interventionText }
  const year = source.year
  const predates = year !== null && firstEvidenceYear !== null && year < firstEvidenceYear
  const end = source.sections.find((section) => section.kind === 'title')?.end ?? source.title.length
  return {
    id: `${source.id}:silent`,
    direction: 'silent',
    strength: 'ungraded',
    letter: null,
    certainty: null,
    population: source.evidence?.population ?? '',
    intervention: interventionText,
    interventions: [],
    comparators: [],
    conditions: source.evidence?.conditions ?? [],
    criteria: null,
    carveOut: false,
    target: null,
    silence: predates ? 'predates' : 'in-scope-not-mentioned',
    relayedFor: null,
    text: source.title,
    span: { start: 0, end },
  }
}
