import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { happened, plainEvent, plainOutcome } from './patient-outcome.ts'

const vocabulary = starterVocabulary()

describe('happened', () => {
  it.each([
    ['death', 'died'], ['death from cancer', 'died from cancer'], ['stroke', 'had a stroke'], ['serious bleeding', 'had serious bleeding'],
    ['being admitted to hospital', 'were admitted to hospital'], ['getting better', 'got better'], ['blood clots', 'had blood clots'],
  ])('turns "%s" into "%s"', (outcome, event) => {
    expect(happened(outcome)).toBe(event)
  })
})

describe('plainOutcome', () => {
  it('lists the parts of a composite', () => {
    const named = { outcomeConcept: 'major-cardiovascular-events', components: ['stroke', 'myocardial-infarction', 'cardiovascular-death'], label: 'MACE' }
    expect(plainOutcome(vocabulary, named)).toBe('stroke, heart attack or death from heart or blood vessel disease')
    expect(plainEvent(vocabulary, named)).toMatch(/^had one of these: /)
  })

  it('keeps the cut of a responder outcome', () => {
    expect(plainOutcome(vocabulary, { outcomeConcept: 'function-responder', components: [], label: '10-point or more ODI gain', higherIsBetter: true })).toBe('clearly better daily function (by 10 points or more)')
    expect(plainOutcome(vocabulary, { outcomeConcept: 'pain-responder', components: [], label: '50% or more pain relief', higherIsBetter: true })).toBe('clear pain relief (by 50% or more)')
  })

  it('prints the source’s own words where they count it the other way round: those who stopped opioids do not "have opioid use"', () => {
    expect(plainOutcome(vocabulary, { outcomeConcept: 'opioid-use', components: [], label: 'Stopped opioids at 5 years', higherIsBetter: true })).toContain('stopped opioids')
    expect(plainOutcome(vocabulary, { outcomeConcept: 'opioid-use', components: [], label: 'Opioid use', higherIsBetter: false })).toBe('opioid use')
  })
})
