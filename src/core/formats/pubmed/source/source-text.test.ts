import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyFunding, cleanDoi, cleanPmcid, registrationsIn, sourceKindOf, SourceText, tidy } from './index.ts'

describe('SourceText', () => {
  it('keeps every offset exact and the text in NFC, whatever is written', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(fc.property(fc.array(fc.record({ title: words, heading: fc.boolean(), paragraphs: fc.array(words, { maxLength: 4 }) }), { maxLength: 6 }), (parts) => {
      const text = new SourceText()
      for (const { title, heading, paragraphs } of parts) text.section({ title, kind: 'body', heading }, paragraphs)
      expect(text.text).toBe(text.text.normalize('NFC'))
      const written = parts.map(({ paragraphs }) => paragraphs.map((paragraph) => tidy(paragraph)).filter((line) => line !== '').join('\n')).filter((block) => block !== '')
      expect(text.sections.map(({ start, end }) => text.text.slice(start, end))).toEqual(written)
    }))
  })

  it('drops what a reader cannot see', () => {
    expect(tidy('a\u200Bb\u00ADc \u202Ed\u{E0041}\u00A0\u0000e')).toBe('abc d e')
  })
})

describe('facts of a report', () => {
  it.each([
    ['A randomized trial of heat', [], 'rct'],
    ['Heat for pain: study protocol for a randomized trial', [], 'registration'],
    ['Heat for pain: a systematic review and meta-analysis of randomized trials', [], 'meta-analysis'],
    ['Flexible multiple-dose protocol: a randomized controlled study', [], 'rct'],
    ['Anything', ['Journal Article', 'Practice Guideline', 'Review'], 'guideline'],
    ['Anything', ['Randomized Controlled Trial', 'Comment'], 'other'],
    ['Anything', ['Case Reports'], 'case-series'],
  ])('"%s" %j is %s', (title, publicationTypes, kind) => {
    expect(sourceKindOf({ title, publicationTypes, meshHeadings: [], articleType: '', abstract: '' })).toBe(kind)
  })

  it.each([
    ['Funded by AstraZeneca', 'industry'],
    ['Supported by the National Institutes of Health and Pfizer', 'mixed'],
    ['A grant of the Wellcome Trust', 'public'],
    ['This research received no specific funding.', 'none'],
    ['We thank Mr Smith', 'unclear'],
  ])('funding "%s" is %s', (statement, funding) => {
    expect(classifyFunding(statement)).toBe(funding)
  })

  it('finds registration numbers in their registers’ spelling', () => {
    expect(registrationsIn('NCT 01446419, isrctn12345678; EudraCT number 2010-123456-12; NCT0144 and DRKS00001234')).toEqual(['NCT01446419', 'ISRCTN12345678', 'EudraCT 2010-123456-12', 'DRKS00001234'])
  })

  it('cleans identifiers', () => {
    expect(cleanDoi('https://doi.org/10.1000/Ab.c.')).toBe('10.1000/Ab.c')
    expect(cleanDoi('not a doi')).toBeNull()
    expect(cleanPmcid('123')).toBe('PMC123')
  })
})
