import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedItem } from './index.ts'
import { parsePubmed, PubmedParser } from './index.ts'

const citation = (pmid: string, more = '', types = '<PublicationType>Randomized Controlled Trial</PublicationType>'): string => `<PubmedArticle><MedlineCitation>
<PMID Version="1">${pmid}</PMID><Article><Journal><JournalIssue><Volume>3</Volume><Issue>1</Issue><PubDate><Year>2019</Year><Month>Feb</Month></PubDate></JournalIssue>
<ISOAbbreviation>Test J.</ISOAbbreviation></Journal><ArticleTitle>Heat treatment of the <i>nerve</i> in back pain.</ArticleTitle><Pagination><MedlinePgn>10-9</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.1000/x.${pmid}</ELocationID>
<Abstract><AbstractText Label="BACKGROUND">Doses of 4 &#215; 10<sup>6</sup> units &lt; 5.</AbstractText><AbstractText Label="RESULTS">Pain fell. Funded by Acme Therapeutics Inc; NCT01446419.</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Müller</LastName><ForeName>Ann-Marie B</ForeName><Initials>AB</Initials></Author><Author><CollectiveName>Back Group</CollectiveName></Author></AuthorList>
<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>NCT01446419</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
<PublicationTypeList>${types}</PublicationTypeList><ArticleDate><Year>2018</Year><Month>12</Month><Day>30</Day></ArticleDate></Article>${more}
<MeshHeadingList><MeshHeading><DescriptorName>Low Back Pain</DescriptorName><QualifierName>therapy</QualifierName></MeshHeading></MeshHeadingList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC77</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>`
const set = (...parts: string[]): string => `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://dtd.nlm.nih.gov/x.dtd"><PubmedArticleSet>${parts.join('')}</PubmedArticleSet>`
const link = (type: string, pmid: string): string => `<CommentsCorrectionsList><CommentsCorrections RefType="${type}"><RefSource>Test J. 2020;4:1</RefSource><PMID>${pmid}</PMID></CommentsCorrections></CommentsCorrectionsList>`
const sourceIn = (items: readonly ParsedItem[]): Extract<ParsedItem, { kind: 'source' }> => {
  const found = items.find((item) => item.kind === 'source')
  if (found === undefined) throw new Error(`no source in ${JSON.stringify(items)}`)
  return found
}

describe('PubMed XML', () => {
  it('keeps title and labelled abstract parts as text with exact sections', () => {
    const { source } = sourceIn(parsePubmed(set(citation('1'))))
    expect(source.sections.map(({ title, start, end }) => [title, source.text.slice(start, end)])).toEqual([
      ['Title', 'Heat treatment of the nerve in back pain'],
      ['Background', 'Doses of 4 × 10^6 units < 5.'],
      ['Results', 'Pain fell. Funded by Acme Therapeutics Inc; NCT01446419.'],
    ])
  })

  it('reads what the field cites by', () => {
    const { source } = sourceIn(parsePubmed(set(citation('1'))))
    expect(source).toMatchObject({
      id: 'pmid:1', pmid: '1', pmcid: 'PMC77', doi: '10.1000/x.1', authors: ['Müller AB', 'Back Group'], journal: 'Test J', year: 2018, volume: '3', issue: '1', pages: '10-9',
      meshHeadings: ['Low Back Pain'], kind: 'rct', registrations: ['NCT01446419'], studyId: 'nct:NCT01446419', funding: 'industry', textKind: 'abstract', evidence: null, dataDate: '2019-02',
    })
  })

  it('marks a paper retracted by its own link or by its type, with the notice', () => {
    expect(sourceIn(parsePubmed(set(citation('1', link('RetractionIn', '99'))))).source.retraction).toEqual({ state: 'retracted', notice: 'Retraction in: Test J. 2020;4:1 (PMID 99)' })
    expect(sourceIn(parsePubmed(set(citation('1', '', '<PublicationType>Retracted Publication</PublicationType>')))).source.retraction.state).toBe('retracted')
    expect(sourceIn(parsePubmed(set(citation('1', link('ExpressionOfConcernIn', '99'))))).source.retraction.state).toBe('expression-of-concern')
    expect(sourceIn(parsePubmed(set(citation('1', link('CommentIn', '99'))))).source.retraction.state).toBe('none')
  })

  it('tells what a notice says about another paper', () => {
    expect(sourceIn(parsePubmed(set(citation('99', link('RetractionOf', '1'), '<PublicationType>Retraction of Publication</PublicationType>'))))).toMatchObject({
      source: { kind: 'other' }, notices: [{ targetPmid: '1', state: 'retracted' }],
    })
    expect(sourceIn(parsePubmed(set(citation('99', link('ErratumFor', '2')))))).toMatchObject({ notices: [{ targetPmid: '2', state: 'corrected' }] })
  })

  it('leaves book articles and deleted citations out and says so', () => {
    const items = parsePubmed(set(citation('1'), '<PubmedBookArticle><BookDocument><PMID>5</PMID><ArticleTitle>A chapter</ArticleTitle></BookDocument></PubmedBookArticle>', '<DeleteCitation><PMID>7</PMID><PMID>8</PMID></DeleteCitation>'))
    expect(items.map((item) => item.kind)).toEqual(['source', 'told', 'told'])
    expect(JSON.stringify(items)).toContain('PMID 7, 8')
  })

  it('keeps what came before a fault, and tells the fault', () => {
    const items = parsePubmed(set(citation('1'), citation('2')).slice(0, -700))
    expect(items.map((item) => item.kind)).toEqual(['source', 'skipped'])
    expect(JSON.stringify(items[1])).toMatch(/not well-formed XML at line \d+/)
  })

  it('refuses a document that defines entities, whatever they are', () => {
    const bomb = `<!DOCTYPE PubmedArticleSet [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${set(citation('1')).replace(/^.*?<PubmedArticleSet>/s, '<PubmedArticleSet>')}`
    expect(parsePubmed(bomb)).toEqual([expect.objectContaining({ kind: 'skipped', reason: expect.stringContaining('defines its own XML entities') })])
    const external = bomb.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')
    expect(parsePubmed(external)).toEqual([expect.objectContaining({ kind: 'skipped' })])
  })

  it('refuses endless nesting, attributes and text', () => {
    expect(JSON.stringify(parsePubmed(`<PubmedArticleSet>${'<a>'.repeat(300)}`))).toContain('nested deeper than')
    expect(JSON.stringify(parsePubmed(`<PubmedArticleSet><a ${Array.from({ length: 300 }, (_, n) => `a${n}=""`).join(' ')}/>`))).toContain('attributes')
    const parser = new PubmedParser()
    parser.write('<PubmedArticleSet><PubmedArticle><a b="')
    for (let at = 0; at < 20 && !parser.stopped; at += 1) parser.write('x'.repeat(1_000_000))
    expect(parser.stopped).toBe(true)
  })

  it('finds the same in any pieces', () => {
    const document = set(citation('1'), citation('2', link('ErratumIn', '3')))
    const whole = parsePubmed(document)
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (sizes) => {
      const parser = new PubmedParser()
      const items: ParsedItem[] = []
      for (let at = 0, turn = 0; at < document.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1
        items.push(...parser.write(document.slice(at, at + size)))
        at += size
      }
      expect([...items, ...parser.end()]).toEqual(whole)
    }), { numRuns: 30 })
  })

  it('never throws on a document cut anywhere', () => {
    const document = set(citation('1'), citation('2'))
    fc.assert(fc.property(fc.nat(document.length), (length) => {
      expect(() => parsePubmed(document.slice(0, length))).not.toThrow()
    }))
  })
})
