import { describe, expect, it } from 'vitest'
import { buildFinding } from '../../../test/support/build-finding.ts'
import { buildRecommendation } from '../../../test/support/build-position.ts'
import { buildQuestion } from '../../../test/support/build-question.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import type { ClinicalQuestion, Evidence, PopulationCriteria, Source } from '../../core/model/index.ts'
import { appraise } from './appraise.ts'

const vocabulary = buildVocabulary()
const QUESTION = buildQuestion({ intervention: { text: 'nerve ablation', concepts: ['nerve-ablation'] }, population: { text: 'back pain', concepts: ['back-pain'] } })

function run(sources: readonly Source[], question: ClinicalQuestion = QUESTION): ReturnType<typeof appraise> {
  return appraise({ vocabulary }, { question, sources, passages: [], snapshot: { id: 'snapshot', date: '2026-11-01', sources: sources.length, revision: 1 } })
}

const trial = (id: string, evidence: Partial<Evidence> = {}, parts: Partial<Source> = {}): Source =>
  buildSource({ id, evidence: { interventions: ['nerve-ablation'], conditions: ['back-pain'], findings: [buildFinding({ id: `${id}:finding-1`, estimate: 0.8 })], ...evidence }, ...withoutEvidence(parts) })

function withoutEvidence(parts: Partial<Source>): Partial<Omit<Source, 'evidence'>> {
  const { evidence: _evidence, ...rest } = parts
  return rest
}

const guideline = (id: string, year: number, evidence: Partial<Evidence> = {}): Source => buildSource({
  id, kind: 'guideline', year, organization: 'The Panel',
  evidence: {
    interventions: ['nerve-ablation'], conditions: ['back-pain'],
    body: { id: 'panel', class: 'clinical', linked: false, interested: false, why: '', consensusOnly: false, scope: 'intervention', updated: null, updateNote: null, region: null },
    recommendations: [buildRecommendation({ id: `${id}:recommendation-1`, interventions: ['nerve-ablation'], conditions: ['back-pain'] })],
    ...evidence,
  },
})

describe('what speaks', () => {
  it('a trial of the treatment in these people', () => {
    const { findings, onTopic, excluded } = run([trial('smart')])
    expect(findings.map(({ source }) => source.id)).toEqual(['smart'])
    expect(onTopic.map(({ id }) => id)).toEqual(['smart'])
    expect(excluded).toEqual([])
  })

  it('does not depend on the order in which sources were found', () => {
    const sources = [trial('a'), trial('b'), guideline('g', 2020)]
    expect(run([...sources].toReversed())).toEqual(run(sources))
  })

  it('two reports of one trial are one study, each with its own conduct', () => {
    const { findings } = run([trial('final-report', {}, { studyId: 'nct:1' }), trial('main', {}, { studyId: 'nct:1' })])
    expect(findings.map(({ studyId }) => studyId)).toEqual(['nct:1', 'nct:1'])
    expect(findings.map(({ conduct }) => conduct.id)).toEqual(['final-report', 'main'])
  })

  it('a review whose numbers rest on one trial is that trial, with its conduct', () => {
    const { findings } = run([trial('smart'), trial('review', { restsOnStudy: 'smart' }, { kind: 'systematic-review', studyId: null })])
    expect(findings.find(({ source }) => source.id === 'review')).toMatchObject({ studyId: 'smart', synthesis: false, tier: 'blinded-randomized', conduct: { id: 'smart' } })
  })

  it('a trial of the comparator against the treatment, turned round, when both are asked about', () => {
    const reversed = trial('escape', { interventions: ['exercise'], comparators: ['nerve-ablation'] })
    expect(run([reversed]).findings).toEqual([])
    const question = { ...QUESTION, comparator: { text: 'exercise', concepts: ['exercise'] } }
    const others = [trial('one', { comparators: ['exercise'] }), trial('two', { comparators: ['exercise'] })]
    expect(run([reversed, ...others], question).findings.map(({ source, reversed: turned }) => [source.id, turned])).toEqual([['escape', true], ['one', false], ['two', false]])
  })
})

describe('what is set aside, with its reason', () => {
  it('a retracted paper: it supports nothing', () => {
    const { findings, onTopic, excluded } = run([trial('mehra', {}, { retraction: { state: 'retracted', notice: 'Retracted on 4 June 2020.' } })])
    expect(findings).toEqual([])
    expect(onTopic).toEqual([])
    expect(excluded).toMatchObject([{ sourceId: 'mehra', kind: 'retracted' }])
    expect(excluded[0]?.reason).toContain('Retracted on 4 June 2020.')
  })

  it('a retracted paper on another topic is not mentioned', () => {
    expect(run([trial('other', { interventions: ['dapagliflozin'], conditions: ['diabetes'] }, { retraction: { state: 'retracted', notice: null } })]).excluded).toEqual([])
  })

  it('another target of the same technique', () => {
    const { findings, excluded } = run([trial('mint', { interventions: ['facet-denervation'] })])
    expect(findings).toEqual([])
    expect(excluded).toMatchObject([{ sourceId: 'mint', kind: 'other-intervention' }])
    expect(excluded[0]?.reason).toContain('facet denervation')
  })

  it('other people', () => {
    const { findings, excluded } = run([trial('knee', { conditions: ['knee-pain'] })])
    expect(findings).toEqual([])
    expect(excluded).toMatchObject([{ sourceId: 'knee', kind: 'other-population' }])
  })

  it('people of another age', () => {
    const criteria: PopulationCriteria = { ranges: { age: { min: 70 } }, tags: [], notTags: [] }
    const { excluded } = run([trial('aspree', { criteria })], { ...QUESTION, criteria: { ranges: { age: { min: 45, max: 45 } }, tags: [], notTags: [] } })
    expect(excluded).toMatchObject([{ kind: 'other-population' }])
    expect(excluded[0]?.reason).toContain('age 70 or over')
  })

  it('another treatment of the condition is an alternative, not an exclusion', () => {
    const { alternatives, excluded } = run([trial('exercise', { interventions: ['exercise'] }), trial('smart')])
    expect(alternatives.map(({ source }) => source.id)).toEqual(['exercise'])
    expect(excluded).toEqual([])
  })

  it('numbers that state no effect stay listed with the reason', () => {
    const { findings } = run([trial('single-arm', { findings: [buildFinding({ measure: 'mean-change', estimate: -28, comparatorType: 'own-baseline' })] }, { kind: 'single-arm' })])
    expect(findings).toMatchObject([{ tier: 'uncontrolled', notAnEffect: 'no comparison group' }])
  })
})

describe('what a newer document replaces', () => {
  const age = (min: number, max: number): PopulationCriteria => ({ ranges: { age: { min, max } }, tags: [], notTags: [] })
  const advice = (id: string, criteria: PopulationCriteria): Evidence['recommendations'][number] => buildRecommendation({ id, interventions: ['nerve-ablation'], conditions: ['back-pain'], criteria })

  it('has no vote any more', () => {
    const { positions } = run([guideline('old', 2020), guideline('new', 2022, { supersedes: ['old'] })])
    expect(positions.map(({ source, votes, superseded }) => [source.id, votes, superseded])).toEqual([['new', true, false], ['old', false, true]])
  })

  it('falls advice by advice: what the newer one does not touch stands', () => {
    const old = guideline('old', 2020, { recommendations: [advice('young', age(18, 39)), advice('aged', age(60, 80))] })
    const newer = guideline('new', 2022, { supersedes: ['old'], recommendations: [advice('new-aged', age(60, 80))] })
    expect(run([old, newer]).positions.filter(({ source }) => source.id === 'old').map(({ recommendation, votes }) => [recommendation.id, votes])).toEqual([['young', true], ['aged', false]])
  })

  it('stands when the newer document advises on another treatment', () => {
    const newer = guideline('new', 2022, { supersedes: ['old'], recommendations: [buildRecommendation({ interventions: ['exercise'], conditions: ['back-pain'] })] })
    expect(run([guideline('old', 2020), newer]).positions.map(({ source, votes }) => [source.id, votes])).toEqual([['old', true]])
  })
})

describe('silence', () => {
  const general = (year: number, scope: 'condition' | 'intervention' = 'condition'): Source => guideline('general', year, {
    interventions: ['exercise'], recommendations: [buildRecommendation({ interventions: ['exercise'], conditions: ['back-pain'] })],
    body: { id: 'panel', class: 'clinical', linked: false, interested: false, why: '', consensusOnly: false, scope, updated: null, updateNote: null, region: null },
  })

  it.each([[2016, 'predates'], [2025, 'in-scope-not-mentioned']] as const)('of a guideline of %i on the condition is %s, and no vote', (year, silence) => {
    const { positions } = run([trial('smart', {}, { year: 2018 }), general(year)])
    expect(positions).toMatchObject([{ silence, votes: false }])
  })

  it('of a document on one other treatment means nothing', () => {
    expect(run([trial('smart'), general(2025, 'intervention')]).positions).toEqual([])
  })
})

describe('nothing on topic', () => {
  it('offers the nearest questions', () => {
    const { onTopic, nearest } = run([trial('knee', { interventions: ['exercise'], conditions: ['knee-pain'] })])
    expect(onTopic).toEqual([])
    expect(nearest).toEqual(['Is exercise indicated for knee pain?'])
  })
})
