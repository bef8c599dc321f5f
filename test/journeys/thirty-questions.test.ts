import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audienceSchema, type Article, type Citation, type Source } from '../../src/core/model/index.ts'
import { starterVocabulary } from '../../src/core/terminology/index.ts'
import { openEngine } from '../../src/main.ts'
import type { Engine } from '../../src/pipeline/engine-types.ts'
import { INTRACEPT_FRAMINGS, OUTSIDE_THE_LIBRARY, QUESTIONS } from './questions.ts'

/**
 * Questions over every topic of the library, asked of the real engine (SQLite, LanceDB, a home of its own). The table
 * says what a physician expects; here stands what holds of every article whatever the question.
 */

const vocabulary = starterVocabulary()
const asked = new Map<string, Promise<Article>>()
let home = ''
let engine: Engine

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'consilium-questions-'))
  engine = await openEngine(home, () => undefined)
  await ask(INTRACEPT_FRAMINGS[0] ?? '')
}, 60_000)

afterAll(async () => {
  await engine.close()
  await rm(home, { recursive: true, force: true })
})

/** The article for a clinician, asked once. */
async function ask(question: string): Promise<Article> {
  const known = asked.get(question) ?? engine.ask({ question, caseText: null, audience: 'clinician' })
  asked.set(question, known)
  return known
}

function citationsOf({ answer, sections }: Article): Citation[] {
  return [...answer, ...sections.flatMap(({ claims }) => claims)].flatMap(({ citations }) => citations)
    .concat(sections.flatMap(({ table }) => (table?.rows ?? []).flat().flatMap(({ citations }) => citations)))
}

function citedIds(article: Article): string[] {
  return [...new Set(citationsOf(article).map(({ sourceId }) => sourceId))].toSorted()
}

async function sourceOf(id: string): Promise<Source> {
  const source = await engine.source(id)
  if (source === null) throw new Error(`the home does not hold ${id}`)
  return source
}

/** The concepts an article says it is about: as it printed its question. */
function topicOf({ question: { pico } }: Article): string[] {
  return [pico.intervention, pico.comparator, pico.population].flatMap((text) => vocabulary.recognise(text ?? '').map(({ conceptId }) => conceptId))
}

/** The interventions and conditions a source is about, of the record and of each of its parts. */
function conceptsOf({ evidence }: Source): string[] {
  if (evidence === null) return []
  return [evidence, ...evidence.findings, ...evidence.recommendations].flatMap(({ interventions, conditions }) => [...interventions, ...conditions])
}

function areRelated(a: string, b: string): boolean {
  return vocabulary.isWithin(a, b) || vocabulary.isWithin(b, a)
}

/** What every article owes its reader, whoever that is. */
async function expectSound(article: Article): Promise<void> {
  expect(article.provenance.verification).toMatchObject({ contradicted: 0, notSupported: 0, partly: 0 })
  const sources = new Map(await Promise.all(citedIds(article).map(async (id) => [id, await sourceOf(id)] as const)))
  const wrongQuotes = citationsOf(article).filter(({ sourceId, quote, start, end }) => sources.get(sourceId)?.text.slice(start, end) !== quote)
  expect(wrongQuotes, 'a quote is the source’s own text at its place').toEqual([])
  const retracted = [...sources.values()].filter(({ retraction }) => retraction.state === 'retracted').map(({ id }) => id)
  expect([...retracted, ...article.sources.filter((source) => source.retracted).map(({ id }) => id)], 'retracted sources cited').toEqual([])
  const topic = topicOf(article)
  const strangers = [...sources.values()].filter((source) => !conceptsOf(source).some((id) => topic.some((other) => areRelated(id, other)))).map(({ id }) => id)
  expect(strangers, 'cited sources on another topic').toEqual([])
}

describe.each(Object.entries(QUESTIONS))('%s', (_topic, questions) => {
  it.each(questions.map((question) => [question.ask, question] as const))('%s', async (text, expected) => {
    const article = await ask(text)
    const cited = citedIds(article)
    expect({ kind: article.question.kind, stance: article.verdict.stance, certainty: article.verdict.certainty }).toEqual({
      kind: expected.kind, stance: expect.toBeOneOf([...expected.stance]), certainty: expect.toBeOneOf([...expected.certainty]),
    })
    expect(cited, 'the pivotal sources').toEqual(expect.arrayContaining([...expected.cites]))
    expect(cited.filter((id) => expected.never.includes(id)), 'sources of another topic').toEqual([])
    await expectSound(article)
    const again = await engine.ask({ question: text, caseText: null, audience: 'clinician' })
    expect(JSON.stringify(again), 'the same question gives the same bytes').toBe(JSON.stringify(article))
  })

  it.each(questions.map(({ ask: text }) => text))('says the same to every reader: %s', async (text) => {
    const reference = await ask(text)
    for (const audience of audienceSchema.options) {
      const article = await engine.ask({ question: text, caseText: null, audience })
      expect({ audience, id: article.id, stance: article.verdict.stance, certainty: article.verdict.certainty, hash: article.contentHash })
        .toEqual({ audience, id: reference.id, stance: reference.verdict.stance, certainty: reference.verdict.certainty, hash: reference.contentHash })
      await expectSound(article)
    }
  })
})

describe('another wording of the same question', () => {
  it.each(INTRACEPT_FRAMINGS.slice(1))('%s', async (text) => {
    const [reference, article] = [await ask(INTRACEPT_FRAMINGS[0] ?? ''), await ask(text)]
    expect([article.verdict.stance, article.verdict.certainty]).toEqual([reference.verdict.stance, reference.verdict.certainty])
    expect(citedIds(article)).toEqual(citedIds(reference))
    expect(article.verdict.reasons).toEqual(reference.verdict.reasons)
  })
})

describe('what the library does not hold', () => {
  it.each(OUTSIDE_THE_LIBRARY)('%s', async (text) => {
    const article = await ask(text)
    expect(article.verdict).toMatchObject({ stance: 'no-evidence', certainty: null, strata: [] })
    expect(article.sources).toEqual([])
    const words = article.answer.map((claim) => claim.text).join(' ')
    expect(words).toMatch(/Searched: [\d,]+ sources/)
    expect(words, 'offers questions that can be answered').toMatch(/questions that can be answered here.*\?/)
    expect(article.provenance.verification).toMatchObject({ contradicted: 0, notSupported: 0 })
  })
})

describe('a retracted paper', () => {
  it('is listed as excluded, with the notice, and supports nothing', async () => {
    const article = await ask('Does hydroxychloroquine work for COVID-19?')
    expect(article.excluded.find(({ sourceId }) => sourceId === 'mehra-2020-hcq-retracted')?.reason).toMatch(/Retracted on 4 June 2020/)
    expect(citedIds(article)).not.toContain('mehra-2020-hcq-retracted')
    expect(JSON.stringify(article.pooled)).not.toContain('96')
  })
})

describe('what a reader of the Intracept article must not miss', () => {
  it('tells the sham result from the open one, the fracture rate from its cause, the unread from the silent', async () => {
    const article = await ask(INTRACEPT_FRAMINGS[0] ?? '')
    const text = [...article.answer, ...article.sections.flatMap(({ claims, table }) => [...claims, ...(table?.rows ?? []).flat()])].map((part) => part.text).join('\n')
    for (const words of [/per-protocol/, /−5\.3 \(interval not available to us\)/, /−20\.3 \(interval −25\.9 to −14\.7\)/, /not pooled/, /1\.55%/, /4\.64%/, /0\.37%/, /the cause is not shown/, /no comparison group/, /could not be read/, /Silence is not opposition/, /stopped early/i]) {
      expect(text).toMatch(words)
    }
  })
})
