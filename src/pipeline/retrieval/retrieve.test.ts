import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPassageIndex, type PassageIndex } from '../../adapters/search-index/index.ts'
import { openStore, type Store } from '../../adapters/store/index.ts'
import { testSource, toStored } from '../../adapters/store/test-source.ts'
import { clinicalQuestionSchema, evidenceSchema, type ClinicalQuestion, type Source } from '../../core/model/index.ts'
import { Vocabulary, type Concept } from '../../core/terminology/index.ts'
import type { SourceConcept } from '../ingest/ports.ts'
import { refreshIndex } from '../ingest/refresh-index.ts'
import { retrieve, type Retrieval } from './index.ts'

const concept = (id: string, kind: Concept['kind'], synonyms: string[], isA: string[] = []): Concept => ({ id, kind, label: id.replaceAll('-', ' '), plain: id, synonyms, isA, sameTechniqueAs: [], source: 'test' })
const vocabulary = new Vocabulary({
  concepts: [
    concept('sglt2-inhibitor', 'intervention', ['gliflozin']), concept('dapagliflozin', 'intervention', [], ['sglt2-inhibitor']), concept('beta-blocker', 'intervention', []),
    concept('heart-failure', 'condition', ['HF']), concept('hfpef', 'condition', ['heart failure with preserved ejection fraction'], ['heart-failure']),
  ],
  outcomes: [], bodies: [], criticalOutcomes: [], instruments: [],
})
const about = (intervention: string, condition: string): SourceConcept[] => [{ conceptId: intervention, role: 'intervention' }, { conceptId: condition, role: 'condition' }]
const record = (id: string, kind: Source['kind'], year: number): Source => testSource(id, `Record ${id} in unlike words.`, {
  kind, year,
  evidence: evidenceSchema.parse({
    population: null, intervention: null, comparator: null, setting: null, n: null, followUp: null, design: { randomized: null, controlled: null, participantsBlinded: null, assessorsBlinded: null, blinding: null },
    interventions: [], conditions: [], body: null, findings: [], recommendations: [], limitations: [], summary: [],
  }),
})

let home: string
let store: Store
let index: PassageIndex

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'consilium-retrieve-'))
  store = await openStore(home)
  index = openPassageIndex(home)
  const session = await store.beginWriting('test')
  await session.save([
    toStored(record('z-trial', 'rct', 2019), about('dapagliflozin', 'hfpef')),
    toStored(record('z-guideline', 'guideline', 2022), about('sglt2-inhibitor', 'heart-failure')),
    toStored(record('z-old-guideline', 'guideline', 2013), about('sglt2-inhibitor', 'heart-failure')),
    toStored(record('z-other-drug', 'rct', 2020), about('beta-blocker', 'hfpef')),
    toStored(testSource('z-words', 'An SGLT2 inhibitor was given to people with heart failure.')),
    toStored(testSource('z-unrelated', 'Clots dissolve.')),
  ])
  // Far more texts on the very same concepts than a candidate list may hold.
  await session.save(Array.from({ length: 3_000 }, (_, at) => toStored(testSource(`a-${at}`, `Abstract number ${at}.`), about('dapagliflozin', 'hfpef'))))
  await refreshIndex({ session, index })
  await session.close()
})
afterAll(async () => {
  await index.close()
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

function question(intervention: string, population: string, text: string): ClinicalQuestion {
  return clinicalQuestionSchema.parse({
    text, kind: 'therapy', population: { text: population, concepts: [population] }, intervention: { text: intervention, concepts: [intervention] }, comparator: { text: null, concepts: [] },
    outcomes: [], caseFacts: [], criteria: {}, stopping: false, assumptions: [], safety: null, unexplained: [],
  })
}

async function ask(intervention: string, population: string, text = 'Does it help?'): Promise<Retrieval> {
  const reader = await store.openReader()
  if (reader === null) throw new Error('no snapshot')
  return retrieve({ reader, index, vocabulary }, question(intervention, population, text))
}

describe('retrieve', () => {
  it.each(['sglt2-inhibitor', 'dapagliflozin'])('finds every record on %s, its class and its members, among thousands of texts', async (intervention) => {
    const { sources } = await ask(intervention, 'hfpef')
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(['z-trial', 'z-guideline', 'z-old-guideline']))
    expect(sources.length).toBeLessThan(1_200)
  })

  it('puts guidance before trials and the newest first, within one reason', async () => {
    const { sources } = await ask('sglt2-inhibitor', 'heart-failure')
    expect(sources.slice(0, 3).map(({ id }) => id)).toEqual(['z-guideline', 'z-old-guideline', 'z-trial'])
  })

  it('says why each source is a candidate', async () => {
    const { reasons } = await ask('beta-blocker', 'hfpef')
    expect(['z-other-drug', 'z-trial'].map((id) => reasons.get(id))).toEqual(['intervention-and-condition', 'condition'])
    expect(reasons.get('z-unrelated')).toBeUndefined()
  })

  it('finds by its words a text that no concept relates to the question', async () => {
    const { passages, reasons } = await ask('sglt2-inhibitor', 'heart-failure')
    expect(passages[0]?.source.id).toBe('z-words')
    expect(reasons.get('z-words')).toBe('passage')
    for (const { passage, source } of passages) expect(passage.text).toBe(source.text.slice(passage.start, passage.end))
  })

  it('gives the same for a question framed the other way', async () => {
    const once = await ask('sglt2-inhibitor', 'hfpef', 'Is a gliflozin indicated in HFpEF?')
    const other = await ask('sglt2-inhibitor', 'hfpef', 'Is a gliflozin not unnecessary and useless in HFpEF?')
    expect(other).toEqual(once)
  })
})
