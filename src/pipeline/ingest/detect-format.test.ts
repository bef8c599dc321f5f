import { describe, expect, it } from 'vitest'
import { detectFormat } from './detect-format.ts'

describe('detectFormat', () => {
  it.each([
    ['a.xml', '<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "x" "y">\n<PubmedArticleSet>', 'pubmed'],
    ['a.nxml', '<!DOCTYPE article PUBLIC "x" "y"><article article-type="x">', 'jats'],
    ['a.nxml', '<!-- note --><article>', 'jats'],
    ['wrong-name.md', '<pmc-articleset><article>', 'jats'],
    ['a.html', '<article><p>x', 'html'],
    ['a', '<!DOCTYPE html><html>', 'html'],
    ['pubmed-export.txt', 'PMID- 123\nOWN - NLM', 'nbib'],
    ['a.txt', 'TY  - JOUR\n', 'ris'],
    ['a.jsonl', '{"id":"x"}', 'records'],
    ['a.md', '# Title', 'markdown'],
    ['notes.txt', 'Just words', 'unknown'],
    ['a.xml', '<svg xmlns="x">', 'unknown'],
    ['a.xml', '   ', 'unknown'],
    ['bomb.xml', '<?xml version="1.0"?><!DOCTYPE lolz [ <!ENTITY lol "lol"> ]><lolz>', 'unknown'],
  ])('%s beginning %j is %s', (name, head, kind) => {
    expect(detectFormat(name, head).kind).toBe(kind)
  })
})
