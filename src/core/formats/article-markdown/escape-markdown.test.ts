import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from './escape-markdown.ts'

const characters = 'ab 1.)#*_[]<>|&$:/@-+=`~!'.split('')

describe('escapeMarkdown', () => {
  it.each([
    ['emphasis', 'a *b* _c_', String.raw`a \*b\* \_c\_`],
    ['a link', '[x](javascript:alert(1))', String.raw`\[x\](javascript:alert(1))`],
    ['HTML', '<script>alert(1)</script>', String.raw`\<script\>alert(1)\</script\>`],
    ['an entity', '&lt;b&gt; but R&D stays', String.raw`\&lt;b\&gt; but R\&D stays`],
    ['a table cell', 'a | b', String.raw`a \| b`],
    ['code', '`rm -rf`', '\\`rm -rf\\`'],
    ['a formula between two prices', '$100 and $200', String.raw`\$100 and \$200`],
    ['a bare address', 'see https://evil.example or www.evil.example', String.raw`see https\://evil.example or www\.evil.example`],
    ['a heading', '# Title', String.raw`\# Title`],
    ['a list', '- item', String.raw`\- item`],
    ['a numbered list', '1. item', String.raw`1\. item`],
    ['a quotation', '> words', String.raw`\> words`],
    ['a second line', 'one\n\n# two', 'one # two'],
  ])('keeps %s from becoming markup', (_what, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it('leaves ordinary clinical prose alone', () => {
    const prose = 'ODI fell by −5.3 (95% CI −9.1 to −1.5; p = 0.01), i.e. below the 10-point line; n = 225.'
    expect(escapeMarkdown(prose)).toBe(prose)
  })

  it('drops control characters and marks that reverse the reading direction', () => {
    expect(escapeMarkdown('safe\u001B[31mred\u202Eesrever')).toBe(String.raw`safe\[31mredesrever`)
  })

  it('is one line that, without its backslashes, is the text', () => {
    assert(property(string({ unit: constantFrom(...characters) }), (text) => {
      const escaped = escapeMarkdown(text)
      expect(escaped).not.toContain('\n')
      expect(escaped.replaceAll('\\', '')).toBe(text.replaceAll(/\s+/gu, ' ').trim())
      expect(escaped).not.toMatch(/(?<!\\)[*_`<>[\]|$~]/u)
    }))
  })
})
