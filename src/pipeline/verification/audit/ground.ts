import type { Finding, Recommendation, Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { readMeaning, type Meaning } from '../meaning/index.ts'

/** One statement of a source that a claim can be held against: a result, a position, a limitation, a summary sentence. */
export type Ground = {
  readonly source: Source
  readonly kind: 'finding' | 'recommendation' | 'limitation' | 'summary' | 'text'
  readonly finding: Finding | null
  readonly recommendation: Recommendation | null
  readonly start: number
  readonly end: number
  readonly meaning: Meaning
  /** Treatments, conditions, outcomes and people it is about, each with the classes above it. */
  readonly concepts: ReadonlySet<string>
  /** Stems of its own words. */
  readonly stems: ReadonlySet<string>
  /** Stems of what its source is called and about, which its own sentence need not repeat. */
  readonly context: ReadonlySet<string>
}

/** Every statement of a source, with what it means; a source nobody appraised gives its passages. */
export function groundsOf(vocabulary: Vocabulary, source: Source, passages: readonly { readonly start: number; readonly end: number }[] = []): Ground[] {
  const { evidence } = source
  const about = [...evidence?.interventions ?? [], ...evidence?.comparators ?? [], ...evidence?.conditions ?? [], ...evidence?.criteria?.tags ?? []]
  const described = [source.title, source.studyName, source.organization, source.journal, ...source.authors.slice(0, 1), evidence?.population, evidence?.intervention, evidence?.comparator, evidence?.setting, evidence?.followUp, evidence?.design.blinding].filter((part) => part !== null && part !== undefined).join('. ')
  const context = new Set(readMeaning(vocabulary, described).words.map(({ key }) => key))
  const named = vocabulary.recognise(described).map(({ conceptId }) => conceptId)
  const build = (kind: Ground['kind'], span: { readonly start: number; readonly end: number }, row: Partial<Pick<Ground, 'finding' | 'recommendation'>>): Ground => {
    const meaning = readMeaning(vocabulary, source.text.slice(span.start, span.end))
    const { finding = null, recommendation = null } = row
    const own = [...meaning.mentions.map(({ conceptId }) => conceptId), ...finding?.interventions ?? [], ...finding?.comparators ?? [], ...finding?.conditions ?? [], ...finding?.components ?? [], ...(finding?.outcomeConcept === null || finding === null ? [] : [finding.outcomeConcept]), ...finding?.criteria?.tags ?? [], ...recommendation?.interventions ?? [], ...recommendation?.conditions ?? [], ...recommendation?.criteria?.tags ?? []]
    return { source, kind, finding, recommendation, start: span.start, end: span.end, meaning, concepts: withClasses(vocabulary, [...own, ...about, ...named]), stems: new Set(meaning.words.map(({ key }) => key)), context }
  }
  if (evidence === null) return passages.map((span) => build('text', span, {}))
  return [
    ...evidence.findings.map((finding) => build('finding', finding.span, { finding })),
    ...evidence.recommendations.map((recommendation) => build('recommendation', recommendation.span, { recommendation })),
    ...evidence.limitations.map(({ span }) => build('limitation', span, {})),
    ...evidence.summary.map(({ span }) => build('summary', span, {})),
  ]
}

function withClasses(vocabulary: Vocabulary, ids: readonly string[]): Set<string> {
  return new Set(ids.flatMap((id) => [id, ...vocabulary.ancestors(id)]))
}
