import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditFolder, scoreAudits } from './support/audit-fixtures.ts'

/**
 * Answer pages written for this test by people who had not seen the checker, with planted errors of 23 kinds and a key
 * beside each. The rules were improved on the first fifteen. Six more, and then twice eight others, were measured before
 * any rule was changed for them; general faults that they showed have been mended since, so that their floors say only
 * that nothing found is lost again. On the last six no rule was improved (BENCHMARKS.md).
 */
const pages = auditFolder(join(import.meta.dirname, 'fixtures', 'audit-articles'))

describe('fifteen answer pages with planted errors', () => {
  it('has every error kind the pages were written with, and at least ten sentences a page', () => {
    expect(pages).toHaveLength(15)
    expect(pages.every(({ key }) => key.sentences.length >= 10 && key.sentences.length <= 25)).toBe(true)
    expect(new Set(pages.flatMap(({ key }) => key.sentences.map(({ kind }) => kind))).size).toBeGreaterThanOrEqual(20)
  })

  it('finds at least 0.90 of the planted errors, with at most 0.05 false alarms on true sentences', () => {
    const { errors, caught, right, falseAlarms, told } = scoreAudits(pages)
    expect(caught / errors, told.filter((line) => line.startsWith('missed')).join('\n')).toBeGreaterThanOrEqual(0.9)
    expect(falseAlarms / right, told.filter((line) => line.startsWith('false')).join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('tells most of the harms and trials that were left out', () => {
    const told = (kind: string, id: string, findings: (typeof pages)[number]['audit']['findings']): boolean => findings.some((finding) => finding.kind === kind && finding.text.includes(`[${id}]`))
    const trials = pages.flatMap(({ key, audit }) => key.missingTrials.map((id) => told('missing-pivotal-trial', id, audit.findings)))
    const harms = pages.flatMap(({ key, audit }) => key.missingHarms.map(({ record }) => told('missing-harm', record, audit.findings)))
    expect([trials.filter(Boolean).length, trials.length]).toEqual([3, 5])
    expect(harms.filter(Boolean).length).toBeGreaterThanOrEqual(6)
  })

  it('finds on the six further pages what it found when it was last measured, with few false alarms', () => {
    const { errors, caught, right, falseAlarms } = scoreAudits(auditFolder(join(import.meta.dirname, 'fixtures', 'audit-articles-held-out')))
    expect(errors).toBe(54)
    expect(caught).toBeGreaterThanOrEqual(45)
    expect(falseAlarms / right).toBeLessThanOrEqual(0.05)
  })

  it('finds on sixteen other pages what it found when it was last measured, with few false alarms', () => {
    const { errors, caught, right, falseAlarms, told } = scoreAudits(auditFolder(join(import.meta.dirname, 'fixtures', 'audit-articles-further')))
    expect([errors, right]).toEqual([157, 150])
    expect(caught, told.join('\n')).toBeGreaterThanOrEqual(124)
    expect(falseAlarms, told.join('\n')).toBeLessThanOrEqual(3)
  })

  // No rule has been improved on these: they tell what to expect on a page from anywhere. Keep it so, and write new ones to learn from.
  it('finds more than half of the planted errors on six pages that no rule was improved on', () => {
    const { errors, caught, right, falseAlarms } = scoreAudits(auditFolder(join(import.meta.dirname, 'fixtures', 'audit-articles-unseen')))
    expect([errors, right]).toEqual([53, 67])
    expect(caught).toBeGreaterThanOrEqual(30)
    expect(falseAlarms).toBeLessThanOrEqual(9)
  })

  it('gives each claim as a slice of the file and each quote as a slice of its source', () => {
    for (const { audit } of pages) for (const { start, end, evidence } of audit.claims) {
      expect(end).toBeGreaterThan(start)
      expect(evidence.every(({ quote, start: from, end: to }) => quote.length === to - from)).toBe(true)
    }
  })
})
