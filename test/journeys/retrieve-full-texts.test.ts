import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../src/main.ts'
import type { Engine } from '../../src/pipeline/engine.ts'

const evaluationData = process.env['CONSILIUM_EVAL']
const archive = evaluationData === undefined ? null : join(evaluationData, 'jats', 'articles.tar.gz')
const available = archive !== null && existsSync(archive)
if (!available) console.log('full-text retrieval skipped: no data (set CONSILIUM_EVAL)')

/** Questions whose answer one of the 400 articles gives, in words that are not its title. */
const QUESTIONS: readonly (readonly [question: string, answeredBy: string])[] = [
  ['Does acupuncture relieve breathlessness in people with advanced cancer?', 'pmcid:PMC1208905'],
  ['Is misoprostol or dinoprostone better for inducing labour at term in first pregnancies?', 'pmcid:PMC524504'],
  ['Which antiemetic prevents vomiting after craniotomy for a brain tumour, granisetron or ondansetron?', 'pmcid:PMC4173571'],
  ['Do vaginal progesterone pessaries prevent respiratory distress in the newborn after an earlier preterm birth?', 'pmcid:PMC5614421'],
  ['Does vitamin D change flu-like symptoms in multiple sclerosis treated with interferon beta?', 'pmcid:PMC3691658'],
  ['Can metformin or pioglitazone help psoriasis with metabolic syndrome?', 'pmcid:PMC4987981'],
  ['How long should nicotine replacement be given to stop smoking?', 'pmcid:PMC3782125'],
  ['Does simvastatin lower heparin-binding protein in acute lung injury?', 'pmcid:PMC3728073'],
  ['Exercise in pregnancy: effect on mother and newborn (PAMELA)', 'pmcid:PMC5741924'],
  ['Is atacicept with rituximab safe in rheumatoid arthritis?', 'pmcid:PMC5057363'],
]

describe.runIf(available)('questions over 400 real full texts', () => {
  let home = ''
  let engine: Engine

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'consilium-full-texts-'))
    engine = await openEngine(home, () => undefined)
    const report = await engine.ingest([archive ?? ''])
    if (report.sources !== 400) throw new Error(`read ${report.sources} of 400 articles`)
    for (const { path, reason } of report.skipped) console.log(`skipped ${path}: ${reason}`)
  }, 240_000)

  afterAll(async () => {
    await engine.close()
    await rm(home, { recursive: true, force: true })
  })

  it.each(QUESTIONS)('%s', async (question, answeredBy) => {
    const { hits } = await engine.search(question, 10)
    expect(hits.map(({ sourceId }) => sourceId)).toContain(answeredBy)
    for (const { passageId, sourceId, text } of hits) {
      const span = /#(\d+)-(\d+)$/.exec(passageId)
      const source = await engine.source(sourceId)
      expect(source?.text.slice(Number(span?.[1]), Number(span?.[2]))).toBe(text)
    }
  })

  it('quotes what was not appraised and draws no verdict from it', async () => {
    const article = await engine.ask({ question: 'Does acupuncture relieve dyspnea in advanced cancer?', caseText: null, audience: 'clinician' })
    expect(article.verdict.stance).toBe('insufficient-evidence')
    expect(article.verdict.certainty).toBeNull()
    expect(article.sources.map(({ id }) => id)).toContain('pmcid:PMC1208905')
  })
})
