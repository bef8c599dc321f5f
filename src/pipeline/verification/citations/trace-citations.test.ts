import { describe, expect, it } from 'vitest'
import { askLibrary, readLibrary } from '../../../../test/support/ask-library.ts'
import type { Source } from '../../../core/model/index.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import type { Draft } from '../../answer/index.ts'
import { compose } from '../../answer/index.ts'
import { tellOmissions } from '../omissions/index.ts'
import { verifyDraft, type Verified } from '../verify-draft.ts'
import { traceCitations } from './trace-citations.ts'

const vocabulary = starterVocabulary()
const library = readLibrary()
const BVNA = 'Is basivertebral nerve ablation indicated for vertebrogenic low back pain?'

function answerOf(question: string, audience: 'clinician' | 'patient' = 'clinician', sources: readonly Source[] = library): { readonly draft: Draft; readonly verified: Verified } {
  const draft = compose({ vocabulary }, askLibrary(question, [], sources), audience)
  return { draft, verified: verifyDraft({ vocabulary }, traceCitations(draft, sources)) }
}

const claimsOf = ({ answer, sections }: Verified): Verified['answer'] => [...answer, ...sections.flatMap(({ claims }) => claims)]
const changed = (id: string, change: (source: Source) => Source): Source[] => library.map((source) => (source.id === id ? change(source) : source))

describe('a sentence on a number that another study measured', () => {
  const { verified } = answerOf(BVNA)
  const relayed = claimsOf(verified).filter(({ id }) => id.startsWith('conger-2021-sr:finding'))
    .filter(({ text }) => text.includes('RR 1.'))

  it('cites the review and the trial, and says which is which; a report without the outcome is named and not cited', () => {
    expect(relayed.some(({ text }) => text.includes('does not state this outcome'))).toBe(true)
    expect(relayed.some(({ text }) => text.includes('in another form'))).toBe(true)
    for (const { text, citations } of relayed) {
      expect(text).toMatch(/As relayed by .+; measured in SMART/)
      const own = text.includes('does not state this outcome') ? [] : ['fischgrund']
      expect(new Set(citations.map(({ sourceId }) => sourceId.split('-')[0]))).toEqual(new Set(['conger', ...own]))
      expect(citations[0]?.notes).toEqual(['secondary source for this number'])
    }
  })

  it('says so in plain words to a patient', () => {
    const told = claimsOf(answerOf(BVNA, 'patient').verified).filter(({ text }) => text.includes('It was measured by SMART'))
    expect(told.length).toBeGreaterThan(0)
  })

  it('says of a patient’s list that part of it is another paper’s, where the study measured the rest', () => {
    const told = claimsOf(answerOf('Is as-needed budesonide-formoterol good enough for mild asthma?', 'patient').verified).filter(({ text }) => text.includes('comes from another paper'))
    expect(told.map(({ text }) => text).join(' ')).toContain('Part of this comes from another paper that we do not hold.')
    const all = claimsOf(answerOf('Should men be screened for abdominal aortic aneurysm?', 'patient').verified).filter(({ id }) => id.startsWith('uspstf-aaa-2019:finding-1'))
    expect(all.map(({ text }) => text).join(' ')).toContain('This number comes from another paper that we do not hold.')
  })

  it('refuses no sentence of the real answers on its account', () => {
    for (const question of [BVNA, 'Should men be screened for abdominal aortic aneurysm?', 'Does colchicine prevent heart attacks after myocardial infarction?']) {
      for (const audience of ['clinician', 'patient'] as const) expect(answerOf(question, audience).verified.refused).toEqual([])
    }
  })
})

describe('the standing of a source', () => {
  it('is told at the citation: preprint, corrected, expression of concern, replaced', () => {
    const preprint = claimsOf(answerOf('Does ivermectin work for COVID-19?').verified).flatMap(({ citations }) => citations).filter(({ sourceId }) => sourceId.startsWith('roman-2021'))
    expect(preprint.length).toBeGreaterThan(0)
    for (const { notes } of preprint) expect(notes).toContain('preprint')
    for (const [state, note] of [['corrected', 'corrected'], ['expression-of-concern', 'expression of concern']] as const) {
      const sources = changed('fischgrund-2018-smart', (source) => ({ ...source, retraction: { state, notice: null } }))
      const cited = claimsOf(answerOf(BVNA, 'clinician', sources).verified).flatMap(({ citations }) => citations).filter(({ sourceId }) => sourceId === 'fischgrund-2018-smart')
      expect(cited.length).toBeGreaterThan(0)
      for (const { notes } of cited) expect(notes).toContain(note)
    }
    const older = claimsOf(answerOf('Are SGLT2 inhibitors indicated in heart failure with preserved ejection fraction?').verified).flatMap(({ citations }) => citations).filter(({ sourceId }) => sourceId === 'esc-hf-2021')
    for (const { notes } of older) expect(notes?.join()).toMatch(/^replaced in whole or part by .+ 2023$/)
  })

  it('is told in table cells too, and nothing is said of a source in good standing', () => {
    const { verified } = answerOf('Does ivermectin work for COVID-19?')
    const cells = verified.sections.flatMap(({ table }) => table?.rows.flat() ?? []).flatMap(({ citations }) => citations)
    expect(cells.filter(({ sourceId }) => sourceId.startsWith('roman-2021')).every(({ notes }) => notes?.includes('preprint') === true)).toBe(true)
    expect(claimsOf(verified).flatMap(({ citations }) => citations).filter(({ sourceId }) => sourceId.startsWith('activ-6')).every(({ notes }) => notes === undefined)).toBe(true)
  })
})

describe('a trail that stands on nothing', () => {
  const circular = library.map((source) => {
    const other = source.id === 'fischgrund-2018-smart' ? 'smuck-2021-intracept' : source.id === 'smuck-2021-intracept' ? 'fischgrund-2018-smart' : null
    return other === null || source.evidence === null ? source : { ...source, evidence: { ...source.evidence, findings: source.evidence.findings.map((finding) => ({ ...finding, relayedFrom: other })) } }
  })

  it('keeps the sentence off the page, and the omission panel gives the reason', () => {
    const synthesis = askLibrary(BVNA, [], circular)
    const draft = compose({ vocabulary }, synthesis, 'clinician')
    const verified = verifyDraft({ vocabulary }, traceCitations(draft, circular))
    const kept = claimsOf(verified).filter(({ id }) => id.startsWith('fischgrund-2018-smart:finding') || id.startsWith('smuck-2021-intracept:finding'))
    // Where the other report does not hold the outcome the trail ends there, and the sentence says so.
    expect(kept.filter(({ text }) => !text.includes('does not state this outcome')).map(({ id }) => id)).toEqual([])
    expect(verified.refused.some(({ why }) => why.includes('in a circle'))).toBe(true)
    expect(tellOmissions({ vocabulary }, synthesis, draft, verified).omissions.some(({ why }) => why.includes('in a circle'))).toBe(true)
  })
})
