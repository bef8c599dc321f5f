import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMarkdownPage } from '../../../core/formats/page-text/index.ts'
import type { AuditOfPage } from '../../../pipeline/engine-types.ts'
import { EngineInMemory, runInProcess } from '../test-support/run-in-process.ts'

function engineWithAudit(): EngineInMemory {
  const engine = new EngineInMemory()
  const audited: AuditOfPage = {
    title: 'A page', page: readMarkdownPage('# A page\n\nAspirin cures all. It lowers clotting.\n'), topic: { question: 'aspirin', stance: 'conditional', certainty: 'moderate' }, score: 0.5,
    counts: { supported: 1, partly: 0, contradicted: 1, 'not-supported': 0, 'cannot-tell': 0 },
    claims: [
      { text: 'It lowers clotting.', start: 29, end: 48, kind: 'evidence', citations: [], check: { verdict: 'supported', why: 'its words stand in the source', kind: null }, evidence: [{ sourceId: 's', quote: 'Lowers clotting.', start: 0, end: 16 }] },
      { text: 'Aspirin cures all.', start: 10, end: 28, kind: 'evidence', citations: [], check: { verdict: 'contradicted', why: '"cures" is more than the source says', kind: 'hedge' }, evidence: [] },
    ],
    findings: [{ kind: 'contradicted', claim: 1, text: '"cures" is more than the source says' }, { kind: 'missing-harm', claim: null, text: 'bleeding is not mentioned' }],
    provenance: { snapshot: 'abcdef0123456789', searchedAt: '2026-01-05', considered: 12, engine: 'consilium' },
  }
  engine.audited = audited
  return engine
}

describe('consilium audit', () => {
  it('tells the contradicted claims before the supported ones, with the score and what the page leaves out', async () => {
    const { code, out } = await runInProcess(['audit', 'page.md'], { engine: engineWithAudit() })
    expect(code).toBe(0)
    expect(out).toContain('50% of the claims that could be checked are supported')
    expect(out).toContain('missing harm: bleeding is not mentioned')
    expect(out.indexOf('Aspirin cures all.')).toBeLessThan(out.indexOf('It lowers clotting.'))
  })

  it('prints one JSON document with the fields others rely on, without the page itself', async () => {
    const { out } = await runInProcess(['audit', 'page.md', '--json'], { engine: engineWithAudit() })
    const told: unknown = JSON.parse(out)
    expect(told).toMatchObject({ score: 0.5, claims: [{ kind: 'evidence', check: { verdict: 'supported' } }, { check: { verdict: 'contradicted' } }], findings: [{ kind: 'contradicted', claim: 1 }, { claim: null }] })
    expect(told).not.toHaveProperty('page')
  })

  it('writes a marked-up copy, and says with a remedy where it cannot', async () => {
    const copy = join(await mkdtemp(join(tmpdir(), 'consilium-audit-')), 'copy.html')
    expect((await runInProcess(['audit', 'page.md', '--html', copy], { engine: engineWithAudit() })).code).toBe(0)
    expect(await readFile(copy, 'utf8')).toContain('<mark class="contradicted" id="claim-2">Aspirin cures all.</mark>')
    const failed = await runInProcess(['audit', 'page.md', '--html', join(copy, 'below', 'x.html')], { engine: engineWithAudit() })
    expect([failed.code, failed.err.includes('cannot be written')]).toEqual([1, true])
  })

  it('names a file that cannot be read', async () => {
    const { code, err } = await runInProcess(['audit', 'missing.md'])
    expect([code, err.includes('missing.md')]).toEqual([1, true])
  })
})
