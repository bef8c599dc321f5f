import { describe, expect, it } from 'vitest'
import { buildRecommendation } from '../../../../test/support/build-position.ts'
import { buildSource } from '../../../../test/support/build-source.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import type { Claim } from '../../../core/model/index.ts'
import { compareTold } from './compare-told.ts'
import { expectConflict } from './expect-conflict.ts'
import { readSentences, sentencesOf } from './read-sentences.ts'
import type { ReferenceFacts } from './reference-facts.ts'
import { CONFLICT_FORMS } from './sentence-forms.ts'

const held = (['A', 'B'] as const).map((name) => ({
  source: buildSource({ id: name, kind: 'guideline', organization: name }),
  recommendation: buildRecommendation({ id: name, direction: name === 'A' ? 'for' : 'against', comparators: [name === 'A' ? 'warfarin' : 'aspirin'], relayedFor: name }),
}))
const facts: ReferenceFacts = { vocabulary: starterVocabulary(), question: { text: '', kind: 'therapy', pico: { population: null, intervention: null, comparator: null, outcomes: [] }, caseFacts: [], assumptions: [] }, findings: new Map(), recommendations: new Map(held.map((one) => [one.recommendation.id, one])), sources: new Map(), inputs: new Map(), asked: { interventions: [], conditions: [] } }

/** Kinds of difference between a patient's reasons and those of the ledger. */
function differences(why: string, reasons: string): string[] {
  const claim: Claim = { id: 'conflict:1', text: 'Disagreement about whether to use it.', kind: 'computed', citations: held.map(({ source, recommendation: { span } }, index) => ({ n: index + 1, sourceId: source.id, quote: '', ...span })), inputs: { kind: 'true', between: ['A', 'B'], why: [why] }, check: { verdict: 'supported', why: '' } }
  return compareTold('conflict:1', readSentences(sentencesOf(`A is in favour. B advises against it. ${reasons}`), CONFLICT_FORMS), expectConflict(facts, claim)).map(({ kind }) => kind)
}

describe('a reason why experts disagree', () => {
  it.each([
    ['evidence: A rests on ONE and TWO', 'A builds on these studies: ONE and TWO.', 'A builds on these studies: ONE and THREE.'],
    ['evidence: A did not have ONE', 'A did not have this study: ONE.', 'A builds on this study: ONE.'],
    ['evidence: A predates the report held of ONE (2018, the largest trial held)', 'A is older than this study: ONE (2018, the largest we hold).', 'A is older than this study: ONE (2019, the largest we hold).'],
    ['outcome valued: A says "to lower death"; B says "because of major bleeding"', 'They look at different results: A at death, B at serious bleeding.', 'They look at different results: A at serious bleeding, B at death.'],
    ['comparator: A against warfarin; B against aspirin', 'They compare it with different things: A with warfarin, B with aspirin.', 'They compare it with different things: A with aspirin, B with warfarin.'],
    ['date: B has later versions, which are not held', 'B has newer versions that we do not hold.', 'A has newer versions that we do not hold.'],
    ['method: B goes by consensus', 'B goes by what its members agree on.', 'A goes by what its members agree on.'],
    ['funding: industry paid for the document of A, in full or in part', 'Industry paid for the paper of A, in full or in part.', 'Industry paid for the paper of B, in full or in part.'],
  ])('agrees or does not: %s', (why, plain, bent) => {
    expect(differences(why, plain)).toEqual([])
    expect(differences(why, bent)).not.toEqual([])
    expect(differences(why, 'What we hold does not show why.')).not.toEqual([])
  })

  it('is not what one side alone says', () => {
    expect(differences('outcome valued: A says "to lower death"; the record of B names no outcome', 'What we hold does not show why.')).toEqual([])
  })
})
