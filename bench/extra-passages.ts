import { openPassageIndex } from '../src/adapters/search-index/index.ts'
import { openStore } from '../src/adapters/store/index.ts'
import { sourceSchema } from '../src/core/model/index.ts'
import { starterVocabulary, type Vocabulary } from '../src/core/terminology/index.ts'
import { readCorpus } from '../src/evaluation/retrieval/read-beir.ts'
import { refreshIndex, toStore, type SourceToStore } from '../src/pipeline/ingest/index.ts'

const PASSAGES_A_SOURCE = 10

/** Adds sources made of the corpus's own sentences in shifting company, ten paragraphs each, saved and indexed as ingest does. */
export async function addExtraPassages(home: string, corpus: string, count: number): Promise<{ readonly savedSourcesPerSecond: number; readonly indexSeconds: number }> {
  const sentences: string[] = []
  for await (const { text } of readCorpus(corpus)) sentences.push(text.normalize('NFC'))
  const vocabulary = starterVocabulary()
  const store = await openStore(home)
  const index = openPassageIndex(home)
  const session = await store.beginWriting('bench')
  try {
    const sources = Math.ceil(count / PASSAGES_A_SOURCE)
    const started = performance.now()
    for (let first = 0; first < sources; first += 200) {
      await session.save(Array.from({ length: Math.min(200, sources - first) }, (_, at) => syntheticSource(sentences, first + at, vocabulary)))
    }
    const saved = performance.now()
    await refreshIndex({ session, index })
    return { savedSourcesPerSecond: sources / ((saved - started) / 1000), indexSeconds: (performance.now() - saved) / 1000 }
  } finally {
    await session.close()
    await index.close()
    await store.close()
  }
}

function syntheticSource(sentences: readonly string[], number: number, vocabulary: Vocabulary): SourceToStore {
  const id = `file:bench-${number}`
  const paragraphs = Array.from({ length: PASSAGES_A_SOURCE }, (_, paragraph) => {
    const at = number * PASSAGES_A_SOURCE + paragraph
    return [at, at * 7 + 13, at * 11 + 5].map((index) => sentences[index % sentences.length] ?? '').join(' ')
  })
  const text = paragraphs.join('\n')
  let start = 0
  const sections = paragraphs.map((paragraph) => {
    const section = { title: 'Text', kind: 'body' as const, start, end: start + paragraph.length }
    start += paragraph.length + 1
    return section
  })
  const source = sourceSchema.parse({
    id, studyId: null, kind: 'other', title: sentences[number % sentences.length]?.slice(0, 120) ?? id, authors: [], organization: null, journal: null, year: 2000 + (number % 24),
    pmid: null, doi: null, url: null, retraction: { state: 'none', notice: null }, funding: 'unclear', fundingNote: null, textKind: 'abstract', text, sections, dataDate: null,
  })
  return toStore(source, vocabulary, 'added')
}
