import { describe, expect, it } from 'vitest'
import { readHtmlPage, readMarkdownPage } from '../page-text/index.ts'
import { auditHtml, type MarkedAudit } from './audit-html.ts'

function copyOf(page: MarkedAudit['page'], claims: MarkedAudit['claims'] = [], findings: MarkedAudit['findings'] = []): string {
  return auditHtml({ title: page.title, page, score: null, claims, findings, provenance: { snapshot: 'abc', searchedAt: '2026-01-01', engine: 'consilium' } })
}

const HOSTILE = '<html><body onload="alert(1)"><h1>"><script>alert(2)</script>Title</h1><p>Aspirin &lt;img src=x onerror=alert(3)&gt; lowers <b onclick="alert(4)">risk</b> <a href="javascript:alert(5)">here</a>.</p><iframe src="http://x"></iframe><style>body{background:url(http://x)}</style><svg onload=alert(6)></svg></body></html>'

describe('the marked-up copy of a page', () => {
  it('runs nothing and loads nothing, whatever the page holds', () => {
    const copy = copyOf(readHtmlPage(HOSTILE))
    const body = copy.slice(copy.indexOf('<body>'))
    expect(body).not.toMatch(/<script|<iframe|<svg|<img|<[a-z]+[^>]*\son\w+=|javascript:|http:\/\/x/i)
    expect(copy).toContain("default-src 'none'")
    expect(body).toContain('&#60;img src=x onerror=alert(3)&#62;')
  })

  it('escapes what the audit says of it and the quotes beside it', () => {
    const page = readMarkdownPage('# T\n\nAspirin lowers risk.\n')
    const copy = copyOf(page, [{ start: 5, end: 25, kind: 'evidence', check: { verdict: 'contradicted', why: '<b>no</b>' }, evidence: [{ sourceId: 'a"b', quote: '</li><script>1</script>' }] }], [{ kind: 'contradicted', claim: 0, text: '<i>x</i>' }])
    expect(copy).not.toMatch(/<b>|<i>|<script/)
    expect(copy).toContain('&#60;b&#62;no&#60;/b&#62;')
  })

  it('marks the words of a claim and tells the verdict by more than colour', () => {
    const page = readMarkdownPage('# T\n\nAspirin **lowers** risk. It is safe.\n')
    const copy = copyOf(page, [{ start: 5, end: 29, kind: 'evidence', check: { verdict: 'contradicted', why: 'no' }, evidence: [] }])
    expect(copy).toContain('<mark class="contradicted" id="claim-1">Aspirin lowers risk.</mark>')
    expect(copy).toContain('✗1')
  })
})
