import { describe, expect, it } from 'vitest'
import { buildSource } from '../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { extractEvidence } from '../../pipeline/appraisal/extraction/index.ts'
import { findingLabelsSchema, scoreFindings, type FindingScore } from './index.ts'

function scoreAbstract(text: string, ...findings: readonly object[]): FindingScore {
  const source = buildSource({ kind: 'rct', evidence: null, pmcid: 'PMC1', textKind: 'abstract', text, sections: [{ title: 'Results', kind: 'abstract', start: 0, end: text.length }] })
  const labels = findingLabelsSchema.parse({ articles: ['PMC1'], findings: findings.map((finding) => ({ pmcid: 'PMC1', place: 'abstract', ...finding })) })
  return scoreFindings([{ source, evidence: extractEvidence(source, buildVocabulary()) }], labels).abstract
}

const text = 'The hazard ratio for death was 0.80 (95% CI 0.70 to 0.90).'
const label = { measure: ['HR'], outcome: 'death', estimate: 0.8, low: 0.7, high: 0.9 }

describe('scoring findings', () => {
  it('counts a finding with the label’s numbers and outcome', () => {
    expect(scoreAbstract(text, label)).toEqual({ extracted: 1, numbersRight: 1, right: 1, labelled: 1, foundNumbers: 1, found: 1 })
  })

  it('counts the numbers apart from the outcome', () => {
    expect(scoreAbstract(text, { ...label, outcome: 'stroke' })).toMatchObject({ numbersRight: 1, right: 0, foundNumbers: 1, found: 0 })
  })

  it.each([['measure', { measure: ['OR'] }], ['bound', { high: 0.95 }]])('a wrong %s is neither right nor found', (_name, change) => {
    expect(scoreAbstract(text, { ...label, ...change })).toMatchObject({ extracted: 1, numbersRight: 0, labelled: 1, found: 0 })
  })

  it('a finding where a person saw none is wrong', () => {
    expect(scoreAbstract(text)).toMatchObject({ extracted: 1, right: 0, labelled: 0 })
  })
})
