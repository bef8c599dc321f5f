import type { ClinicalQuestion, Snapshot, Source } from '../../core/model/index.ts'
import { byEvidencePrior } from './evidence-prior.ts'
import { findSources, type CandidateReason } from './find-sources.ts'
import type { RankedPassage } from './ports.ts'
import { questionText } from './question-text.ts'
import { findPassages, readPassages, type RetrievalDependencies } from './search.ts'

/** What appraisal works on. */
export type Retrieval = {
  /** Candidates, each once: by reason, then by kind of study and year (see `byEvidencePrior`). */
  readonly sources: readonly Source[]
  /** Why each candidate is one; `passage` when only its words matched. */
  readonly reasons: ReadonlyMap<string, CandidateReason | 'passage'>
  /** Best passages by topical score alone. */
  readonly passages: readonly RankedPassage[]
  readonly searched: {
    /** What was searched for, in words. */
    readonly queries: readonly string[]
    /** Sources looked at. */
    readonly considered: number
  }
  readonly snapshot: Snapshot
}

export type RetrieveOptions = {
  /** Passages to return; 40 unless told. */
  readonly passages?: number
}

/** Enough for three questions on different topics. */
const EXAMPLES = 12

const REASON_ORDER: readonly (CandidateReason | 'passage')[] = ['intervention-and-condition', 'intervention', 'comparator', 'condition', 'mention', 'passage']

/**
 * Finds what the home holds on a question: every structured record on the intervention, its class or its members,
 * records on the condition, and the passages whose words match best.
 */
export async function retrieve(dependencies: RetrievalDependencies, question: ClinicalQuestion, options: RetrieveOptions = {}): Promise<Retrieval> {
  const text = questionText(dependencies.vocabulary, question)
  const [related, ranked] = await Promise.all([
    findSources(dependencies, question),
    findPassages(dependencies, text, options.passages ?? 40),
  ])
  const passages = await readPassages(dependencies.reader, ranked)
  const reasons = new Map<string, CandidateReason | 'passage'>(related.map(({ sourceId, reason }) => [sourceId, reason]))
  for (const { source } of passages) if (!reasons.has(source.id)) reasons.set(source.id, 'passage')
  if (reasons.size === 0) for (const id of await anyTopics(dependencies)) reasons.set(id, 'passage')
  const found = await dependencies.reader.sources([...reasons.keys()])
  const place = (source: Source): number => REASON_ORDER.indexOf(reasons.get(source.id) ?? 'passage')
  const sources = found.toSorted((a, b) => place(a) - place(b) || byEvidencePrior(a, b))
  return { sources, reasons, passages, searched: { queries: [text], considered: sources.length }, snapshot: await dependencies.reader.snapshot() }
}

/** Where nothing matches at all, a few records that show what can be asked here; appraisal finds none of them on topic. */
async function anyTopics({ reader, vocabulary }: RetrievalDependencies): Promise<readonly string[]> {
  const conditions = [...vocabulary.concepts()].filter(({ kind }) => kind === 'condition').map(({ id }) => id)
  return reader.sourceIdsByConcept(conditions, ['condition'], EXAMPLES)
}
