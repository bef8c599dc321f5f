import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeInFile, readHtmlPage, readMarkdownPage, readPlainPage, type Page } from './index.ts'

function texts(page: Page): string[] {
  return page.blocks.map(({ text }) => text)
}

describe('the words of a page', () => {
  it('drops the marks of Markdown and knows where each word stands in the file', () => {
    const file = '# Aspirin\n\nIt **lowers** the [risk](http://x.y) by 10%.[1]\n\n- A *first* point\n\n## References\n\n1. Smith J. Trial. 2019.\n2. Jones. 2020.\n'
    const page = readMarkdownPage(file)
    expect(texts(page)).toEqual(['Aspirin', 'It lowers the risk by 10%.[1]', 'A first point'])
    expect(page.title).toBe('Aspirin')
    expect(page.references).toEqual([{ label: '1', text: 'Smith J. Trial. 2019.' }, { label: '2', text: 'Jones. 2020.' }])
    const [, second] = page.blocks
    const place = second === undefined ? null : placeInFile(second, 3, 9)
    expect(place === null ? '' : file.slice(place.start, place.end)).toBe('lowers')
  })

  it('reads a table row by row with the heads of its columns', () => {
    const row = readMarkdownPage('| Trial | HR |\n| --- | --- |\n| SMART | 0.7 |\n').blocks[0]
    expect([row?.kind, row?.text, row?.columns]).toEqual(['row', 'SMART | 0.7', ['Trial', 'HR']])
    expect(readHtmlPage('<table><tr><th>Trial</th><th>HR</th></tr><tr><td>SMART</td><td>0.7</td></tr></table>').blocks[0]).toMatchObject({ kind: 'row', text: 'SMART | 0.7', columns: ['Trial', 'HR'] })
  })

  it('reads HTML without what is hidden or runs, entities as characters, raised numbers as citations', () => {
    const file = '<html><head><title>T</title></head><body><nav>Menu</nav><p hidden>no</p><h1>A &amp; B</h1><p>Less than &lt;5%&nbsp;died.<sup>1,2</sup></p><script>x</script></body></html>'
    const page = readHtmlPage(file)
    expect(texts(page)).toEqual(['A & B', 'Less than <5% died.[1,2]'])
    const [, second] = page.blocks
    const place = second === undefined ? null : placeInFile(second, 10, 13)
    expect(place === null ? '' : file.slice(place.start, place.end)).toBe('&lt;5%')
  })

  it('takes a short first line of plain text as title and underlined lines as headings', () => {
    const page = readPlainPage('Colchicine after a heart attack\n\nWhat was found\n--------------\nIt helped.\n\nSources\nA 2019 trial of colchicine.\n')
    expect(page.title).toBe('Colchicine after a heart attack')
    expect(texts(page)).toContain('It helped.')
    expect(page.references).toHaveLength(1)
  })

  it('keeps every place inside the file and in order, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom(readMarkdownPage, readHtmlPage, readPlainPage), (file, read) => {
      for (const { text, offsets } of read(file).blocks) {
        expect(offsets).toHaveLength(text.length)
        expect(offsets.every((offset, index) => offset >= 0 && offset < file.length && offset >= (offsets[index - 1] ?? 0))).toBe(true)
      }
    }), { numRuns: 300 })
  })
})
