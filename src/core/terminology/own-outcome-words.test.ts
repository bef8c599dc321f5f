import { describe, expect, it } from 'vitest'
import { ownOutcomeWords } from './own-outcome-words.ts'
import { starterVocabulary } from './starter-vocabulary.ts'

const vocabulary = starterVocabulary()
const words = (outcomeConcept: string | null, outcome: string, components: readonly string[] = [], instrument: string | null = null): string | null => ownOutcomeWords(vocabulary, { outcomeConcept, outcome, components, instrument })

describe('ownOutcomeWords', () => {
  it.each([
    ['gastrointestinal-side-effects', 'Diarrhoea'],
    ['cancer-diagnosis', 'Low-grade (Gleason 2-6) prostate cancer'],
    ['death', 'Death in hospital'],
    ['lung-cancer-death', 'Lung cancer death at 10 years, men'],
  ])('gives the words of a result that is narrower than what it is filed under: %s, %s', (concept, outcome) => {
    expect(words(concept, outcome)).toBe(outcome)
  })

  it.each([
    ['death', 'Death from any cause at 10 years'],
    ['stroke', 'stroke'],
    ['prostate-cancer-death', 'Prostate cancer death at 15 years'],
    ['body-weight', 'change in body weight at week 72'],
  ])('gives none where the name and the time say it all: %s, %s', (concept, outcome) => {
    expect(words(concept, outcome)).toBeNull()
  })

  it('counts the parts of a composite and the instrument as said', () => {
    expect(words('major-cardiovascular-events', 'cardiovascular death, heart attack or stroke', ['cardiovascular-death', 'myocardial-infarction', 'stroke'])).toBeNull()
    expect(words('function', 'ODI change at 3 months', [], 'ODI')).toBeNull()
  })

  it('gives none for an outcome without a concept, which is told in its own words anyway', () => {
    expect(words(null, 'Something else')).toBeNull()
  })
})
