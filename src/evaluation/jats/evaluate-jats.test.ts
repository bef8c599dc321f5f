import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluateJats, type JatsExpectation } from './index.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'consilium-jats-')) })
afterEach(async () => { await rm(folder, { recursive: true }) })

const article = '<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmc">1</article-id><title-group><article-title>Heat for pain</article-title></title-group><pub-date pub-type="epub"><year>2010</year></pub-date></article-meta></front><body><sec><title>Results</title><p>x</p></sec></body></article>'
const expectation: JatsExpectation = {
  file: 'PMC1.nxml', pmcid: 'PMC1', pmid: '', doi: '', articleType: 'research-article', title: 'Heat, for PAIN', journal: '', years: ['2010', '2011'], authors: [], abstractSectionTitles: [], abstract: '',
  bodySectionTitles: ['Results'], counts: { bodySectionsAllLevels: 1, bodyParagraphs: 2, tables: 0, figures: 0, references: 0, keywords: 0 }, referencePmids: [], licenseUrl: '', licenseText: '', copyright: '',
}

describe('evaluateJats', () => {
  it('predicts without expectations, and skips what it cannot read', async () => {
    await writeFile(join(folder, 'PMC1.nxml'), article)
    await writeFile(join(folder, 'PMC2.nxml'), article.slice(0, 100))
    const result = await evaluateJats(folder)
    expect(result).toMatchObject({ articles: 1, agreement: null, predictions: [{ file: 'PMC1.nxml', year: '2010', title: 'Heat for pain' }], skipped: [{ reason: expect.stringContaining('not well-formed') }] })
  })

  it('compares on letters and digits, field by field, any of the years', async () => {
    await writeFile(join(folder, 'PMC1.nxml'), article)
    await writeFile(join(folder, 'expected.jsonl.gz'), gzipSync(`${JSON.stringify(expectation)}\n${JSON.stringify({ ...expectation, file: 'gone.nxml' })}\n`))
    const { agreement } = await evaluateJats(join(folder, 'PMC1.nxml'))
    expect(agreement).toMatchObject({ compared: 1, missing: ['gone.nxml'], differences: [{ file: 'PMC1.nxml', field: 'bodyParagraphs', predicted: '1', expected: '2' }] })
    expect(agreement?.fields.find(({ field }) => field === 'title')).toEqual({ field: 'title', equal: 1, proportion: 1 })
  })

  it('agrees with an independent reading of 400 real articles', async (context) => {
    const data = join(process.env['CONSILIUM_EVAL'] ?? '', 'jats', 'articles.tar.gz')
    if (process.env['CONSILIUM_EVAL'] === undefined || !existsSync(data)) {
      console.log('skipped: no data')
      context.skip()
    }
    const { articles, skipped, agreement } = await evaluateJats(data)
    expect({ articles, skipped }).toEqual({ articles: 400, skipped: [] })
    expect(agreement?.fields.filter(({ proportion }) => proportion < 0.99)).toEqual([])
  })
})
