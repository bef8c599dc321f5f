import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Section, Source } from '../../core/model/index.ts'
import { newSource, SourceText } from '../../core/formats/pubmed/index.ts'
import { PASSAGE_HARD_CHARACTERS, PASSAGE_MOST_CHARACTERS, splitPassages } from './split-passages.ts'

function sourceWith(parts: readonly { readonly kind: Section['kind']; readonly paragraphs: readonly string[] }[], textKind: Source['textKind'] = 'fulltext'): Source {
  const text = new SourceText()
  for (const { kind, paragraphs } of parts) text.section({ title: 'Part', kind, heading: true }, paragraphs)
  return newSource({ id: 'x', kind: 'other', title: 'T', textKind, text: text.text, sections: [...text.sections] })
}

const squeeze = (text: string): string => text.replace(/\s/g, '')

describe('splitPassages', () => {
  it('cuts a long paragraph between sentences', () => {
    const sentence = 'The mean fell by 5.3 points vs. sham (Fig. 2) in those treated, which was below the line.'
    const passages = splitPassages(sourceWith([{ kind: 'body', paragraphs: [Array.from({ length: 40 }, () => sentence).join(' ')] }]))
    expect(passages.length).toBeGreaterThan(3)
    for (const { text } of passages) expect(text).toMatch(/^The mean .* line\.$/)
  })

  it('gives a record one passage a line', () => {
    expect(splitPassages(sourceWith([{ kind: 'title', paragraphs: ['Title'] }, { kind: 'findings', paragraphs: ['One fact.', 'Another fact.'] }], 'record')).map(({ text }) => text)).toEqual(['Title', 'One fact.', 'Another fact.'])
  })

  it('keeps a table apart from the text around it', () => {
    const passages = splitPassages(sourceWith([{ kind: 'body', paragraphs: ['Short.'] }, { kind: 'table', paragraphs: ['a | b', '1 | 2'] }, { kind: 'body', paragraphs: ['Short too.'] }]))
    expect(passages.map(({ text }) => text)).toEqual(['Short.', 'a | b\n1 | 2', 'Short too.'])
  })

  it('holds every word of every section once, in exact slices within bounds', () => {
    const word = fc.oneof(fc.stringMatching(/^[A-Za-z0-9.]{1,12}$/), fc.constantFrom('Done.', 'End!', '𝒳', 'é', 'x'.repeat(5000)))
    const paragraph = fc.array(word, { minLength: 1, maxLength: 400 }).map((words) => words.join(' '))
    fc.assert(fc.property(fc.array(fc.record({ kind: fc.constantFrom<Section['kind']>('title', 'abstract', 'body', 'table'), paragraphs: fc.array(paragraph, { maxLength: 5 }) }), { maxLength: 4 }), (parts) => {
      const source = sourceWith(parts)
      const passages = splitPassages(source)
      for (const passage of passages) {
        expect(source.text.slice(passage.start, passage.end)).toBe(passage.text)
        expect(passage.id).toBe(`x#${passage.start}-${passage.end}`)
        expect(passage.text.isWellFormed()).toBe(true)
      }
      const cut = passages.filter((passage) => source.sections.some((section) => section.kind !== 'title' && section.start <= passage.start && passage.end <= section.end))
      for (const { text } of cut) expect(text.length).toBeLessThanOrEqual(text.includes(' ') && !/\S{1200}/.test(text) ? PASSAGE_MOST_CHARACTERS : PASSAGE_HARD_CHARACTERS + 1)
      expect(squeeze(passages.map(({ text }) => text).join(''))).toBe(squeeze(source.sections.map(({ start, end }) => source.text.slice(start, end)).join('')))
    }), { numRuns: 60 })
  })
})
