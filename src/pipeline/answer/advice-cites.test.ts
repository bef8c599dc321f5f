import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { adviceCites } from './advice-cites.ts'

const vocabulary = starterVocabulary()
const position = askLibrary('Is hormone therapy safe to prevent chronic disease after menopause?').appraisal.positions.find(({ recommendation }) => (recommendation.criteria?.notTags.length ?? 0) > 0)

describe('the quotes behind a piece of advice', () => {
  it('are its own sentence, whom the document is about, and the sentence of an exclusion that neither names', () => {
    if (position === undefined) throw new Error('the library holds no advice with an exclusion')
    const { source, recommendation } = position
    const own = { source, start: recommendation.span.start, end: recommendation.span.end }
    const quotes = adviceCites(vocabulary, { cites: [own] }, position).map(({ start, end }) => source.text.slice(start, end))
    expect(quotes[0]).toBe(recommendation.text)
    expect(quotes[1]).toMatch(/^Population: /)
    expect(quotes.slice(2).join(' ')).toMatch(/premature|surgical/)
  })

  it('hold nothing twice', () => {
    if (position === undefined) throw new Error('the library holds no advice with an exclusion')
    const { source, recommendation } = position
    const own = { source, start: recommendation.span.start, end: recommendation.span.end }
    const places = adviceCites(vocabulary, { cites: [own] }, position).map(({ start, end }) => `${start}-${end}`)
    expect(new Set(places).size).toBe(places.length)
  })
})
