import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../../test/support/ask-library.ts'
import { buildFinding } from '../../../../test/support/build-finding.ts'
import { buildEvidence, buildSource } from '../../../../test/support/build-source.ts'
import type { Finding, Source } from '../../../core/model/index.ts'
import { holdSources } from './held-sources.ts'
import { walkToStudy, type Walk } from './walk-to-study.ts'

const NUMBERS = { estimate: 0.7, ciLow: 0.6, ciHigh: 0.82 } as const

function report(id: string, finding: Partial<Finding>, parts: Partial<Omit<Source, 'evidence'>> & { readonly contains?: readonly string[]; readonly restsOnStudy?: string } = {}): Source {
  const { contains = [], restsOnStudy = null, ...source } = parts
  return { ...buildSource({ id, ...source }), evidence: buildEvidence({ contains: [...contains], restsOnStudy, findings: [buildFinding({ id: `${id}:finding-1`, ...NUMBERS, ...finding })] }) }
}

function walk(from: Source, others: readonly Source[]): Walk {
  const [finding] = from.evidence?.findings ?? []
  if (finding === undefined) throw new Error('the source has no finding')
  return walkToStudy(from, finding, holdSources([from, ...others]))
}

describe('a number followed to the study that measured it', () => {
  it('stays where it was measured', () => {
    expect(walk(report('trial', {}), []).kind).toBe('measured-here')
    expect(walk(report('review', {}, { kind: 'meta-analysis' }), [report('trial', {})]).kind).toBe('measured-here')
  })

  it('leads from a guideline by the id, study, registration or name that it relays', () => {
    const trial = report('trial', {}, { studyId: 'nct:NCT01', studyName: 'ASTER', registrations: ['NCT01234567'] })
    for (const relayedFrom of ['trial', 'nct:NCT01', 'the trial NCT01234567', 'the ASTER trial']) {
      expect(walk(report('guideline', { relayedFrom }, { kind: 'guideline' }), [trial]), relayedFrom).toMatchObject({ kind: 'walked', study: { id: 'trial' }, agrees: 'same', path: [{ id: 'guideline' }] })
    }
  })

  it('goes through every relay on the way', () => {
    const chain = [report('review', { relayedFrom: 'trial' }, { kind: 'systematic-review' }), report('trial', {})]
    expect(walk(report('news', { relayedFrom: 'review' }, { kind: 'other' }), chain)).toMatchObject({ kind: 'walked', study: { id: 'trial' }, path: [{ id: 'news' }, { id: 'review' }] })
  })

  it('says when the study gives another number, another form, or none', () => {
    const guideline = report('guideline', { relayedFrom: 'trial' }, { kind: 'guideline' })
    expect(walk(guideline, [report('trial', { estimate: 0.8 })])).toMatchObject({ agrees: 'different', finding: { estimate: 0.8 } })
    expect(walk(guideline, [report('trial', { ciHigh: 0.9 })])).toMatchObject({ agrees: 'different' })
    expect(walk(guideline, [report('trial', { measure: 'RD', estimate: -2 })])).toMatchObject({ agrees: 'other-form' })
    expect(walk(report('guideline', { relayedFrom: 'trial', timeMonths: 3 }, { kind: 'guideline' }), [report('trial', { timeMonths: 24 })]), 'a later follow-up is another result').toMatchObject({ agrees: 'not-stated' })
    expect(walk(guideline, [report('trial', { outcome: 'pain', outcomeConcept: 'pain' })])).toMatchObject({ agrees: 'not-stated', finding: null })
  })

  it('finds by its numbers a trial that the review contains, and no other', () => {
    const trial = report('trial', {})
    const review = (contains: readonly string[]): Source => report('review', {}, { kind: 'meta-analysis', contains })
    expect(walk(review(['trial']), [trial])).toMatchObject({ kind: 'walked', study: { id: 'trial' }, agrees: 'same' })
    expect(walk(review([]), [trial]).kind).toBe('measured-here')
    expect(walk(review(['trial']), [report('trial', { outcomeConcept: 'stroke', outcome: 'stroke' })]).kind).toBe('measured-here')
    expect(walk(review(['trial']), [report('trial', { ciHigh: 0.83 })]).kind).toBe('measured-here')
    expect(walk(review(['trial', 'twin']), [trial, report('twin', {})]).kind, 'two trials with one number decide nothing').toBe('measured-here')
  })

  it('names what it cannot reach', () => {
    expect(walk(report('guideline', { relayedFrom: 'a pooled analysis of ASTER and BETA' }, { kind: 'guideline' }), [report('aster', {}, { studyName: 'ASTER' })])).toMatchObject({ kind: 'not-held', from: 'a pooled analysis of ASTER and BETA' })
    expect(walk(report('guideline', {}, { kind: 'guideline' }), []).kind).toBe('secondary')
  })

  it('refuses a circle, a source that names itself, and a retracted end', () => {
    const circle = [report('b', { relayedFrom: 'c' }, { kind: 'other' }), report('c', { relayedFrom: 'a' }, { kind: 'other' })]
    expect(walk(report('a', { relayedFrom: 'b' }, { kind: 'guideline' }), circle)).toEqual({ kind: 'refused', reason: 'its sources relay the number from each other in a circle (a → b → c → a)' })
    expect(walk(report('a', { relayedFrom: 'a' }), [])).toMatchObject({ kind: 'refused' })
    const retracted = report('trial', {}, { retraction: { state: 'retracted', notice: null } })
    expect(walk(report('a', { relayedFrom: 'trial' }, { kind: 'guideline' }), [retracted])).toMatchObject({ kind: 'refused', reason: expect.stringContaining('retracted') })
  })
})

describe('over the starter library', () => {
  const library = readLibrary()
  const held = holdSources(library)
  const walks = library.flatMap((source) => (source.evidence?.findings ?? []).map((finding) => ({ source, finding, walk: walkToStudy(source, finding, held) })))
  const ofKind = (kind: Walk['kind']): string[] => [...new Set(walks.filter(({ walk: { kind: own } }) => own === kind).map(({ source }) => source.id))].toSorted()

  it('leads the review that rests on one trial to that trial, and says that its report states it otherwise', () => {
    const conger = walks.filter(({ source, finding }) => source.id === 'conger-2021-sr' && finding.measure === 'RR')
    expect(conger.length).toBe(2)
    for (const { walk: found } of conger) expect(found).toMatchObject({ kind: 'walked', study: { id: 'fischgrund-2018-smart' } })
    expect(walks.filter(({ source, finding, walk: { kind } }) => source.id === 'conger-2021-sr' && finding.measure !== 'RR' && kind === 'walked')).toEqual([])
  })

  it('names every curated relay whose study is not held, and refuses nothing', () => {
    expect(ofKind('refused')).toEqual([])
    const relays = walks.filter(({ finding }) => finding.relayedFrom !== null)
    expect(relays.length).toBeGreaterThan(10)
    for (const { finding, walk: { kind } } of relays) expect(['not-held', 'walked'], finding.id).toContain(kind)
  })

  it('joins no trials that share numbers by chance', () => {
    expect(ofKind('walked')).toEqual(['conger-2021-sr'])
  })
})
