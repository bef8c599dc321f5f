import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './index.ts'

const document = `---
title: "Back pain: our guideline"
authors: [Liu XF, Smith A]
year: 2021
doi: 10.1000/g
kind: guideline
---
# Ignored heading

We **suggest** heat, see [the trial](https://x.org/a) and \`code\`.

## Doses
- one
- two

| Arm | Score |
| --- | --- |
| Heat | 20 |
`

describe('Markdown', () => {
  it('reads front matter, sections and tables as a reader sees them', () => {
    const [item] = parseMarkdown(document, 'file')
    expect(item).toMatchObject({ kind: 'source', source: { id: 'doi:10.1000/g', kind: 'guideline', title: 'Back pain: our guideline', authors: ['Liu XF', 'Smith A'], year: 2021, textKind: 'fulltext' } })
    if (item?.kind !== 'source') return
    expect(item.source.sections.map(({ title, kind, start, end }) => [title, kind, item.source.text.slice(start, end)])).toEqual([
      ['Title', 'title', 'Back pain: our guideline'],
      ['Ignored heading', 'body', 'We suggest heat, see the trial and code.'],
      ['Doses', 'body', 'one\ntwo'],
      ['Table', 'table', 'Arm | Score\nHeat | 20'],
    ])
  })

  it('gives the same id to the same text, and says when the title is only the file’s name', () => {
    const [one] = parseMarkdown('Some words.', 'notes')
    const [two] = parseMarkdown('Some  words.\n', 'notes')
    expect(one).toMatchObject({ source: { title: 'notes', titleIsExact: false, id: expect.stringMatching(/^file:[0-9a-f]{32}$/) } })
    expect(two).toEqual(one)
  })

  it('takes odd input in linear time and without throwing', () => {
    for (const odd of ['['.repeat(200_000), '*'.repeat(200_000), '| '.repeat(100_000), `# ${' #'.repeat(100_000)}`, '_a'.repeat(100_000)]) {
      const before = performance.now()
      parseMarkdown(odd, 'odd')
      expect(performance.now() - before).toBeLessThan(2000)
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(() => parseMarkdown(text, 'x')).not.toThrow() }))
  })
})
