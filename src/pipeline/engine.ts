import { Fault, type Snapshot, type Source } from '../core/model/index.ts'
import type { Vocabulary } from '../core/terminology/index.ts'
import { compose, type Draft } from './answer/index.ts'
import { appraise } from './appraisal/index.ts'
import { appraiseDocument } from './appraise-document.ts'
import { articleId, assembleArticle, contentHash } from './assemble-article.ts'
import type { AskInput, Engine, EngineStatus } from './engine-types.ts'
import { heal, ingest, readPage, type DocumentReader, type PassageIndexWriter, type SourceStore } from './ingest/index.ts'
import { flipFraming, understandQuestion } from './question/index.ts'
import { retrieve, search, sourcesOn, type PassageIndexReader, type RetrievalDependencies, type SourceReader } from './retrieval/index.ts'
import { synthesise, type DomainOverride, type Synthesis } from './synthesis/index.ts'
import { auditPage, conceptsOf, keepParity, tellOmissions, topicOf, traceCitations, verifyDraft, type Verified } from './verification/index.ts'

export type { AskInput, Engine, EngineStatus, IngestOptions, SearchHit } from './engine-types.ts'

/** The store as the engine needs it, beside what ingest writes to. */
export interface EngineStore extends SourceStore {
  readonly readOnly: boolean
  readonly articles: { versionOf(articleId: string, contentHash: string): Promise<number> }
  openReader(): Promise<SourceReader | null>
  starterVersion(): Promise<string | null>
  counts(): Promise<{ readonly sources: number; readonly passages: number; readonly retracted: number }>
  close(): Promise<void>
}

/** The search index as the engine needs it: written by ingest, read by retrieval, closed at the end. */
export interface EngineIndex extends PassageIndexWriter, PassageIndexReader {
  close(): Promise<void>
}

export type EngineDependencies = {
  readonly vocabulary: Vocabulary
  readonly store: EngineStore
  readonly index: EngineIndex
  readonly documents: DocumentReader
  /** The library that ships with the program: its version (a hash) and where its records are. */
  readonly starterLibrary: { readonly version: string; readonly paths: readonly string[] }
  readonly home: string
  /** Name and version, as every article carries it. */
  readonly engineName: string
  /** Who takes the home's lock, as others are told. */
  readonly owner: string
  /** Hears what takes long. */
  readonly tell: (message: string) => void
}

/** Builds the engine: `ask` is the way of a question, each stage once and in order; the rest are lines beside it. */
export function createEngine(dependencies: EngineDependencies): Engine {
  const { vocabulary, store, index, documents, engineName, owner } = dependencies
  /** What may be printed of a draft, each number followed to its study. */
  const verify = (draft: Draft, sources: readonly Source[]): Verified => verifyDraft({ vocabulary }, traceCitations(draft, sources))

  return {
    async ask({ question: text, caseText, audience, overrides = [] }: AskInput) {
      const question = understandQuestion({ vocabulary }, { text, caseText })
      const found = await retrieve(await openRetrieval(dependencies), question)
      const passages = found.passages.map(({ passage, source }) => ({ source, start: passage.start, end: passage.end, quote: passage.text }))
      const appraisal = appraise({ vocabulary }, { question, sources: found.sources, passages, snapshot: found.snapshot })
      const synthesis = synthesise({ vocabulary }, appraisal, overrides)
      refuseUnusedOverrides(overrides, synthesis)
      const draft = compose({ vocabulary }, synthesis, audience)
      const reference = audience === 'clinician' ? draft : compose({ vocabulary }, synthesis, 'clinician')
      const held = verify(reference, found.sources)
      const { printed, parity } = keepParity({ vocabulary }, { ...reference, ...held }, { ...draft, ...verify(draft, found.sources) })
      const hash = contentHash(reference, tellOmissions({ vocabulary }, synthesis, reference, held), found.snapshot)
      const { intervention, comparator, population, outcomes } = synthesis.question
      const id = articleId(draft, [intervention.concepts, comparator.concepts, population.concepts, outcomes.flatMap(({ concepts }) => concepts)])
      const version = await store.articles.versionOf(id, hash)
      const { variants, same } = flipFraming({ vocabulary }, { text, caseText }, question)
      return assembleArticle(draft, tellOmissions({ vocabulary }, synthesis, draft, printed), { id, version, contentHash: hash, parity, snapshot: found.snapshot, considered: found.searched.considered, engine: engineName, framing: { variants, same } })
    },

    async search(query, k) {
      return { hits: await search(await openRetrieval(dependencies), query, k) }
    },

    async ingest(paths, options = {}) {
      await prepareHome(dependencies)
      return ingest({ reader: documents, store, index, vocabulary }, paths, { owner, ...options })
    },

    async appraiseDocument(path) {
      return appraiseDocument({ documents, vocabulary }, path)
    },

    async audit(path) {
      const page = await readPage(documents, path)
      const question = understandQuestion({ vocabulary }, { text: topicOf(vocabulary, page) ?? page.title ?? 'nothing that is known here', caseText: null })
      const retrieval = await openRetrieval(dependencies)
      const found = await retrieve(retrieval, question)
      const sources = await sourcesOn(retrieval, found, conceptsOf(vocabulary, page))
      const passages = found.passages.map(({ passage, source }) => ({ source, start: passage.start, end: passage.end, quote: passage.text }))
      const synthesis = synthesise({ vocabulary }, appraise({ vocabulary }, { question, sources: found.sources, passages, snapshot: found.snapshot }))
      const draft = compose({ vocabulary }, synthesis, 'clinician')
      const own = tellOmissions({ vocabulary }, synthesis, draft, verify(draft, found.sources))
      const audit = auditPage({ vocabulary }, { page, sources, passages, synthesis, own })
      return { ...audit, page, provenance: { snapshot: found.snapshot.id, searchedAt: found.snapshot.date, considered: sources.length, engine: engineName } }
    },

    async source(id) {
      const { reader } = await openRetrieval(dependencies)
      return (await reader.sources([id]))[0] ?? null
    },

    async status(): Promise<EngineStatus> {
      const published = await store.publishedSnapshot()
      const held = published === null ? null : await index.openAt(published.revision)
      const { passages, retracted } = await store.counts()
      return {
        home: dependencies.home,
        writable: !store.readOnly,
        snapshot: published,
        passages: published === null ? null : passages,
        indexInStep: held !== null,
        newerSnapshotOnItsWay: published !== null && await store.latestRevision() > published.revision,
        retracted,
        starterLibrary: await store.starterVersion(),
      }
    },

    async close() {
      await index.close()
      await store.close()
    },
  }
}

/** A judgement that names no outcome of the answer is a mistake, and never silently without effect. */
function refuseUnusedOverrides(overrides: readonly DomainOverride[], { strata }: Synthesis): void {
  const bodies = strata.flatMap((stratum) => stratum.bodies)
  const unused = overrides.find(({ outcome }) => !bodies.some(({ outcomeConcept, headline }) => outcome === outcomeConcept || outcome.toLowerCase() === headline.finding.outcome.toLowerCase()))
  if (unused === undefined) return
  const names = [...new Set(bodies.map(({ outcomeConcept, label }) => outcomeConcept ?? label))]
  throw new Fault('bad-input', `a judgement names the outcome "${unused.outcome}", which this answer does not have`, names.length === 0 ? 'This answer has no outcome with an effect to judge.' : `Name one of: ${names.join(', ')}.`)
}

/** A reader of the last complete snapshot with an index that stands for it; loads the starter library on first use. */
async function openRetrieval(dependencies: EngineDependencies): Promise<RetrievalDependencies> {
  await prepareHome(dependencies)
  const reader = await dependencies.store.openReader()
  if (reader === null) throw new Fault('storage', `${dependencies.home} holds no complete snapshot.`, 'Run the command again with a writable home, or choose another with --home or CONSILIUM_HOME.', { retryable: true })
  return { reader, index: dependencies.index, vocabulary: dependencies.vocabulary }
}

/** Brings a home to where it can answer: the shipped library in its present version, and an index in step with the store. */
async function prepareHome(dependencies: EngineDependencies): Promise<void> {
  const { store, index, documents, vocabulary, starterLibrary, owner, tell } = dependencies
  const published = await store.publishedSnapshot()
  const current = published !== null && (store.readOnly || await store.starterVersion() === starterLibrary.version)
  if (!current) await loadStarterLibrary()
  await heal({ store, index, holds: async (revision) => await index.openAt(revision) !== null }, owner)

  async function loadStarterLibrary(): Promise<Snapshot | null> {
    tell('Loading the starter library …')
    try {
      return (await ingest({ reader: documents, store, index, vocabulary }, starterLibrary.paths, { owner, starterVersion: starterLibrary.version })).snapshot
    } catch (error) {
      // Somebody else is writing: a home that can answer from what it has does so, and takes the library next time.
      if (published !== null && error instanceof Fault && error.code === 'busy') return published
      throw error
    }
  }
}
