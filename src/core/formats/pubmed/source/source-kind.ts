import type { SourceKind } from '../../../model/index.ts'

/** What is known about a report when its kind is chosen; absent hints are empty. */
export type KindHints = {
  readonly title: string
  readonly publicationTypes: readonly string[]
  readonly meshHeadings: readonly string[]
  /** JATS `article-type` ("research-article"); empty for other formats. */
  readonly articleType: string
  readonly abstract: string
}

/** Publication types (PubMed's own words) by rank: a guideline that is also a review is a guideline. */
const BY_PUBLICATION_TYPE: readonly (readonly [RegExp, SourceKind])[] = [
  [/^(?:Retraction of Publication|Published Erratum|Expression of Concern|Editorial|Comment|News|Newspaper Article|Biography|Lecture|Video-Audio Media)$/, 'other'],
  [/^(?:Clinical Trial Protocol)$/, 'registration'],
  [/^(?:Practice Guideline|Guideline|Consensus Development Conference(?:, NIH)?)$/, 'guideline'],
  [/^(?:Meta-Analysis|Network Meta-Analysis)$/, 'meta-analysis'],
  [/^Systematic Review$/, 'systematic-review'],
  [/^(?:Randomized Controlled Trial|Pragmatic Clinical Trial|Equivalence Trial)$/, 'rct'],
  [/^Case Reports$/, 'case-series'],
  [/^(?:Review|Scoping Review)$/, 'narrative-review'],
]
const BY_TITLE: readonly (readonly [RegExp, SourceKind])[] = [
  [/\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:an?|the)\b|:\s*(?:an? )?protocol\b/i, 'registration'],
  [/\b(?:network )?meta-?analys[ie]s\b/i, 'meta-analysis'],
  [/\bsystematic (?:literature )?review\b|\bcochrane review\b/i, 'systematic-review'],
  [/\brandomi[sz]ed\b|\brandomi[sz]ation\b/i, 'rct'],
  [/\b(?:clinical practice )?guidelines? (?:for|on)\b|\bclinical practice guideline\b/i, 'guideline'],
  [/\bcost[- ](?:effectiveness|utility|benefit)\b|\beconomic evaluation\b/i, 'cost-study'],
  [/\bcase[- ]control\b/i, 'case-control'],
  [/\bcohort\b/i, 'cohort'],
  [/\bcase (?:report|series)\b/i, 'case-series'],
  [/\bsingle[- ]arm\b|\buncontrolled\b/i, 'single-arm'],
]
/** MeSH design headings, weaker than the types because indexers also use them for the topic of a paper. */
const BY_MESH: readonly (readonly [string, SourceKind])[] = [
  ['Case-Control Studies', 'case-control'],
  ['Cohort Studies', 'cohort'],
  ['Prospective Studies', 'cohort'],
  ['Retrospective Studies', 'cohort'],
  ['Longitudinal Studies', 'cohort'],
  ['Follow-Up Studies', 'cohort'],
]
const BY_ARTICLE_TYPE: Readonly<Record<string, SourceKind>> = {
  'case-report': 'case-series',
  'clinical-trial': 'other',
  'meta-analysis': 'meta-analysis',
  'review-article': 'narrative-review',
  'systematic-review': 'systematic-review',
  guideline: 'guideline',
}
/** Only a report of people (or clusters) put into groups by chance says so of itself. */
const RANDOMIZED = /\b(?:were|was|are|been) (?:\w+ )?randomi[sz]ed\b|\brandomly (?:\w+ ){0,2}(?:assign|allocat|divid|group|categori|distribut|receiv)|\brandomi[sz]ed,? (?:\S+ ){0,4}(?:trial|study)\b|\bunderwent randomi[sz]ation\b/i
const NOT_A_STUDY = /^(?:editorial|letter|news|correction|retraction|expression-of-concern|article-commentary|commentary|book-review|obituary|reply|addendum|announcement)$/

/**
 * The kind of a report, from what its publisher and PubMed say about it.
 *
 * Order: publication types; then a plain statement in the title; then the JATS article type; then words of the
 * abstract that only a report of a randomized trial uses; then MeSH design headings. A protocol is kept as a
 * `registration`: it has no results and must never count as a trial. `other` means that nothing said so.
 */
export function sourceKindOf(hints: KindHints): SourceKind {
  const { publicationTypes, title, meshHeadings, articleType, abstract } = hints
  for (const [pattern, kind] of BY_PUBLICATION_TYPE) if (publicationTypes.some((type) => pattern.test(type))) return kind
  if (NOT_A_STUDY.test(articleType)) return 'other'
  for (const [pattern, kind] of BY_TITLE) if (pattern.test(title)) return kind
  const byType = BY_ARTICLE_TYPE[articleType]
  if (byType !== undefined) return byType
  if (RANDOMIZED.test(abstract) && !/\bsystematic review\b|\bmeta-analysis\b/i.test(abstract)) return 'rct'
  for (const [heading, kind] of BY_MESH) if (meshHeadings.includes(heading)) return kind
  return publicationTypes.includes('Observational Study') ? 'cohort' : 'other'
}

/** Kinds that report one study of their own, so that a registration number in their abstract is theirs. */
export function isPrimaryStudy(kind: SourceKind): boolean {
  return ['rct', 'single-arm', 'cohort', 'case-control', 'case-series', 'registration'].includes(kind)
}
