import type { Claim, Finding, Recommendation, Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Version } from './types.ts'

/** What the reference and the sources it cites say, looked up by the id of a claim. */
export type ReferenceFacts = {
  readonly vocabulary: Vocabulary
  readonly question: Version['question']
  readonly findings: ReadonlyMap<string, { readonly source: Source; readonly finding: Finding }>
  readonly recommendations: ReadonlyMap<string, { readonly source: Source; readonly recommendation: Recommendation }>
  readonly sources: ReadonlyMap<string, Source>
  /** Inputs of the reference's claims, by id. */
  readonly inputs: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Concepts of the treatment and of the people asked about. */
  readonly asked: { readonly interventions: readonly string[]; readonly conditions: readonly string[] }
}

/** Gathers the facts of a reference version. */
export function referenceFacts(vocabulary: Vocabulary, { question, answer, sections, sources }: Version): ReferenceFacts {
  const claims = [...answer, ...sections.flatMap((section) => section.claims)]
  const inputs = new Map(claims.map((claim) => [claim.id, claim.inputs ?? {}]))
  const conceptsOf = (text: string | null): string[] => (text === null ? [] : [...new Set(vocabulary.recognise(text).map(({ conceptId }) => conceptId))])
  return {
    vocabulary,
    question,
    findings: new Map(sources.flatMap((source) => (source.evidence?.findings ?? []).map((finding) => [finding.id, { source, finding }]))),
    recommendations: new Map(sources.flatMap((source) => (source.evidence?.recommendations ?? []).map((recommendation) => [recommendation.id, { source, recommendation }]))),
    sources: new Map(sources.map((source) => [source.id, source])),
    inputs,
    asked: { interventions: conceptsOf(question.pico.intervention), conditions: conceptsOf(question.pico.population) },
  }
}

/** How a body is called: as the reference names it, the body whose advice a source relays, the curated short name. */
export function bodyName({ vocabulary, inputs }: ReferenceFacts, source: Source, recommendation?: Recommendation): string {
  const named = inputs.get(recommendation?.id ?? '')?.['organization']
  return typeof named === 'string' ? named : (recommendation?.relayedFor ?? vocabulary.body(source.evidence?.body?.id ?? '')?.short ?? source.organization ?? source.title)
}

/** The recommendations that a claim cites, with their sources. */
export function citedRecommendations(facts: ReferenceFacts, { citations }: Claim): { readonly source: Source; readonly recommendation: Recommendation }[] {
  return citations.flatMap(({ sourceId, start, end }) => [...facts.recommendations.values()].filter(({ source, recommendation }) => source.id === sourceId && recommendation.span.start === start && recommendation.span.end === end))
}

/** The finding that a claim's first citation states. */
export function citedFinding(facts: ReferenceFacts, { citations: [first] }: Claim): { readonly source: Source; readonly finding: Finding } | undefined {
  return first === undefined ? undefined : [...facts.findings.values()].find(({ source, finding }) => source.id === first.sourceId && finding.span.start === first.start && finding.span.end === first.end)
}

/** Every name of a concept: professional, plain, and what people type. */
export function namesOf(vocabulary: Vocabulary, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const concept = vocabulary.concept(id)
    return concept === undefined ? [id.replaceAll('-', ' ')] : [concept.label, concept.plain, ...concept.synonyms]
  })
}

/** Whether two lists of concepts share one, or one is a member of a class of the other. */
export function isRelated(vocabulary: Vocabulary, some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => vocabulary.isWithin(one, other) || vocabulary.isWithin(other, one)))
}
