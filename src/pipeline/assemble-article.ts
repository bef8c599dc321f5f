import { formatReference } from '../core/formats/ama/index.ts'
import { canonicalJson, sha256, type Article, type Snapshot, type Source } from '../core/model/index.ts'
import type { Draft } from './answer/index.ts'
import type { Told } from './verification/index.ts'

/** What an article is told apart by: kind, PICO and the facts of the case; no wording, no audience, no snapshot. */
export function articleId({ question }: Draft, concepts: readonly (readonly string[])[]): string {
  return `article-${sha256(canonicalJson({ kind: question.kind, pico: concepts, population: question.pico.population, caseFacts: question.caseFacts })).slice(0, 16)}`
}

/**
 * The hash that an approval is bound to: the question as understood, every printed sentence with its quotes as a
 * clinician reads them, the verdict, the sources and the snapshot. The other audiences' versions say the same claims.
 */
export function contentHash(draft: Draft, verified: Told, snapshot: Snapshot): string {
  const { text: _wording, ...question } = draft.question
  return sha256(canonicalJson({ question, verdict: draft.verdict, answer: verified.answer, sections: verified.sections, sources: verified.sources.map(({ id }) => id), excluded: draft.excluded, snapshot: snapshot.id }))
}

export type ArticleFrame = { readonly id: string; readonly version: number; readonly contentHash: string; readonly snapshot: Snapshot; readonly considered: number; readonly engine: string; readonly framing: Article['provenance']['framing']; readonly parity: Article['provenance']['parity'] }

/** Puts the verified sentences, their sources and where they come from into one article. */
export function assembleArticle(draft: Draft, verified: Told, frame: ArticleFrame): Article {
  return {
    id: frame.id,
    slug: slugOf(draft),
    version: frame.version,
    contentHash: frame.contentHash,
    status: 'draft',
    updatedAt: frame.snapshot.date,
    audience: draft.audience,
    question: draft.question,
    verdict: { ...draft.verdict, reasons: [...verified.reasons] },
    safety: draft.safety,
    answer: [...verified.answer],
    sections: [...verified.sections],
    sources: verified.sources.map((source) => sourceRow(source)),
    guidelines: draft.guidelines,
    conflicts: draft.conflicts,
    pooled: draft.pooled,
    omissions: verified.omissions,
    excluded: draft.excluded,
    provenance: { snapshot: frame.snapshot.id, searchedAt: frame.snapshot.date, considered: frame.considered, engine: frame.engine, framing: frame.framing, parity: frame.parity, verification: verified.verification },
  }
}

function slugOf({ question }: Draft): string {
  const words = [question.pico.intervention, question.pico.comparator, question.pico.population].filter((part) => part !== null).join(' ')
  const slug = (words === '' ? question.text : words).toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return slug.slice(0, 80).replace(/-$/, '') || 'question'
}

function sourceRow(source: Source): Article['sources'][number] {
  return {
    id: source.id,
    studyId: source.studyId,
    kind: source.kind,
    title: source.title,
    authors: [...source.authors],
    organization: source.organization,
    journal: source.journal,
    year: source.year,
    pmid: source.pmid,
    doi: source.doi,
    url: source.url,
    retracted: source.retraction.state === 'retracted',
    funding: source.funding,
    textKind: source.textKind,
    reference: formatReference(source),
  }
}
