import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { Fault, sha256 } from '../../core/model/index.ts'
import { emptyHome, MemoryIndex, MemoryStore, type MemoryHome } from '../../../test/support/memory-store.ts'
import { ingest, type DocumentReader, type InputDocument, type SourceStore, type WriteSession } from './index.ts'

const vocabulary = starterVocabulary()
const jats = (n: number, words = 'Pain fell.'): string => `<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmc">${n}</article-id><title-group><article-title>Article ${n}</article-title></title-group></article-meta></front><body><p>${words}</p></body></article>`
const record = (id: string, more: Record<string, unknown> = {}): string => JSON.stringify({
  id, kind: 'rct', title: `Study ${id}`, authors: [], authorsEtAl: false, organization: null, journal: null, year: 2020, pmid: null, doi: null, url: null, population: 'Cafe\u0301 owners', intervention: null,
  comparator: null, setting: null, n: 10, followUp: null, blinding: null, funding: 'unclear', fundingNote: null, retracted: false, findings: [], recommendations: [], limitations: [], summary: ['One fact.'],
  verification: { checkedOn: '2026-01-02', level: 'original-page', pages: ['https://example.org/a'] }, interventions: ['heat'], conditions: ['pain'], ...more,
})
const pubmed = (pmid: string, link = ''): string => `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article><ArticleTitle>Citation ${pmid}</ArticleTitle></Article>${link}</MedlineCitation></PubmedArticle></PubmedArticleSet>`

type Files = Readonly<Record<string, string>>

/** Documents held in memory; the content is their state. */
function readerOf(files: Files, opened: string[] = []): DocumentReader {
  return {
    async* read(): AsyncGenerator<InputDocument> {
      for (const [name, content] of Object.entries(files)) {
        yield { name, size: content.length, fingerprint: sha256(`${name}\t${content}`), open: () => { opened.push(name); return bytesOf(content) } }
      }
    },
  }
}

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  if (content === 'CUT') throw new Fault('bad-input', 'the gzip data end too early: the file is cut short', 'Download it again.')
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

const run = (files: Files, { home = emptyHome(), index = new MemoryIndex(), opened = [] as string[], ...options }: { home?: MemoryHome; index?: MemoryIndex; opened?: string[]; signal?: AbortSignal; starterVersion?: string } = {}) =>
  ingest({ reader: readerOf(files, opened), store: new MemoryStore(home), index, vocabulary }, ['.'], options)

describe('ingest', () => {
  it('takes in every format, publishes, and changes nothing the second time', async () => {
    const files = { 'a.nxml': jats(1), 'b.jsonl': `${record('one')}\n${record('two')}\n`, 'c.xml': pubmed('5'), 'd.md': '# Note\n\nSome words.', 'e.html': '<html><body><p>Words</p></body></html>', 'f.ris': 'TY  - JOUR\nTI  - A title\nER  - \n' }
    const home = emptyHome()
    const index = new MemoryIndex()
    const first = await run(files, { home, index })
    expect(first).toMatchObject({ files: 6, sources: 7, skipped: [], counts: { added: 7, changed: 0, unchanged: 0 }, snapshot: { sources: 7, date: '2026-01-02' } })
    expect(index.passages.size).toBe(first.passages)
    const opened: string[] = []
    const second = await run(files, { home, index, opened })
    expect(second).toMatchObject({ files: 6, sources: 0, counts: { added: 0, changed: 0, unchanged: 0 }, snapshot: first.snapshot })
    expect(opened).toEqual([])
  })

  it('replaces a source whose document has changed', async () => {
    const home = emptyHome()
    const index = new MemoryIndex()
    await run({ 'a.nxml': jats(1) }, { home, index })
    expect(await run({ 'a.nxml': jats(1, 'Pain rose.') }, { home, index })).toMatchObject({ counts: { added: 0, changed: 1 } })
    expect([...index.passages.values()].map(({ text }) => text)).toEqual(['Article 1', 'Pain rose.'])
  })

  it('reports what it cannot read with place and remedy, and goes on; the next call tells it again', async () => {
    const files = { 'a.xml': 'CUT', 'b.jsonl': `${record('one')}\n{"id": "x"}\nnot json\n${record('bad', { findings: [{ outcome: 'x', outcomeConcept: null, outcomeKind: 'benefit', comparatorType: 'sham', measure: 'RR', estimate: 3, ciLow: 1, ciHigh: 2, p: null, unit: null, arms: [], favours: 'unclear', text: 'x' }] })}\n${record('two')}`, 'c.bin': 'words', 'd.nxml': jats(1) }
    const home = emptyHome()
    const report = await run(files, { home })
    expect(report.sources).toBe(3)
    expect(report.skipped.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'a.xml: the gzip data end too early: the file is cut short. Download it again.',
      expect.stringMatching(/^b\.jsonl: line 2 \(x\): kind: /),
      'b.jsonl: line 3: it is not JSON. Each line must be one JSON object.',
      expect.stringMatching(/^b\.jsonl: line 4 \(bad\): findings\[0\]: estimate 3 lies above its interval/),
      expect.stringMatching(/^c\.bin: its format is not known/),
    ])
    expect((await run(files, { home })).skipped).toEqual(report.skipped)
  })

  it('stores a record in NFC with one passage a line and the concepts it names itself', async () => {
    const home = emptyHome()
    await run({ 'b.jsonl': record('one') }, { home })
    const held = home.sources.get('one')
    expect(held?.source.text).toContain('Population: Café owners')
    expect(held?.passages.map(({ section, text }) => `${section}: ${text}`)).toEqual(['Title: Study one', 'Study: Population: Café owners', 'Study: People: 10', 'Summary: One fact.'])
    expect(held?.concepts).toEqual([{ conceptId: 'pain', role: 'condition' }, { conceptId: 'heat', role: 'intervention' }])
  })

  it('keeps a retraction notice for a paper that comes later', async () => {
    const home = emptyHome()
    await run({ 'a.xml': pubmed('9', '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionOf"><PMID>5</PMID></CommentsCorrections></CommentsCorrectionsList>') }, { home })
    await run({ 'b.xml': pubmed('5') }, { home })
    expect(home.sources.get('pmid:5')?.source.retraction.state).toBe('retracted')
  })

  it('passes over a line without end in bounded memory', async () => {
    const reader: DocumentReader = { async* read() { yield { name: 'long.jsonl', size: null, fingerprint: 'f', open: longLine } } }
    const report = await ingest({ reader, store: new MemoryStore(), index: new MemoryIndex(), vocabulary }, ['.'])
    expect(report).toMatchObject({ sources: 1, skipped: [{ path: 'long.jsonl', reason: expect.stringContaining('line 1: longer than') }] })
  })

  it('loses and doubles nothing when it dies at any step and is called again', async () => {
    const files: Files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.nxml`, jats(n + 1, 'word '.repeat(100_000))]))
    const whole = await run(files)
    for (let step = 1; step < 40; step += 1) {
      const home = emptyHome()
      const index = new MemoryIndex()
      const died = await ingest({ reader: readerOf(files), store: dyingAfter(step, home), index, vocabulary }, ['.']).then(() => false, () => true)
      const report = await ingest({ reader: readerOf(files), store: new MemoryStore(home), index, vocabulary }, ['.'])
      expect(report.snapshot.id, `died at ${step}`).toBe(whole.snapshot.id)
      expect(index.passages.size).toBe(whole.passages)
      if (!died) return
    }
    throw new Error('never reached the end')
  })

  it('stops at the signal, keeps what was read whole, and goes on next time', async () => {
    const home = emptyHome()
    const controller = new AbortController()
    const files = { 'a.nxml': jats(1), 'b.nxml': jats(2) }
    const reader = readerOf(files)
    const stopping: DocumentReader = {
      async* read(paths, onSkip) {
        for await (const document of reader.read(paths, onSkip)) {
          if (document.name === 'b.nxml') controller.abort(new Fault('internal', 'stopped', 'Call again.'))
          yield document
        }
      },
    }
    await expect(ingest({ reader: stopping, store: new MemoryStore(home), index: new MemoryIndex(), vocabulary }, ['.'], { signal: controller.signal })).rejects.toThrow('stopped')
    expect([...home.sources.keys()]).toEqual(['pmcid:PMC1'])
    expect(home.files.size).toBe(1)
    expect(await run(files, { home })).toMatchObject({ sources: 1, snapshot: { sources: 2 } })
  })

  it('replaces the starter library as a whole and leaves what a person added', async () => {
    const home = emptyHome()
    await run({ 'mine.nxml': jats(7) }, { home })
    await run({ 'lib.jsonl': `${record('one')}\n${record('two')}` }, { home, starterVersion: 'v1' })
    await run({ 'lib.jsonl': record('two') }, { home, starterVersion: 'v2' })
    expect([...home.sources.keys()].toSorted()).toEqual(['pmcid:PMC7', 'two'])
    expect(home.starter).toBe('v2')
  })
})

async function* longLine(): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(1_000_000, 0x78)
  yield Buffer.from('{"id":"')
  for (let at = 0; at < 200; at += 1) yield chunk
  yield Buffer.from(`\n${record('two')}\n`)
}

/** A store whose session fails for good at its n-th write, as a killed process would. */
function dyingAfter(steps: number, home: MemoryHome): SourceStore {
  const store = new MemoryStore(home)
  let left = steps
  const orDie = <T>(act: () => Promise<T>): Promise<T> => {
    left -= 1
    return left < 0 ? Promise.reject(new Error('killed')) : act()
  }
  return {
    latestRevision: () => store.latestRevision(),
    publishedSnapshot: () => store.publishedSnapshot(),
    beginWriting: async (owner) => {
      const session = await store.beginWriting(owner)
      const dying: WriteSession = {
        save: (batch) => orDie(() => session.save(batch)),
        saveNotices: (notices) => orDie(() => session.saveNotices(notices)),
        markFileDone: (fingerprint, counts) => orDie(() => session.markFileDone(fingerprint, counts)),
        publish: (revision) => orDie(() => session.publish(revision)),
        isFileDone: (fingerprint) => session.isFileDone(fingerprint),
        starterVersion: () => session.starterVersion(),
        finishStarter: (version, keepIds) => session.finishStarter(version, keepIds),
        changesSince: (revision) => session.changesSince(revision),
        close: () => session.close(),
      }
      return dying
    },
  }
}
