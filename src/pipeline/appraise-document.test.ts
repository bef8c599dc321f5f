import { describe, expect, it } from 'vitest'
import { buildVocabulary } from '../../test/support/build-vocabulary.ts'
import { appraiseDocument } from './appraise-document.ts'
import type { DocumentReader, InputDocument } from './ingest/index.ts'

const vocabulary = buildVocabulary()

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

function holding(files: Readonly<Record<string, string>>): DocumentReader {
  return {
    async *read(): AsyncGenerator<InputDocument> {
      for (const [name, text] of Object.entries(files)) yield { name, size: null, fingerprint: name, open: () => bytesOf(text) }
    },
  }
}

const TRIAL = '# Heat for back pain: a randomised trial\n\n## Results\n\nWe randomised 40 adults. Pain fell (mean difference -1.2, 95% CI -2.0 to -0.4).\n'

describe('appraiseDocument', () => {
  it.each([
    ['Markdown', 'trial.md', TRIAL],
    ['plain text', 'trial.txt', TRIAL.replaceAll('#', '')],
    ['HTML', 'trial.html', '<html><head><title>Heat for back pain: a randomised trial</title></head><body><h2>Results</h2><p>We randomised 40 adults. Pain fell (mean difference -1.2, 95% CI -2.0 to -0.4).</p></body></html>'],
    ['PubMed XML', 'trial.xml', '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Heat for back pain: a randomised trial.</ArticleTitle><Abstract><AbstractText>We randomised 40 adults. Pain fell (mean difference -1.2, 95% CI -2.0 to -0.4).</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>'],
  ])('reads %s', async (_name, name, text) => {
    const found = await appraiseDocument({ documents: holding({ [name]: text }), vocabulary }, name)
    expect(found).toMatchObject({ sample: { randomised: { value: 40 } }, findings: [{ measure: 'MD', estimate: -1.2, ciLow: -2, ciHigh: -0.4 }], recommendations: [], others: [], skipped: [] })
  })

  it('gives further documents of the file beside the first, and what was left out', async () => {
    const found = await appraiseDocument({ documents: holding({ 'a.md': TRIAL, 'b.md': TRIAL.replace('Heat', 'Cold'), 'c.xyz': 'words' }), vocabulary }, 'folder')
    expect(found.source.title).toContain('Heat')
    expect(found.others.map(({ source }) => source.title)).toEqual([expect.stringContaining('Cold')])
    expect(found.skipped).toHaveLength(1)
  })

  it('says what is wrong with a file that holds none', async () => {
    await expect(appraiseDocument({ documents: holding({ 'a.xyz': 'words' }), vocabulary }, 'a.xyz')).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('the file a.xyz holds no document that can be appraised') })
  })
})
