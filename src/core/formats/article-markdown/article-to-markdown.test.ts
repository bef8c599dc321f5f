import { describe, expect, it } from 'vitest'
import { exampleArticle, exampleClaim, exampleSource } from '../../../../test/support/example-article.ts'
import type { StratumVerdict } from '../../model/index.ts'
import { articleToMarkdown } from './article-to-markdown.ts'

const markdown = articleToMarkdown(exampleArticle())
const headings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('## ')).map((line) => line.slice(3))

describe('articleToMarkdown', () => {
  it('begins with the banner, the question, the verdict and its certainty in words and marks', () => {
    expect(markdown.split('\n\n').slice(0, 4)).toEqual([
      '> For education only, pending human review.',
      '# Is basivertebral nerve ablation indicated for chronic low back pain?',
      '**Contested.** Guidelines disagree.',
      '**Certainty: low ⊕⊕◯◯** (pain against sham)',
    ])
  })

  it('keeps the order in which a physician reads', () => {
    expect(headings(markdown)).toEqual([
      'Why this verdict', 'Benefits', 'Harms', 'Decision algorithm', 'The case', 'Guideline position', 'Where guidelines disagree, and why',
      'Coverage', 'Left out, and known to be', 'Found and not used', 'References', 'How it was made',
    ])
  })

  it('cites by number, each once and in order', () => {
    expect(markdown).toContain('Pain fell by 5.3 points against sham. [1]')
    expect(markdown).toContain('- One was open-label. [1, 2]')
  })

  it('numbers the steps of the algorithm', () => {
    expect(markdown).toContain('1. Confirm Modic changes. [3]\n2. Offer exercise first. [3]')
  })

  it('marks what rests on the case', () => {
    expect(markdown).toContain('The earlier authorization expired. *(from the case)*')
  })

  it('writes tables with their citations', () => {
    expect(markdown).toContain('| Harm | Rate |\n| --- | --- |\n| Fracture | 1.55% [2] |')
    expect(articleToMarkdown(exampleArticle({ sections: [] }))).toContain('| Function | MD −5.31 (−9.1 to −1.5) | 1 | 1,234 | low ⊕⊕◯◯ | risk of bias; imprecision |')
    expect(markdown).toContain('| Example Society [3] | 2020 | for | conditional | not stated |')
  })

  it('groups references by kind under the number the text cites, with link, note and exact words', () => {
    const references = markdown.slice(markdown.indexOf('## References'))
    expect(references.indexOf('### Guidelines')).toBeLessThan(references.indexOf('### Randomized trials'))
    expect(references).toContain('[1] Author A. Trial 1. Spine J. 2019. [doi:10.1000/1](https://doi.org/10.1000/1) (industry funding)\n- “Exact words 1.”')
    expect(references).toContain('(our summary)')
    expect(references).toContain('Not cited: Example Health Plan. Policy. No stable link found.')
  })

  it('ends with how it was made and the disclaimer', () => {
    expect(markdown).toContain('- Sentences checked: 9: 8 supported, 1 partly, 0 contradicted, 0 not supported; only supported ones are printed')
    expect(markdown).toContain('- Question read as: indication; population: chronic low back pain; intervention: basivertebral nerve ablation')
    expect(markdown.trimEnd().split('\n').at(-1)).toMatch(/^\*This article summarises .*not medical advice/u)
  })

  it('tells the standing of a reference where it is cited', () => {
    const claim = exampleClaim('Death was rarer.', [1, 2])
    const told = articleToMarkdown(exampleArticle({ sections: [{ id: 'benefits', title: 'Benefits', claims: [{ ...claim, citations: claim.citations.map((citation) => (citation.n === 2 ? { ...citation, notes: ['preprint', 'corrected'] } : citation)) }] }] }))
    expect(told).toContain('Death was rarer. [1, 2] (2: preprint; 2: corrected)')
  })

  it('tells how another reader’s version compares with the clinician’s, and says nothing in that one', () => {
    const { provenance } = exampleArticle()
    const parity = { audience: 'patient' as const, claims: 9, same: 8, differences: [{ id: 'a', kind: 'strengthened' as const, what: 'another level of certainty' }] }
    expect(markdown).not.toContain('Compared with the clinician')
    expect(articleToMarkdown(exampleArticle({ provenance: { ...provenance, parity: { ...parity, same: 9, differences: [] } } }))).toContain('- Compared with the clinician’s version: 9 of 9 claims say the same\n')
    expect(articleToMarkdown(exampleArticle({ provenance: { ...provenance, parity } }))).toContain('8 of 9 claims say the same; 1 strengthened: these are not printed')
  })

  it('does not repeat what the sections hold', () => {
    const told = articleToMarkdown(exampleArticle({
      sections: [
        { id: 'guidelines', title: 'Guidelines', claims: [], table: { caption: '', columns: ['Body'], rows: [[{ text: 'Example Society', citations: [] }]] } },
        { id: 'conflicts', title: 'Conflicts', claims: [exampleClaim('They differ.')] },
        { id: 'not-covered', title: 'Not covered', claims: [exampleClaim('Cost per QALY')] },
      ],
    }))
    expect(headings(told)).toEqual(['Why this verdict', 'Guidelines', 'Conflicts', 'Not covered', 'Effects and certainty by outcome', 'Coverage', 'Found and not used', 'References', 'How it was made'])
  })

  it('puts the guideline table under the guideline section that has only sentences', () => {
    const told = articleToMarkdown(exampleArticle({ sections: [{ id: 'guidelines', title: 'Guidelines', claims: [exampleClaim('One is for.')] }] }))
    expect(told).toContain('## Guidelines\n\nOne is for.\n\n| Organization | Year |')
  })

  it('does not say the label of the verdict, or a reason, twice', () => {
    const { verdict } = exampleArticle()
    const told = articleToMarkdown(exampleArticle({ verdict: { ...verdict, headline: 'Contested: the bodies differ.', reasons: ['Certainty is low.'], modifiers: [{ id: 'm', text: 'certainty is low' }] } }))
    expect(told).toContain('**Contested.** The bodies differ.')
    expect(told).toContain('## Why this verdict\n\n- Certainty is low.\n\n##')
  })

  it('makes the address of a reference its link, and the link of one that has none', () => {
    const told = articleToMarkdown(exampleArticle({ sources: [
      exampleSource(1, { doi: null, reference: 'Policy. No stable link found. Search by title: https://pubmed.ncbi.nlm.nih.gov/?term=A%20(b)_c' }),
      exampleSource(2, { doi: null, pmid: '12', reference: 'A trial. Lancet. 2014. PMID: 12.' }),
    ] }))
    expect(told).toContain('Search by title: <https://pubmed.ncbi.nlm.nih.gov/?term=A%20%28b%29%5Fc>')
    expect(told).toContain('A trial. Lancet. 2014. PMID: 12. <https://pubmed.ncbi.nlm.nih.gov/12/>')
  })

  it('renders a section it does not know', () => {
    const told = articleToMarkdown(exampleArticle({ sections: [{ id: 'something-new', title: 'Something new', claims: [exampleClaim('New.')] }] }))
    expect(told).toContain('## Something new\n\nNew.')
  })

  it('shows where the verdict differs between patients', () => {
    const { verdict } = exampleArticle()
    const stratum: StratumVerdict = { id: 's', label: 'Osteoporosis', stance: 'not-recommended', certainty: 'very-low', guidelineSignal: 'G', evidenceSignal: 'E', row: 'x', modifiers: [], certaintyBasis: null }
    expect(articleToMarkdown(exampleArticle({ verdict: { ...verdict, strata: [stratum, { ...stratum, id: 't', label: 'Others' }] } })))
      .toContain('| Osteoporosis | Not recommended | very low ⊕◯◯◯ | no body of evidence |')
  })

  it('is the message alone in a clear emergency', () => {
    const told = articleToMarkdown(exampleArticle({ safety: { kind: 'emergency', message: 'Call your local emergency number now.' }, answer: [], sections: [], sources: [] }))
    expect(told.startsWith('> **Call your local emergency number now.**')).toBe(true)
    expect(headings(told)).toEqual([])
  })

  it('prints a stop that does not end the article above it', () => {
    const told = articleToMarkdown(exampleArticle({ safety: { kind: 'personal-dose', message: 'Doses here are those used in studies.' } }))
    expect(told.split('\n\n').slice(0, 2)).toEqual(['> **Doses here are those used in studies.**', '> For education only, pending human review.'])
  })

  it('says that a withdrawn article must not be relied on', () => {
    expect(articleToMarkdown(exampleArticle({ status: 'withdrawn' })).split('\n')[0]).toBe('> Withdrawn. Do not rely on this version.')
  })

  it('lets no title, quote or question become markup', () => {
    const bad = '<img src=x onerror=alert(1)> [click](https://evil.example) **bold** | cell\n# heading'
    const told = articleToMarkdown(exampleArticle({
      question: { ...exampleArticle().question, text: bad },
      sources: [exampleSource(1, { reference: bad, url: 'javascript:alert(1)', doi: null })],
    }))
    expect(told).not.toMatch(/(?<!\\)<img/u)
    expect(told).not.toContain('](https://evil.example)**')
    expect(told).not.toContain('javascript:')
    expect(told.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1)
  })
})
