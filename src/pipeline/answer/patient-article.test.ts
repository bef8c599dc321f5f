import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { verifyDraft, type Verified } from '../verification/index.ts'
import { compose } from './compose.ts'
import { splitClaimId } from '../../core/model/index.ts'

const vocabulary = starterVocabulary()

/** The worked questions of docs/methods/verdict.md. */
const WORKED = [
  'Is basivertebral nerve ablation indicated for vertebrogenic low back pain?',
  'Should a 45-year-old take aspirin to prevent a first heart attack or stroke?',
  'Should a 75-year-old take aspirin to prevent a first heart attack or stroke?',
  'Are SGLT2 inhibitors indicated in heart failure with preserved ejection fraction?',
  'Is arthroscopic surgery indicated for degenerative knee disease?',
  'Does ivermectin work for COVID-19?',
  'Is facet joint radiofrequency denervation indicated for chronic low back pain?',
]

const claimsOf = ({ answer, sections }: Pick<Verified, 'answer' | 'sections'>): Verified['answer'] => [...answer, ...sections.flatMap(({ claims }) => claims)]
const idsOf = (verified: Verified): Set<string> => new Set(claimsOf(verified).flatMap(({ id }) => splitClaimId(id)))

describe.each(WORKED)('the patient version of "%s"', (question) => {
  const synthesis = askLibrary(question)
  const draft = compose({ vocabulary }, synthesis, 'patient')
  const patient = verifyDraft({ vocabulary }, draft)
  const clinician = verifyDraft({ vocabulary }, compose({ vocabulary }, synthesis, 'clinician'))
  const sentences = [draft.verdict.headline, ...draft.verdict.reasons, ...claimsOf(patient).filter(({ id }) => !id.startsWith('passage:')).map(({ text }) => text)]

  it('says every claim of the clinician’s version, and every sentence is supported', () => {
    const ids = idsOf(patient)
    expect([...idsOf(clinician)].filter((id) => !ids.has(id))).toEqual([])
    expect(patient.refused).toEqual([])
  })

  it('cites what the clinician’s version cites for the same claim', () => {
    const cited = new Map(claimsOf(patient).flatMap(({ id, citations }) => splitClaimId(id).map((part) => [part, citations.map(({ sourceId, start }) => `${sourceId}@${start}`)] as const)))
    for (const { id, citations } of claimsOf(clinician)) {
      for (const { sourceId, start } of citations) expect(cited.get(splitClaimId(id)[0] ?? id) ?? []).toContain(`${sourceId}@${start}`)
    }
  })

  it('prints no ratio, no p, no number needed to treat, and tells nobody what to do', () => {
    const forbidden = /hazard ratio|odds ratio|risk ratio|\bp\s?[<=]|\bNNT\b|needed to treat|confidence interval|\b95%|you should|you must|do not take/i
    expect(sentences.filter((sentence) => forbidden.test(sentence))).toEqual([])
  })

  it('names the treatment and what it was compared with', () => {
    expect(sentences.filter((sentence) => /\bwith the treatment\b|than the other group\b/.test(sentence))).toEqual([])
  })

  it('reads at grade 8 or below, measured and printed', () => {
    const level = patient.sections.at(-1)
    expect(level?.id).toBe('reading-level')
    const inputs = level?.claims[0]?.inputs ?? {}
    expect(inputs['grade']).toBeLessThanOrEqual(8)
    expect(level?.claims[0]?.text).toContain(`School grade ${String(inputs['grade'])}`)
  })
})

describe('the patient version of basivertebral nerve ablation', () => {
  const patient = verifyDraft({ vocabulary }, compose({ vocabulary }, askLibrary(WORKED[0] ?? ''), 'patient'))
  const text = claimsOf(patient).map((claim) => claim.text).join('\n')

  it('keeps the people of each fracture rate', () => {
    expect(text).toMatch(/About 46 of 1000 treated people with [^.]*osteoporosis/)
    expect(text).toMatch(/About 4 of 1000 treated people without [^.]*osteoporosis/)
  })

  it('says that silence is not a no', () => {
    expect(text).toMatch(/gives no advice on basivertebral nerve ablation[^\n]*That is not a no\./)
  })

  it('never gives the treatment asked about the advice on another one', () => {
    expect(text).not.toMatch(/BMJ Rapid Recommendations, 2025\) [^.]*advises against basivertebral/)
  })
})

it('tells a harm of low certainty and every harm of the clinician’s version', () => {
  const patient = verifyDraft({ vocabulary }, compose({ vocabulary }, askLibrary('Should a 75-year-old take aspirin to prevent a first heart attack or stroke?'), 'patient'))
  const harms = patient.sections.find(({ id }) => id === 'harms')?.claims.map((claim) => claim.text).join(' ') ?? ''
  expect(harms).toContain('about 28 had serious bleeding within 4.7 years. Of 1000 who had aspirin, it was about 38')
  expect(harms).toContain('about 10 more (it could be 5 to 17 more)')
})
