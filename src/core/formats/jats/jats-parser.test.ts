import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../model/index.ts'
import { parseJats, readJatsStructure } from './index.ts'

const article = ({ body = '<sec><title>Results</title><p>Pain fell.</p></sec>', meta = '', back = '', abstract = '<abstract><sec><title>Aim</title><p>To see.</p></sec></abstract>', title = 'Heat for pain' } = {}): string => `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.0//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article"><front><journal-meta><journal-id journal-id-type="nlm-ta">Test J</journal-id><journal-title-group><journal-title>Test Journal</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">11</article-id><article-id pub-id-type="pmc">22</article-id><article-id pub-id-type="doi">10.1000/a</article-id>
<title-group><article-title>${title}<xref ref-type="fn" rid="n1"><sup>*</sup></xref></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Liu</surname><given-names>Xiang-fu</given-names></name></contrib><contrib contrib-type="author"><collab>The Group<contrib-group><contrib><name><surname>Member</surname><given-names>A</given-names></name></contrib></contrib-group></collab></contrib><contrib contrib-type="editor"><name><surname>Ed</surname><given-names>B</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><month>3</month><year>2011</year></pub-date><pub-date pub-type="epub"><day>9</day><month>12</month><year>2010</year></pub-date><pub-date pub-type="pmc-release"><year>2009</year></pub-date>
<volume>4</volume><fpage>1</fpage><lpage>9</lpage><permissions><license><license-p>Open, see <ext-link xlink:href="https://creativecommons.org/licenses/by/4.0/">here</ext-link>.</license-p></license></permissions>
${meta}${abstract}<kwd-group><kwd>heat</kwd></kwd-group></article-meta></front><body>${body}</body><back>${back}<ref-list><ref id="r1"><element-citation><article-title>A cited work</article-title><pub-id pub-id-type="pmid">77</pub-id></element-citation></ref></ref-list></back></article>`

const read = (xml: string): Source => {
  const [item] = parseJats(xml)
  if (item?.kind !== 'source') throw new Error(JSON.stringify(item))
  return item.source
}
const section = (source: Source, title: string): string => {
  const found = source.sections.find((part) => part.title === title)
  return found === undefined ? '' : source.text.slice(found.start, found.end)
}

describe('JATS', () => {
  it('reads the front matter', () => {
    expect(read(article())).toMatchObject({
      id: 'pmcid:PMC22', studyId: 'pmid:11', pmid: '11', pmcid: 'PMC22', doi: '10.1000/a', title: 'Heat for pain', authors: ['Liu XF', 'The Group'], journal: 'Test J', year: 2010,
      volume: '4', pages: '1-9', licence: 'https://creativecommons.org/licenses/by/4.0/', keywords: ['heat'], dataDate: '2011-03', textKind: 'fulltext',
    })
  })

  it('names a section by the sections it stands in, and leaves headings out of it', () => {
    const source = read(article({ body: '<sec><title>Methods</title><sec><title>People</title><p>Adults.</p><p>No children.</p></sec></sec>' }))
    expect(section(source, 'Methods › People')).toBe('Adults.\nNo children.')
    expect(section(source, 'Aim')).toBe('To see.')
    expect(source.text).toContain('Methods\n\nMethods › People\nAdults.')
  })

  it('does not run citation numbers and powers into numbers', () => {
    const source = read(article({ body: '<p>A fall of 5.3<sup><xref ref-type="bibr" rid="r1">12</xref>,<xref ref-type="bibr" rid="r2">13</xref></sup> points and 10<sup>6</sup> cells [<xref ref-type="bibr" rid="r1">1</xref>].</p>' }))
    expect(section(source, 'Text')).toBe('A fall of 5.3 points and 10^6 cells [1].')
  })

  it('reads a table as rows, each cell in its column, and keeps it apart', () => {
    const source = read(article({ body: `<sec><title>Results</title><p>See the table.<table-wrap><label>Table 1</label><caption><p>Pain</p></caption><table><thead><tr><th rowspan="2">Arm</th><th colspan="2">Score</th></tr><tr><th>Before</th><th>After</th></tr></thead>
      <tbody><tr><td>Heat</td><td>40</td><td>20</td></tr></tbody></table><table-wrap-foot><fn><label>a</label><p>Mean.</p></fn></table-wrap-foot></table-wrap></p><p>It fell.</p></sec>` }))
    expect(section(source, 'Table 1')).toBe('Table 1. Pain\nArm | Score\n| Before | After\nHeat | 40 | 20\na Mean.')
    expect(section(source, 'Results')).toBe('See the table.\nIt fell.')
    expect(source.sections.find(({ title }) => title === 'Table 1')?.kind).toBe('table')
  })

  it('never has the reference list in its text', () => {
    expect(read(article()).text).not.toContain('A cited work')
  })

  it('finds who paid and what the authors declare', () => {
    const source = read(article({ back: '<ack><p>We thank all. This study was funded by Acme Pharma Inc.</p></ack><fn-group><fn fn-type="conflict"><p>AB owns shares of Acme.</p></fn></fn-group>' }))
    expect(source).toMatchObject({ funding: 'industry', fundingNote: 'This study was funded by Acme Pharma Inc.', conflictsOfInterest: 'AB owns shares of Acme.' })
  })

  it('takes the registration of the abstract as the study, not one named in passing', () => {
    const abstract = '<abstract><p>Patients were randomly assigned. Trial registration NCT01446419.</p></abstract>'
    const source = read(article({ abstract, body: '<p>Another trial (NCT99999999) differs.</p>' }))
    expect(source).toMatchObject({ kind: 'rct', studyId: 'nct:NCT01446419', registrations: ['NCT01446419', 'NCT99999999'] })
  })

  it('knows a retracted article and a notice', () => {
    expect(read(article({ title: 'Retracted: Heat for pain' })).retraction.state).toBe('retracted')
    expect(read(article({ meta: '<related-article related-article-type="retraction-forward" xlink:href="10.1/r"/>' })).retraction.state).toBe('retracted')
    expect(parseJats(article({ meta: '<related-article related-article-type="retracted-article" ext-link-type="pmid" xlink:href="55"/>' }))).toMatchObject([{ notices: [{ targetPmid: '55', state: 'retracted' }] }])
  })

  it('reads entity names that only the DTD declares, and keeps unknown ones as written', () => {
    expect(section(read(article({ body: '<p>5&nbsp;&micro;g &alpha; &nosuchname;</p>' })), 'Text')).toBe('5 µg α &nosuchname;')
  })

  it('counts what the article consists of', () => {
    expect(readJatsStructure(article())[0]).toMatchObject({
      abstract: 'Aim To see.', abstractSectionTitles: ['Aim'], bodySectionTitles: ['Results'],
      counts: { bodySectionsAllLevels: 1, bodyParagraphs: 1, tables: 0, figures: 0, references: 1, keywords: 1 }, referencePmids: ['77'],
    })
  })

  it('keeps sections in order, apart and exact under any nesting', () => {
    const paragraph = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => `<p>${text.replace(/[&<>]/g, ' ').replace(/[^\P{C}]/gu, ' ')}<italic>x</italic></p>`)
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, paragraph, fc.constant('<table-wrap><table><tr><td>1</td></tr></table></table-wrap>'), fc.array(tie('tree'), { maxLength: 3 }).map((parts) => `<sec><title>S</title>${parts.join('')}</sec>`)),
    }))
    fc.assert(fc.property(fc.array(tree, { maxLength: 4 }), (parts) => {
      const source = read(article({ body: parts.join('') }))
      let at = 0
      for (const { start, end } of source.sections) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(source.text.slice(start, end)).toBe(source.text.slice(start, end).trim())
        at = end
      }
      expect(source.text).toBe(source.text.normalize('NFC'))
    }), { numRuns: 60 })
  })

  it('never throws on an article cut anywhere', () => {
    const xml = article({ back: '<ack><p>Thanks</p></ack>' })
    fc.assert(fc.property(fc.nat(xml.length), (length) => {
      expect(() => parseJats(xml.slice(0, length))).not.toThrow()
    }))
  })
})
