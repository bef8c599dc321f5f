import { describe, expect, it } from 'vitest'
import type { BodyClass, Evidence, Recommendation, Source } from '../../core/model/index.ts'
import { buildRecommendation } from '../../../test/support/build-position.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { appraisePosition, positionDate } from './appraise-position.ts'

const vocabulary = buildVocabulary()
type Body = NonNullable<Evidence['body']>

function body(id: string, bodyClass: BodyClass = 'clinical', parts: Partial<Body> = {}): Body {
  return { id, class: bodyClass, linked: false, interested: false, why: '', consensusOnly: false, scope: 'intervention', updated: null, updateNote: null, region: null, ...parts }
}

function position(of: Body, recommendation: Partial<Recommendation> = {}, parts: { readonly year?: number; readonly supersededBy?: string } = {}): ReturnType<typeof appraisePosition> {
  const source = buildSource({ id: 'guideline', kind: 'guideline', year: parts.year ?? 2024, evidence: { body: of } })
  return appraisePosition(vocabulary, source, buildRecommendation(recommendation), { interventionMatch: 'exact', populationMatch: 'exact', asOfYear: 2026, supersededBy: parts.supersededBy ?? null })
}

describe('who votes', () => {
  it.each([
    ['a clinical body', body('panel'), {}, true],
    ['a draft', body('society', 'draft'), {}, false],
    ['a technology assessor', body('assessor', 'hta'), {}, false],
    ['an insurer', body('insurer', 'coverage'), {}, false],
    ['a licence', body('regulator', 'licence'), {}, false],
    ['a body known only from another document', body('panel'), { relayedFor: 'Another Society' }, false],
    ['silence', body('panel'), { direction: 'silent', silence: 'predates' }, false],
    ['a clinical body that issues a policy', body('society'), {}, true],
  ] as const)('%s: %s', (_case, of, recommendation, votes) => {
    const appraised = position(of, recommendation)
    expect(appraised.votes).toBe(votes)
    expect(appraised.whyNoVote === null).toBe(votes)
  })

  it('not what a newer document of the body replaced', () => {
    const old = position(body('panel'), {}, { supersededBy: 'Panel 2025' })
    expect(old).toMatchObject({ votes: false, superseded: true, whyNoVote: 'superseded by Panel 2025' })
  })

  it('an unread document is not silent: it could not be read', () => {
    expect(position(body('panel'), { direction: 'silent', silence: 'not-read' })).toMatchObject({ whyNoVote: 'not read', silence: 'not-read' })
  })

  it('a relayed position is told under the name of the body relayed', () => {
    expect(position(body('panel'), { relayedFor: 'Another Society' })).toMatchObject({ organization: 'Another Society', bodyClass: 'relayed', bodyId: 'Another Society' })
  })
})

describe('how strongly', () => {
  it.each([
    ['a strong for of an independent, explicit panel', body('panel'), {}, 'strong', true],
    ['a strong for of a panel with ties to the maker', body('panel', 'clinical', { linked: true }), {}, 'conditional', false],
    ['a strong for of a body whose members do the procedure', body('society', 'clinical', { interested: true }), {}, 'conditional', false],
    ['a strong against of a body with ties', body('panel', 'clinical', { linked: true }), { direction: 'against' }, 'strong', false],
    ['a strong against of a body whose members do the procedure', body('society', 'clinical', { interested: true }), { direction: 'against' }, 'strong', false],
    ['consensus only', body('panel', 'clinical', { consensusOnly: true }), {}, 'conditional', true],
    ['ungraded', body('panel'), { strength: 'ungraded' }, 'conditional', true],
    ['ties not known', body('panel', 'clinical', { linked: null, interested: null }), {}, 'strong', true],
    ['a body without a known explicit method', body('society'), {}, 'strong', false],
  ] as const)('%s', (_case, of, recommendation, strength, qualified) => {
    expect(position(of, recommendation)).toMatchObject({ votingStrength: strength, qualified })
  })

  it('what a body itself calls expired counts as conditional and is flagged', () => {
    expect(position(body('expiring'), {}, { year: 2018 })).toMatchObject({ votingStrength: 'conditional', votes: true, flags: ['expired by its own rule after 5 years'] })
    expect(position(body('expiring'), {}, { year: 2022 })).toMatchObject({ votingStrength: 'strong', flags: [] })
  })

  it('over five years old is flagged and votes in full', () => {
    expect(position(body('panel'), {}, { year: 2017 })).toMatchObject({ votingStrength: 'strong', votes: true, flags: ['over 5 years old'] })
  })

  it('without a known date nothing is called old', () => {
    const source: Source = { ...buildSource({ kind: 'guideline', evidence: { body: body('expiring') } }), year: null }
    expect(appraisePosition(vocabulary, source, buildRecommendation(), { interventionMatch: 'exact', populationMatch: 'exact', asOfYear: 2026, supersededBy: null })).toMatchObject({ date: null, flags: [] })
  })
})

describe('positionDate', () => {
  it('is the end of the search, else the last update, else the year', () => {
    const source = (evidence: Partial<Evidence>): Source => buildSource({ year: 2024, evidence })
    expect(positionDate(source({ searchDate: '2023-01', body: body('panel', 'clinical', { updated: '2024-06' }) }))).toBe('2023-01')
    expect(positionDate(source({ body: body('panel', 'clinical', { updated: '2024-06' }) }))).toBe('2024-06')
    expect(positionDate(source({}))).toBe('2024')
    expect(positionDate({ ...source({}), year: null })).toBeNull()
  })
})
