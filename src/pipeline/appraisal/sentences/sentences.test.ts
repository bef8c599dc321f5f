import { describe, expect, it } from 'vitest'
import { findIntervals, findPValues, joinShortenings, readShortenings, sentencesOfAbstract, sentencesOfSource, splitSentences, tokensOf } from './index.ts'

describe('splitSentences', () => {
  const cut = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

  it('keeps decimals and abbreviations inside a sentence', () => {
    expect(cut('Pain fell by 5.3 points vs. 2.1 with placebo. Nothing else changed.')).toEqual(['Pain fell by 5.3 points vs. 2.1 with placebo.', 'Nothing else changed.'])
  })

  it('ends a sentence at a line break', () => {
    expect(cut('A heading\nA sentence')).toEqual(['A heading', 'A sentence'])
  })
})

describe('sentencesOfAbstract', () => {
  it('tells the parts of a labelled abstract', () => {
    const { text, sentences } = sentencesOfAbstract('A trial', 'BACKGROUND: We asked. RESULTS: It fell (p=0.01). CONCLUSION: It works.')
    expect(sentences.map(({ role, text: words }) => [role, words])).toEqual([['title', 'A trial'], ['abstract', 'We asked.'], ['abstract-results', 'It fell (p=0.01).'], ['abstract-conclusion', 'It works.']])
    expect(sentences.every(({ start, end, text: words }) => text.slice(start, end) === words)).toBe(true)
  })

  it('reads an abstract without labels as one part', () => {
    expect(sentencesOfAbstract('A trial', 'We asked. It fell.').sentences.map(({ role }) => role)).toEqual(['title', 'abstract', 'abstract'])
  })
})

describe('sentencesOfSource', () => {
  it('names the role of each section and leaves notes out', () => {
    const text = 'Title\nIt fell.\nFunded by us.'
    const { sentences } = sentencesOfSource({ text, sections: [{ title: 'Title', kind: 'title', start: 0, end: 5 }, { title: '3 Results › Pain', kind: 'body', start: 6, end: 14 }, { title: 'Funding', kind: 'other', start: 15, end: 28 }] })
    expect(sentences.map(({ role }) => role)).toEqual(['title', 'results'])
  })
})

describe('findPValues', () => {
  it.each([
    ['p < 0.001', true], ['P=.04', true], ['p = 0·02', true], ['p value was 0.03', true], ['p for trend = 0.2', false], ['P ≥ 0.05', false], ['p=1', false], ['(NS)', false], ['p = 0.05', false], ['p < 0.05', true],
  ])('reads %s', (text, isSignificant) => {
    expect(findPValues(text).map((found) => found.isSignificant)).toEqual([isSignificant])
  })

  it('finds none in a sentence without any', () => {
    expect(findPValues('Step 0.05 of the map')).toEqual([])
  })
})

describe('findIntervals', () => {
  it.each([
    ['HR 0.41 (95% CI: 0.20–0.82)', 'below'], ['difference 7.5% (95% CI -0.9 to 15.9)', 'across'], ['odds ratio 6.8, 95% CI 1.3-35.4', 'above'], ['OR 1.2 (95% confidence interval (CI) 0.5, 3)', 'across'], ['mean difference 2 (95% CI 0.5 to 3.5)', 'above'],
  ])('sets %s against no effect', (text, side) => {
    expect(findIntervals(text).map((found) => found.side)).toEqual([side])
  })
})

describe('tokensOf', () => {
  it('lets an abbreviation stand for its long form and the long form for it', () => {
    const shortenings = readShortenings('We measured the visual analogue scale (VAS) for pain.')
    expect(tokensOf('VAS fell', shortenings)[0]?.stems).toEqual(expect.arrayContaining(['va', 'visual', 'analogu', 'scale']))
    expect(tokensOf('The visual analogue scale fell', shortenings).flatMap(({ stems }) => stems)).toContain('vas')
  })

  it('takes the second of two meanings where texts differ', () => {
    const joined = joinShortenings(readShortenings('the main service (MS)'), readShortenings('multiple sclerosis (MS)'))
    expect(joined.longOf.get('MS')).toContain('sclerosi')
  })
})
