import { describe, expect, it } from 'vitest'
import { buildFinding } from '../../../test/support/build-finding.ts'
import { buildRecommendation } from '../../../test/support/build-position.ts'
import { buildQuestion } from '../../../test/support/build-question.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import type { ClinicalQuestion, Source } from '../../core/model/index.ts'
import { resolveQuestion } from './resolve-question.ts'

const vocabulary = buildVocabulary()
const slot = (id: string): ClinicalQuestion['intervention'] => ({ text: id, concepts: [id] })
const study = (id: string, intervention: string, comparator: string): Source => buildSource({ id, evidence: { interventions: [intervention], comparators: [comparator], conditions: ['back-pain'] } })

describe('the order of a comparison', () => {
  const ask = (intervention: string, comparator: string, sources: readonly Source[]): ClinicalQuestion => resolveQuestion(vocabulary, buildQuestion({ intervention: slot(intervention), comparator: slot(comparator), population: slot('back-pain') }), sources)
  const order = (intervention: string, comparator: string, sources: readonly Source[]): string => ask(intervention, comparator, sources).intervention.text ?? ''

  it('is the one that was studied', () => {
    const sources = [study('a', 'nerve-ablation', 'exercise')]
    expect(order('exercise', 'nerve-ablation', sources)).toBe('nerve-ablation')
    expect(order('nerve-ablation', 'exercise', sources)).toBe('nerve-ablation')
    expect(ask('exercise', 'nerve-ablation', sources).assumptions[0]).toContain('the way it was studied')
  })

  it.each([
    ['nothing compared the two', []],
    ['they were studied both ways equally often', [study('a', 'nerve-ablation', 'exercise'), study('b', 'exercise', 'nerve-ablation')]],
  ])('does not depend on the wording where %s', (_case, sources) => {
    expect(order('exercise', 'nerve-ablation', sources)).toBe(order('nerve-ablation', 'exercise', sources))
  })

  it('reads the arms of a finding too', () => {
    const source = buildSource({ evidence: { interventions: ['facet-denervation'], findings: [buildFinding({ interventions: ['nerve-ablation'], comparators: ['exercise'] })] } })
    expect(order('exercise', 'nerve-ablation', [source])).toBe('nerve-ablation')
  })

  it('leaves a question without a comparator alone', () => {
    const question = buildQuestion({ intervention: slot('exercise'), population: slot('back-pain') })
    expect(resolveQuestion(vocabulary, question, [])).toEqual(question)
  })
})

describe('an unnamed population', () => {
  const question = buildQuestion({ intervention: slot('nerve-ablation') })

  it('becomes the one most sources of the treatment speak of, and says so', () => {
    const resolved = resolveQuestion(vocabulary, question, [study('a', 'nerve-ablation', 'exercise'), study('b', 'nerve-ablation', 'exercise'), buildSource({ id: 'c', evidence: { interventions: ['nerve-ablation'], conditions: ['knee-pain'] } })])
    expect(resolved.population.concepts).toEqual(['back-pain'])
    expect(resolved.assumptions[0]).toContain('knee pain')
  })

  it('is read from the advice about the treatment rather than from the whole document', () => {
    const guideline = buildSource({ kind: 'guideline', evidence: { interventions: ['exercise'], conditions: ['knee-pain'], recommendations: [buildRecommendation({ interventions: ['nerve-ablation'], conditions: ['back-pain'] })] } })
    expect(resolveQuestion(vocabulary, question, [guideline]).population.concepts).toEqual(['back-pain'])
  })

  it('stays open when words of the question were not understood, and when nothing is held', () => {
    expect(resolveQuestion(vocabulary, { ...question, unexplained: ['sciatica'] }, [study('a', 'nerve-ablation', 'exercise')]).population.concepts).toEqual([])
    expect(resolveQuestion(vocabulary, question, []).population.concepts).toEqual([])
  })
})
