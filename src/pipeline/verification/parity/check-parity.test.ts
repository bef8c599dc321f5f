import { describe, expect, it } from 'vitest'
import { askLibrary, readLibrary } from '../../../../test/support/ask-library.ts'
import { CORRUPTIONS, corruptVersion, seededChance } from '../../../../test/support/corrupt-version.ts'
import { QUESTIONS } from '../../../../test/journeys/questions.ts'
import type { Audience } from '../../../core/model/index.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { compose } from '../../answer/index.ts'
import { traceCitations } from '../citations/index.ts'
import { verifyDraft } from '../verify-draft.ts'
import { checkParity } from './check-parity.ts'
import type { Version } from './types.ts'

const vocabulary = starterVocabulary()
const AUDIENCES: readonly Audience[] = ['clinician', 'patient', 'student', 'reviewer']

const library = readLibrary()

/** Every version of the answer to a question over the starter library, each number followed to its study as the engine does, or not. */
function versionsOf(question: string, isTraced = true): Readonly<Record<Audience, Version>> {
  const synthesis = askLibrary(question)
  const version = (audience: Audience): Version => {
    const composed = compose({ vocabulary }, synthesis, audience)
    const draft = isTraced ? traceCitations(composed, library) : composed
    return { audience, question: draft.question, ...verifyDraft({ vocabulary }, draft) }
  }
  return { clinician: version('clinician'), patient: version('patient'), student: version('student'), reviewer: version('reviewer') }
}

const ARTICLES = Object.values(QUESTIONS).flat().map(({ ask }) => ({ ask, versions: versionsOf(ask), untraced: versionsOf(ask, false) }))

it.each(['versions', 'untraced'] as const)('finds no difference in any version of any answer (%s)', (which) => {
  const found = ARTICLES.flatMap(({ ask, [which]: versions }) => AUDIENCES.flatMap((audience) => checkParity({ vocabulary }, versions.clinician, versions[audience]).differences.map((difference) => ({ ask, audience, ...difference }))))
  expect(found).toEqual([])
})

it('counts the claims that are the same, and names the audience', () => {
  const { clinician, patient } = versionsOf('Is the Intracept procedure (basivertebral nerve ablation) medically indicated for low back pain?')
  const { audience, claims, same } = checkParity({ vocabulary }, clinician, patient)
  expect([audience, same]).toEqual(['patient', claims])
  expect(claims).toBe(clinician.answer.length + clinician.sections.flatMap((section) => section.claims).length)
})

describe('200 corruptions of real articles', () => {
  const chance = seededChance(20_261_124)
  /** One corruption of a kind in an article that can be corrupted so. */
  const corrupted = (kind: string): readonly { readonly ask: string; readonly reference: Version; readonly version: Version; readonly id: string; readonly kind: string; readonly before: string; readonly after: string }[] => {
    for (let tries = 0; tries < 50; tries++) {
      const article = ARTICLES[Math.floor(chance() * ARTICLES.length)]
      const audience = (['patient', 'patient', 'patient', 'student', 'reviewer'] as const)[Math.floor(5 * chance())] ?? 'patient'
      const corruption = article === undefined ? null : corruptVersion(article.versions[audience], kind, chance)
      if (article !== undefined && corruption !== null) return [{ ask: article.ask, reference: article.versions.clinician, ...corruption }]
    }
    return []
  }
  const made = Array.from({ length: 200 }, (_, index) => corrupted(CORRUPTIONS[index % CORRUPTIONS.length] ?? '')).flat()

  it('are of every kind, several of each', () => {
    const counts = Object.fromEntries(CORRUPTIONS.map((kind) => [kind, made.filter((one) => one.kind === kind).length]))
    expect(made).toHaveLength(200)
    expect(Object.entries(counts).filter(([, count]) => count < 7)).toEqual([])
  })

  it('are all caught, each at the claim that was corrupted', () => {
    const missed = made.filter(({ reference, version, id, kind }) => !checkParity({ vocabulary }, reference, version).differences.some((difference) => kind === 'a claim added' || kind.endsWith('claim left out') || kind === 'a harm left out' || difference.id === id))
    expect(missed.map(({ ask, kind, id, before, after }) => ({ ask, kind, id, before, after }))).toEqual([])
  })
})

describe('what a difference does to a reader', () => {
  const { clinician, patient } = versionsOf('Is the Intracept procedure (basivertebral nerve ablation) medically indicated for low back pain?')
  const kindOf = (id: RegExp, before: string | RegExp, after: string): string | undefined => {
    const change = (text: string): string => text.replace(before, after)
    const claims = [...patient.answer, ...patient.sections.flatMap((section) => section.claims)]
    const claim = claims.find((one) => id.test(one.id) && change(one.text) !== one.text)
    if (claim === undefined) throw new Error(`no claim ${String(id)} says ${String(before)}`)
    const write = (one: typeof claim): typeof claim => (one === claim ? { ...one, text: change(one.text) } : one)
    const corrupted = { ...patient, answer: patient.answer.map((one) => write(one)), sections: patient.sections.map((section) => ({ ...section, claims: section.claims.map((one) => write(one)) })) }
    return checkParity({ vocabulary }, clinician, corrupted).differences.find((difference) => difference.id === claim.id)?.kind
  }

  it.each([
    ['a higher certainty', /^effect:/, 'not very sure of this', 'sure of this', 'strengthened'],
    ['a lower certainty', /^effect:/, 'not very sure of this', 'very unsure of this', 'weakened'],
    ['stronger advice', /recommendation/, 'is in favour of', 'strongly advises', 'strengthened'],
    ['advice turned round', /recommendation/, 'strongly advises', 'strongly advises against', 'changed'],
    ['a tie left out', /^verdict$/, ' ASPN has ties to the maker.', '', 'strengthened'],
    ['a number', /finding/, /About 16 of 1000/, 'About 6 of 1000', 'changed'],
    ['a sentence more', /finding/, /$/, ' It works well.', 'added'],
  ] as const)('%s', (_what, id, before, after, kind) => {
    expect(kindOf(id, before, after)).toBe(kind)
  })
})
