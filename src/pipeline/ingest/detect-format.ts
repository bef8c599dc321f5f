/** Formats that a document may have; `unknown` says why it is none. */
export type DocumentFormat =
  | { readonly kind: 'records' | 'pubmed' | 'jats' | 'ris' | 'nbib' | 'markdown' | 'html' }
  | { readonly kind: 'unknown'; readonly reason: string }

const READ = 'Read are evidence records (.jsonl), PubMed XML, JATS XML, RIS, NBIB, Markdown and HTML.'
const PUBMED_ROOTS = /^(?:PubmedArticleSet|PubmedArticle|PubmedBookArticleSet|MedlineCitationSet|MedlineCitation|DeleteCitation)$/
const JATS_ROOTS = /^(?:article|pmc-articleset|articles|collection)$/

/** What a document is, by its first characters; the name decides only between formats that look alike. */
export function detectFormat(name: string, head: string): DocumentFormat {
  const start = head.replace(/^\uFEFF/, '').trimStart()
  const extension = /\.([a-z0-9]+)$/i.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''
  if (start === '') return { kind: 'unknown', reason: 'it holds only white space. Write or download it again.' }
  if (/^<!ENTITY|<!DOCTYPE[^>]*\[[^]*?<!ENTITY/i.test(start)) {
    return { kind: 'unknown', reason: 'it defines its own XML entities (<!ENTITY …>), which is refused because such a file can expand without limit or point at other files. Save it without entity definitions.' }
  }
  if (start.startsWith('<')) return markup(start, extension)
  if (/^PMID ?- ?\d/.test(start)) return { kind: 'nbib' }
  if (/^TY {0,2}- /.test(start)) return { kind: 'ris' }
  if (start.startsWith('{') && (extension === 'jsonl' || extension === 'ndjson' || extension === 'json' || extension === '')) return { kind: 'records' }
  if (extension === 'ris' && /^[A-Z][A-Z0-9] {0,2}- /m.test(start)) return { kind: 'ris' }
  if (extension === 'nbib' && /^[A-Z]{2,4} *- /m.test(start)) return { kind: 'nbib' }
  if (['md', 'markdown', 'mdown'].includes(extension)) return { kind: 'markdown' }
  if (['jsonl', 'ndjson'].includes(extension)) return { kind: 'records' }
  return { kind: 'unknown', reason: `its format is not known${extension === '' ? '' : ` (.${extension})`}. ${READ}` }
}

function markup(start: string, extension: string): DocumentFormat {
  const root = rootElement(start)
  if (PUBMED_ROOTS.test(root)) return { kind: 'pubmed' }
  const looksLikeHtml = /^(?:html|head|body|main|div|p|h[1-6]|title|meta|section)$/i.test(root)
  if (looksLikeHtml || ['html', 'htm', 'xhtml'].includes(extension)) return { kind: 'html' }
  if (JATS_ROOTS.test(root)) return { kind: 'jats' }
  if (['md', 'markdown', 'mdown'].includes(extension)) return { kind: 'markdown' }
  return { kind: 'unknown', reason: `it is XML of another kind (<${root === '' ? '…' : root}>). ${READ}` }
}

/** The name of the first element, or of the document type when the element stands beyond the first characters. */
function rootElement(start: string): string {
  let rest = start
  for (;;) {
    const prolog = /^\s*(?:<\?[^]*?\?>|<!--[^]*?-->)/.exec(rest)
    if (prolog === null) break
    rest = rest.slice(prolog[0].length)
  }
  const doctype = /^\s*<!DOCTYPE\s+([\w:-]+)(?:[^[>]*\[[^]*?\]\s*>|[^>]*>)?/i.exec(rest)
  if (doctype !== null) rest = rest.slice(doctype[0].length)
  for (;;) {
    const prolog = /^\s*(?:<\?[^]*?\?>|<!--[^]*?-->)/.exec(rest)
    if (prolog === null) break
    rest = rest.slice(prolog[0].length)
  }
  return /^\s*<([\w:-]+)/.exec(rest)?.[1] ?? doctype?.[1] ?? ''
}
