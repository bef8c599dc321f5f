import { describe, expect, it } from 'vitest'
import { askLibrary, readLibrary } from '../../../../test/support/ask-library.ts'
import type { Audience, Claim } from '../../../core/model/index.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { compose } from '../../answer/index.ts'
import { traceCitations } from '../citations/index.ts'
import { verifyDraft, type Verified } from '../verify-draft.ts'
import { keepParity } from './keep-parity.ts'
import type { Version } from './types.ts'

const vocabulary = starterVocabulary()
const library = readLibrary()
const synthesis = askLibrary('Should a 75-year-old take aspirin to prevent a first heart attack or stroke?')

function versionFor(audience: Audience): Verified & Version {
  const draft = traceCitations(compose({ vocabulary }, synthesis, audience), library)
  return { audience, question: draft.question, ...verifyDraft({ vocabulary }, draft) }
}

const clinician = versionFor('clinician')
const patient = versionFor('patient')
const claimsOf = ({ answer, sections }: Verified, section: string): readonly Claim[] => (section === 'answer' ? answer : (sections.find(({ id }) => id === section)?.claims ?? []))
const write = (version: Verified & Version, section: string, change: (claims: readonly Claim[]) => readonly Claim[]): Verified & Version => ({ ...version, sections: version.sections.map((one) => (one.id === section ? { ...one, claims: [...change(one.claims)] } : one)) })

describe('what is printed of a version', () => {
  it('is all of it where every claim agrees', () => {
    const { printed, parity } = keepParity({ vocabulary }, clinician, patient)
    expect(parity.differences).toEqual([])
    expect([printed.answer, printed.sections, printed.verification]).toEqual([patient.answer, patient.sections, patient.verification])
  })

  it('is the reference itself for its own reader', () => {
    expect(keepParity({ vocabulary }, clinician, clinician).parity).toMatchObject({ audience: 'clinician', differences: [] })
  })

  it('leaves out a claim that gained strength, and counts it', () => {
    const stronger = write(patient, 'guidelines', (claims) => claims.map((claim, index) => (index === 0 ? { ...claim, text: `${claim.text} It works well.` } : claim)))
    const { printed, parity } = keepParity({ vocabulary }, clinician, stronger)
    expect(parity.differences.map(({ kind }) => kind)).toEqual(['added'])
    expect(claimsOf(printed, 'guidelines')).toHaveLength(claimsOf(patient, 'guidelines').length - 1)
    expect(printed.verification.notSupported).toBe(patient.verification.notSupported + 1)
  })

  it('tells a harm that was dropped in the reference’s words, with its own citation number', () => {
    const harms = claimsOf(patient, 'harms')
    const { printed } = keepParity({ vocabulary }, clinician, write(patient, 'harms', (claims) => claims.slice(1)))
    const lost = harms[0]?.id.split(/\+(?=[\w.-]+:)/)[0] ?? ''
    const told = claimsOf(printed, 'harms').find(({ id }) => id === lost)
    expect(told?.text).toBe(claimsOf(clinician, 'harms').find(({ id }) => id === lost)?.text)
    expect(told?.citations.map(({ n, sourceId }) => printed.sources[n - 1]?.id === sourceId)).not.toContain(false)
  })

  it('tells a harm that lost its certainty in the reference’s words', () => {
    const sure = write(patient, 'harms', (claims) => claims.map((claim) => ({ ...claim, text: claim.text.replace(/ We are [^.]*sure[^.]*\./g, '') })))
    const { printed, parity } = keepParity({ vocabulary }, clinician, sure)
    expect(parity.differences.map(({ kind }) => kind)).toContain('strengthened')
    expect(claimsOf(printed, 'harms').some(({ text }) => text.includes('number needed to harm'))).toBe(true)
  })
})
