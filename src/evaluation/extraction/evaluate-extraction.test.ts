import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluateExtraction, type ExtractionLabel } from './index.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'consilium-extraction-')) })
afterEach(async () => { await rm(folder, { recursive: true }) })

const article = '<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmc">1</article-id><title-group><article-title>Heat for pain: a randomised controlled trial</article-title></title-group><abstract><p>We randomised 40 adults to heat or rest.</p></abstract></article-meta></front><body><sec><title>Results</title><p>Pain fell more with heat (mean difference -1.2, 95% CI -2.0 to -0.4).</p></sec></body></article>'
const label: ExtractionLabel = { pmcid: 'PMC1', set: 'held-out', design: 'randomised-trial', randomised: 41, fundingStatement: false, readFrom: 'abstract' }

describe('evaluateExtraction', () => {
  it('scores each field against each set of labels and names the mistakes', async () => {
    await writeFile(join(folder, 'PMC1.nxml'), article)
    await writeFile(join(folder, 'labels.json'), JSON.stringify([label, { ...label, pmcid: 'PMC2' }, { ...label, set: 'improved-on', randomised: 40 }]))
    let clock = 0
    const result = await evaluateExtraction(join(folder, 'PMC1.nxml'), () => (clock += 500), join(folder, 'labels.json'))
    expect(result).toMatchObject({
      articles: 1, metadata: { right: 1, of: 1 }, wrongSpans: 0, findings: 1, findingsPerSecond: 2,
      heldOut: { design: { right: 1, of: 1 }, randomised: { right: 0, of: 1 }, fundingStatement: { right: 1, of: 1 }, mistakes: [{ pmcid: 'PMC1', field: 'randomised', predicted: '40', label: '41' }] },
      improvedOn: { randomised: { right: 1, of: 1 }, mistakes: [] },
    })
  })

  it('says what is missing where no article can be read', async () => {
    await writeFile(join(folder, 'notes.md'), 'words')
    await expect(evaluateExtraction(folder, () => 0)).rejects.toThrow(/no article could be read/u)
  })

  it('reads design, numbers randomized and funding of 400 real articles', async (context) => {
    const data = join(process.env['CONSILIUM_EVAL'] ?? '', 'jats', 'articles.tar.gz')
    if (process.env['CONSILIUM_EVAL'] === undefined || !existsSync(data)) {
      console.log('skipped: no data')
      context.skip()
    }
    const result = await evaluateExtraction(data, () => performance.now())
    expect(result.articles).toBe(400)
    expect(result.wrongSpans).toBe(0)
    expect(result.metadata.proportion).toBeGreaterThanOrEqual(0.95)
    for (const [labelled, randomised] of [[result.improvedOn, 0.9], [result.heldOut, 0.8]] as const) {
      expect(labelled.design.of).toBe(50)
      expect(labelled.design.proportion).toBeGreaterThanOrEqual(0.95)
      expect(labelled.randomised.proportion).toBeGreaterThanOrEqual(randomised)
      expect(labelled.fundingStatement.proportion).toBeGreaterThanOrEqual(0.9)
    }
    const { abstract, table } = result.findingScores
    expect([abstract.labelled, table.labelled]).toEqual([43, 156])
    expect([abstract.right / abstract.extracted, table.right / table.extracted].every((precision) => precision >= 0.5)).toBe(true)
    expect([abstract.numbersRight / abstract.extracted, table.numbersRight / table.extracted].every((precision) => precision >= 0.65)).toBe(true)
  }, 120_000)
})
