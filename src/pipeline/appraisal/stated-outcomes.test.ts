import { describe, expect, it } from 'vitest'
import { buildRecommendation } from '../../../test/support/build-position.ts'
import { buildSource } from '../../../test/support/build-source.ts'
import type { Recommendation, Source } from '../../core/model/index.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { statedOutcomes } from './stated-outcomes.ts'

const vocabulary = starterVocabulary()

/** A document whose first sentence is its advice and whose second its summary. */
function document(advice: string, summary = '', others: readonly Recommendation[] = []): { source: Source; recommendation: Recommendation } {
  const text = `${advice} ${summary}`.trim()
  const recommendation = buildRecommendation({ id: 'advice', text: advice, span: { start: 0, end: advice.length } })
  const span = { start: advice.length + 1, end: text.length }
  return { recommendation, source: buildSource({ kind: 'guideline', text, evidence: { recommendations: [recommendation, ...others], summary: summary === '' ? [] : [{ text: summary, span }] } }) }
}

function read(advice: string, summary = '', others: readonly Recommendation[] = []): unknown[] {
  const { source, recommendation } = document(advice, summary, others)
  return statedOutcomes(vocabulary, source, recommendation).map(({ kind, outcomes, isWhole, start, end }) => [kind, source.text.slice(start, end), outcomes, isWhole])
}

describe('statedOutcomes', () => {
  it.each([
    ['The panel suggests it at 75 or older for its potential to lower death.', [['aim', 'to lower death', ['death'], true]]],
    ['The panel recommends it in adults, to lower death, major cardiovascular events and stroke.', [['aim', 'to lower death, major cardiovascular events and stroke', ['death', 'major-cardiovascular-events', 'stroke'], true]]],
    ['The panel suggests it to prevent fractures in women.', [['aim', 'to prevent fractures', ['fracture'], true]]],
    ['The panel considers it to lower heart attack, with no added gain for death or stroke.', [['aim', 'to lower heart attack', ['myocardial-infarction'], true], ['weighed', 'no added gain for death or stroke', ['death', 'stroke'], true]]],
    ['The panel suggests it to slow kidney decline (2B).', [['aim', 'to slow kidney decline', [], false]]],
    ['The panel advises against it because of major bleeding.', [['weighed', 'because of major bleeding', ['major-bleeding'], true]]],
    ['The panel recommends it for adults who had a stroke.', []],
    ['The panel leaves it to the person because the balance is close.', []],
  ])('%s', (advice, expected) => {
    expect(read(advice)).toEqual(expected)
  })

  it('reads the summary of a document that gives this advice alone, and not of one that gives more', () => {
    const summary = 'It found no important improvement in pain.'
    expect(read('The panel advises against it.', summary)).toEqual([['weighed', 'no important improvement in pain', ['pain'], true]])
    expect(read('The panel advises against it.', summary, [buildRecommendation({ id: 'other' })])).toEqual([])
  })
})
